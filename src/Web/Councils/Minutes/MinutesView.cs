using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Web.Councils.Counts;
using NodaTime;

namespace Faubourg.Web.Councils.Minutes;

/// <summary>
/// What there is to tell of a council that is over, before any language: page, poster, chalk, Markdown, JSON and feed are made
/// of this and of nothing else.
/// </summary>
public sealed record MinutesView
{
    public required int Number { get; init; }

    public required string Origin { get; init; }

    public required bool Rehearsal { get; init; }

    /// <summary>The record was forked: whatever is told of it says so.</summary>
    public bool Broken { get; init; }

    /// <summary>What the neighbourhood is called.</summary>
    public required Shown Quarter { get; init; }

    public required Shown Question { get; init; }

    public required Shown Place { get; init; }

    public required Instant StartedAt { get; init; }

    public required Instant EndedAt { get; init; }

    public required Outcome Outcome { get; init; }

    public required Ending Ending { get; init; }

    public required Attendance Attendance { get; init; }

    public required Method Method { get; init; }

    public bool OnPaper { get; init; }

    /// <summary>The place or the announcement was changed so many times.</summary>
    public int Changes { get; init; }

    /// <summary>Until when most texts are kept back; null when they are shown.</summary>
    public Instant? TextsFrom { get; init; }

    /// <summary>Counted before the draw; null where nobody counted.</summary>
    public Band? HeadsAtDraw { get; init; }

    /// <summary>Counted before deciding.</summary>
    public Band? HeadsAtDeciding { get; init; }

    public ImmutableArray<DrawTold> Draws { get; init; } = [];

    /// <summary>Roles that somebody held, each once.</summary>
    public ImmutableArray<Role> Roles { get; init; } = [];

    /// <summary>How many of them were held for the first time, as said by whoever held it.</summary>
    public int FirstTimes { get; init; }

    /// <summary>How often a role went on to the next in order.</summary>
    public int PassedOn { get; init; }

    public ImmutableArray<ProposalTold> Proposals { get; init; } = [];

    public ImmutableArray<ConsentCount> Consents { get; init; } = [];

    public ImmutableArray<ObjectionTold> Objections { get; init; } = [];

    /// <summary>The last count of ballots or hands, whatever the method; null where there was none but consent.</summary>
    public CountTold? Count { get; init; }

    public DecisionTold? Decision { get; init; }

    public ImmutableArray<TaskTold> Tasks { get; init; } = [];

    /// <summary>As they were claimed, those that were claimed after the evening last.</summary>
    public ImmutableArray<GainTold> Gains { get; init; } = [];

    public CareTold? Care { get; init; }

    public SpokespersonTold? Spokesperson { get; init; }

    public ImmutableArray<CorrectionTold> Corrections { get; init; } = [];

    /// <summary>From these anyone may convene anew.</summary>
    public IEnumerable<ProposalTold> OnTheWall => Proposals.Where(p => p.OnTheWall);

    /// <summary>How long it sat, in whole minutes.</summary>
    public int MinutesLong => Math.Max(1, (int)Math.Round((EndedAt - StartedAt).TotalMinutes));

    /// <summary>It sat, whatever came of it.</summary>
    public bool WasHeld => Outcome is Outcome.Decided or Outcome.NoDecision;

    /// <summary>The first, by which an evening is called.</summary>
    public GainTold? Gain => Gains.FirstOrDefault();

    public Band? Heads => HeadsAtDeciding ?? HeadsAtDraw;
}
