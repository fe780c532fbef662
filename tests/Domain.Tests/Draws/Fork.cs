using System.Collections.Immutable;
using System.Text;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Tests.Draws;

/// <summary>One of many ways in which an evening may go on from the same moment.</summary>
internal sealed class Fork(Quarter quarter, Instant now, string name)
{
    private int acts;

    public Quarter Quarter { get; private set; } = quarter;

    public Instant Now { get; private set; } = now;

    public List<Event> Happened { get; } = [];

    public Council Council => Quarter.Councils[1];

    public Room Room => Council.Room!;

    public Draw Draw => Council.Draws[^1];

    public bool Tries(string who, Act act, int? paper = null)
    {
        var decision = Rules.Decide(Quarter, act, new Actor(who, paper), new Facts(Now, Chance()));
        Coverage.Note(decision.Refusal);
        Apply(decision.Events);
        return decision.Refusal is null;
    }

    public void Waits(Duration time)
    {
        Now += time;
        Apply(Rules.Due(Quarter, Now, Chance()));
    }

    private void Apply(ImmutableArray<Event> events)
    {
        foreach (var e in events)
        {
            Coverage.Note(e);
            Quarter = Rules.Evolve(Quarter, e, Now);
            Happened.Add(e);
        }
    }

    private Chance Chance() => new(Encoding.UTF8.GetBytes($"chance of the fork {name} {acts++}"));
}
