using System.Collections.Immutable;
using System.Text;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Verify.Tests.Street;

/// <summary>
/// A small neighbourhood that lives by the real rules: nothing gets into its record that they did not let in. Eight people, the
/// first of whom convenes.
/// </summary>
internal sealed partial class Lane
{
    public static readonly string[] People = ["amina", "benoît", "chloé", "david", "élise", "farid", "gaëlle", "hugo"];

    private const int Remembered = 60;

    private readonly Action<PublicEvent, Instant> write;
    private int acts;

    /// <param name="key">The word of the log's first key.</param>
    /// <param name="write">Is given every public event and its time, in order.</param>
    /// <param name="rehearsal">Nothing of it happened.</param>
    public Lane(string key, Action<PublicEvent, Instant> write, bool rehearsal = false)
    {
        this.write = write;
        Does(People[0], new Found(LogKeys.Origin(key), LogKeys.PublicText(key), "Europe/Paris", ["fr", "en"], rehearsal,
            Text.Of("Les Lilas"), Text.Of("between the canal and the hill"), Text.Of("to decide for ourselves"), [Text.Of("We greet newcomers."), Text.Of("We end on time.")]));
    }

    public Quarter Quarter { get; private set; } = Quarter.Unfounded;

    public Instant Now { get; private set; } = Instant.FromUtc(2026, 11, 2, 8, 0);

    /// <summary>Lets the past go but for the last councils and those that are still to come: a long life would fill the memory of whoever generates it.</summary>
    public void Forget() => Quarter = Quarter with
    {
        Texts = Quarter.Texts.Clear(),
        Restated = Quarter.Restated.Clear(),
        Erased = Quarter.Erased.Clear(),
        Weeks = Quarter.Weeks.RemoveRange(Quarter.Weeks.Keys.Where(monday => Domain.Seasons.Week.Ends(monday) < Now)),
        Councils = Quarter.Councils.Values.Where(council => council.Number > Quarter.Councils.Keys.Last() - Remembered || Quarter.Living.Contains(council.Number))
            .Aggregate(NumberedDictionary<Council>.Empty, (kept, council) => kept.SetItem(council.Number, council)),
    };

    public void Does(string who, Act act)
    {
        var refused = Tries(new Actor(who), act);
        if (refused is not null) throw new InvalidOperationException($"{who}: {act} was refused: {refused}");
    }

    /// <summary>What only the host's command line may ask for.</summary>
    public void HostDoes(Act act)
    {
        if (Tries(Actor.Host, act) is { } refused) throw new InvalidOperationException($"{act} was refused: {refused}");
    }

    public void Waits(Duration time)
    {
        Now += time;
        Apply(Rules.Due(Quarter, Now, Chance()));
    }

    public void WaitsUntil(Instant at) => Waits(at - Now);

    private Refusal? Tries(Actor actor, Act act)
    {
        Apply(Rules.Due(Quarter, Now, Chance()));
        var decision = Rules.Decide(Quarter, act, actor, new Facts(Now, Chance()));
        Apply(decision.Events);
        return decision.Refusal;
    }

    private void Apply(ImmutableArray<Event> happened)
    {
        foreach (var e in happened)
        {
            Quarter = Rules.Evolve(Quarter, e, Now);
            if (e is PublicEvent leaf) write(leaf, Now);
        }
    }

    private Chance Chance() => new(Encoding.UTF8.GetBytes($"chance of this lane, act {acts++:D8}"));
}
