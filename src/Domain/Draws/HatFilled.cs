using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Draws;

/// <summary>Written together with the closing of the roll, one for each role.</summary>
/// <param name="Council">The council.</param>
/// <param name="Draw">Whose draw.</param>
/// <param name="Role">Whose hat.</param>
/// <param name="Numbers">Of the roll: who is in it.</param>
/// <param name="Doubled">Those of them with two tickets.</param>
/// <param name="Excluded">How many were left out because they held the role last time.</param>
/// <param name="Excepted">The room consented to leave nobody out.</param>
[Leaf("hat.filled")]
public sealed record HatFilled(
    int Council, int Draw, Role Role, ImmutableArray<int> Numbers, ImmutableArray<int> Doubled, int Excluded, bool Excepted) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c =>
    {
        var draw = c.Draws[Draw - 1];
        return c with
        {
            Draws = c.Draws.SetItem(Draw - 1, draw with
            {
                Eligible = draw.Eligible.SetItem(Role, Numbers),
                Doubled = draw.Doubled.AddRange(Doubled),
                // Companions come from the same willing: nobody is counted twice.
                Excluded = draw.Excluded + (Role == Role.Companion ? 0 : Excluded),
                Excepted = Excepted ? draw.Excepted.Add(Role) : draw.Excepted,
            }),
        };
    });
}
