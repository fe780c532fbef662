using System.Collections.Immutable;
using Faubourg.Domain.Care;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Gains;
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

    public ResistanceTold? Resistance { get; init; }

    public DecisionTold? Decision { get; init; }

    public ImmutableArray<TaskTold> Tasks { get; init; } = [];

    public GainTold? Gain { get; init; }

    public CareTold? Care { get; init; }

    public SpokespersonTold? Spokesperson { get; init; }

    public ImmutableArray<CorrectionTold> Corrections { get; init; } = [];

    /// <summary>From these anyone may convene anew.</summary>
    public IEnumerable<ProposalTold> OnTheWall => Proposals.Where(p => p.OnTheWall);

    /// <summary>How long it sat, in whole minutes.</summary>
    public int MinutesLong => Math.Max(1, (int)Math.Round((EndedAt - StartedAt).TotalMinutes));

    /// <summary>It sat, whatever came of it.</summary>
    public bool WasHeld => Outcome is Outcome.Decided or Outcome.NoDecision;

    public Band? Heads => HeadsAtDeciding ?? HeadsAtDraw;
}

/// <summary>From so many to so many; null for the last band, which is open.</summary>
public sealed record Band(int From, int? To);

/// <param name="Way">Null where the council ended before numbers were made.</param>
/// <param name="Excluded">Left out because they held the role last time.</param>
public sealed record DrawTold(int Number, int Willing, Way? Way, string? Numbers, int Excluded, ImmutableArray<Role> Excepted);

/// <param name="Letter">A, B, C on the cards.</param>
public sealed record ProposalTold(
    int Number, string Letter, Shown What, LocalDate? By, Shown? Needs, bool Permission, SetAside? Aside, Shown? Reason, Shown? CalledBack, bool Decided, bool OnTheWall);

public sealed record ObjectionTold(string Letter, int Round, End End, Shown Reason);

/// <param name="Votes">Phones: ballots cast. Hands: lower bound of the heads.</param>
public sealed record ResistanceTold(CountBy By, int Votes, ImmutableArray<ResistanceRow> Rows, ImmutableArray<string> BallotLines);

/// <param name="Letter">Null for "leave things as they are".</param>
/// <param name="Highest">Only where totals were equal.</param>
public sealed record ResistanceRow(string? Letter, Shown? What, int Sum, int? Highest, int? AtHighest, bool Chosen);

/// <param name="HoldsFrom">For a change of covenant or horizon: when it takes effect.</param>
/// <param name="RefusedAt">A later council said no.</param>
public sealed record DecisionTold(
    string Letter, Shown What, LocalDate? By, Shown? Needs, bool Permission, Method Method, Instant At, Instant? HoldsFrom, Instant? RefusedAt);

public sealed record TaskTold(
    int Number, Shown What, LocalDate? By, bool Taken, bool WantsHelper, bool Helped, Shown? Taker, Shown? Helper, Instant? DoneAt);

public sealed record GainTold(GainKind Kind, GainDomain Domain, int? Amount, Shown What, Shown? Unit);

public sealed record CareTold(Ritual? Ritual, int? Mood, Shown? Words);

public sealed record SpokespersonTold(Shown Addressee, Shown Sentence, Instant Until, bool Over, int? RecalledBy);

public sealed record CorrectionTold(Instant At, Shown Words);
