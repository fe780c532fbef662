using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Jars;

/// <summary>What is left in a jar goes back to those who gave, or on to another open jar. The jar then takes and spends nothing more.</summary>
/// <param name="Jar">Whose leftovers.</param>
/// <param name="To">An open jar in the same currency; null: back.</param>
public sealed record SendLeftovers(int Jar, int? To) : JarDeed(Jar)
{
    internal override Refusal? Refuse(Quarter quarter, Council council, Instant now)
    {
        if (base.Refuse(quarter, council, now) is { } refusal) return refusal;
        if (To is not { } to) return null;
        return to != Jar && quarter.Jars.TryGetValue(to, out var other) && other.Unit == quarter.Jars[Jar].Unit
            && other.PhaseAt(quarter, now) is JarPhase.Waiting or JarPhase.Open ? null : new NoSuchJar();
    }

    internal override PublicEvent Written(Council council) => new LeftoversSent(council.Number, Jar, To);
}

/// <param name="Jar">Whose leftovers: the council that opened it.</param>
/// <param name="To">The jar they go on to; absent: back to those who gave.</param>
[Leaf("leftovers.sent")]
public sealed record LeftoversSent(int Council, int Jar, int? To) : PublicEvent, IJarDeedDone
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InJar(Jar, jar => jar with { Leftovers = jar.Leftovers.Add(new Leftovers(Council, To)) });
}
