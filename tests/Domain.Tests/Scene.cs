using System.Collections.Immutable;
using System.Text;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Tests;

/// <summary>A quarter that lives through real acts: what is due comes first, then the act, then its events.</summary>
internal sealed partial class Scene
{
    public static readonly Instant Evening = Instant.FromUtc(2026, 11, 20, 18, 0);

    private int acts;

    public Quarter Quarter { get; private set; } = Quarter.Unfounded;

    public Instant Now { get; private set; } = Evening - Duration.FromDays(10);

    public Journal Journal { get; } = new();

    /// <summary>The council this scene is about.</summary>
    public int Number { get; init; } = 1;

    public Council Council => Quarter.Councils[Number];

    public Room Room => Council.Room!;

    public Seat SeatOf(string who) => Room.Seats[Room.Devices[who]];

    /// <summary>Accepted, or the test fails.</summary>
    public ImmutableArray<Event> Does(string who, Act act, int? paper = null)
    {
        var decision = Tries(who, act, paper);
        Assert.True(decision.Refusal is null, $"{who}: {act} was refused: {decision.Refusal}");
        return decision.Events;
    }

    /// <summary>Refused for this reason, and nothing happened.</summary>
    public T Refuses<T>(string who, Act act, int? paper = null) where T : Refusal
    {
        var before = Quarter;
        var decision = Tries(who, act, paper);
        Assert.Empty(decision.Events);
        Assert.Same(before, Quarter);
        return Assert.IsType<T>(decision.Refusal);
    }

    public Decision Tries(string who, Act act, int? paper = null)
    {
        Strike();
        var decision = Rules.Decide(Quarter, act, new Actor(who, paper), new Facts(Now, Chance()));
        Coverage.Note(decision.Refusal);
        Apply(decision.Events);
        return decision;
    }

    /// <summary>Time passes; what falls due happens.</summary>
    public ImmutableArray<Event> Waits(Duration time)
    {
        Now += time;
        return Strike();
    }

    public ImmutableArray<Event> WaitsUntil(Instant at) => Waits(at - Now);

    public ImmutableArray<Event> Minutes(double minutes) => Waits(Duration.FromMinutes(minutes));

    private ImmutableArray<Event> Strike()
    {
        var due = Rules.Due(Quarter, Now, Chance());
        Apply(due);
        return due;
    }

    private void Apply(ImmutableArray<Event> happened)
    {
        foreach (var e in happened)
        {
            Coverage.Note(e);
            Quarter = Rules.Evolve(Quarter, e, Now);
        }
        Journal.Append(happened, Now);
    }

    private Chance Chance() => new(Encoding.UTF8.GetBytes($"chance of these tests {Number} {acts++}"));
}
