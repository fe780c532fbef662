using System.Collections.Immutable;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record.Audit;
using NodaTime;

namespace Faubourg.Domain.Tests.Histories;

/// <summary>A quarter in a random history, its journal, and what one must remember of it to judge it.</summary>
internal sealed class World
{
    private int chances;

    public Quarter Quarter { get; private set; } = Quarter.Unfounded;

    /// <summary>The same history, seen by a host that holds no text at all.</summary>
    public Quarter Blind { get; private set; } = Quarter.Unfounded;

    /// <summary>The same history, as a stranger reads it: leaves alone, at their minutes.</summary>
    public Quarter Stranger { get; private set; } = Quarter.Unfounded;

    /// <summary>What the stranger finds wrong with it.</summary>
    public List<Breach> Breaches { get; } = [];

    private readonly Auditor auditor = new();

    /// <summary>The same, before the last act.</summary>
    public Quarter BlindBefore { get; private set; } = Quarter.Unfounded;

    /// <summary>Now and then the whole journal is read again.</summary>
    public bool Rereads { get; set; }

    public Instant Now { get; set; } = Scene.Evening - Duration.FromDays(30);

    public Journal Journal { get; } = new();

    public Memory Memory { get; } = new();

    public Moment Strike()
    {
        var (before, chance) = (Quarter, ++chances);
        var due = Rules.Due(before, Now, Chance(chance));
        Apply(due);
        return new Moment(this, before, null, null, due, null, Quarter, Now, chance);
    }

    /// <summary>What was due must have been struck before.</summary>
    public Moment Decide(Act act, Actor actor)
    {
        var (before, chance) = (Quarter, ++chances);
        BlindBefore = Blind;
        var decision = Rules.Decide(before, act, actor, new Facts(Now, Chance(chance)));
        Coverage.Note(decision.Refusal);
        var moment = new Moment(this, before, act, actor, decision.Events, decision.Refusal, before, Now, chance);
        if (decision.Refusal is not null) return moment;
        Apply(decision.Events);
        return moment with { After = Quarter };
    }

    private void Apply(ImmutableArray<Event> happened)
    {
        foreach (var e in happened)
        {
            Coverage.Note(e);
            Memory.Note(Quarter, e, Now);
            Quarter = Rules.Evolve(Quarter, e, Now);
            Blind = Rules.Evolve(Blind, Blank.Of(e), Now);
            if (e is PublicEvent leaf) Read(leaf, Rules.Minute(Now));
        }
        Journal.Append(happened, Now);
    }

    private void Read(PublicEvent leaf, Instant minute)
    {
        Breaches.AddRange(auditor.Check(Stranger, (PublicEvent)Blank.Of(leaf), new Stamp(minute, Stranger.Size)));
        Stranger = Rules.Evolve(Stranger, Blank.Of(leaf), minute);
    }

    public static Chance Chance(int number) => new(BitConverter.GetBytes((long)number).Concat(new byte[8]).ToArray());
}
