using System.Collections.Immutable;
using Faubourg.Domain.Care;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Projects;
using NodaTime;

namespace Faubourg.Domain.Councils;

public enum Step { Announced, Gathering, Hearing, Deciding, Tasking, Reckoning, Closing, Dissolved }

public enum Attendance { Room, Remote, Both }

/// <summary>How a council decides. Consent and resistance are the defaults; majority is the last resort, by the room's consent alone.</summary>
public enum Method { Consent, Resistance, Approval, Score, Ranked, Majority }

public enum Outcome { Decided, NoDecision, CalledOff, NobodyCame }

/// <summary>What brought the end.</summary>
public enum Ending { Closing, Time, NobodyCame, CalledOff, Paper }

/// <summary>An open gathering about one tangible issue. All but <see cref="Room"/> follows from the leaves.</summary>
public sealed record Council
{
    public required int Number { get; init; }

    public required Instant ConvenedAt { get; init; }

    public required Instant StartsAt { get; init; }

    /// <summary>Announced length, 15 to 180.</summary>
    public required int Minutes { get; init; }

    /// <summary>Granted by the room, 0 to 30, once.</summary>
    public int ExtraMinutes { get; init; }

    public required Attendance Attendance { get; init; }

    /// <summary>As announced.</summary>
    public required Method Method { get; init; }

    /// <summary>Another way to decide, to which the room consented.</summary>
    public Method? Chosen { get; init; }

    public bool StepFree { get; init; }

    public bool Children { get; init; }

    public bool Food { get; init; }

    public CouncilKind Kind { get; init; }

    /// <summary>Held wholly on paper and typed in afterwards.</summary>
    public bool OnPaper { get; init; }

    /// <summary>Since when time and place stand as announced: notice is counted from here.</summary>
    public required Instant NoticeFrom { get; init; }

    public required TextAt Question { get; init; }

    public required TextAt Place { get; init; }

    public TextAt? Access { get; init; }

    public int? Corner { get; init; }

    /// <summary>Convened from what another council left on its wall.</summary>
    public WallItem? FromWall { get; init; }

    public bool WorthHolding { get; init; }

    /// <summary>How many times it was changed or moved.</summary>
    public int Changes { get; init; }

    /// <summary>What was announced before each change, oldest first: a change is never silent.</summary>
    public ImmutableArray<Announced> Before { get; init; } = [];

    public Step Step { get; init; }

    public Instant StepSince { get; init; }

    /// <summary>The band's lower bound, counted before the draw; 0 while nobody has counted.</summary>
    public int HeadsAtDraw { get; init; }

    /// <summary>The band's lower bound, counted before deciding.</summary>
    public int HeadsAtDeciding { get; init; }

    public ImmutableArray<Draw> Draws { get; init; } = [];

    /// <summary>A lot that is announced, and whose roll is not closed yet.</summary>
    public Lot? Lot { get; init; }

    /// <summary>Pages of a draw's sheet whose closing leaf has not come yet: empty between commits.</summary>
    public ImmutableArray<string> DrawLines { get; init; } = [];

    /// <summary>The ballots as published, where there were enough of them.</summary>
    public ImmutableArray<string> BallotLines { get; init; } = [];

    public ImmutableArray<Call> Calls { get; init; } = [];

    public ImmutableSortedDictionary<int, Proposal> Proposals { get; init; } = ImmutableSortedDictionary<int, Proposal>.Empty;

    public ImmutableArray<Objection> Objections { get; init; } = [];

    public ImmutableArray<ConsentCount> ConsentCounts { get; init; } = [];

    public ResistanceCount? ResistanceCount { get; init; }

    /// <summary>The parts of the last count that was published part by part: phones, hands, paper.</summary>
    public ImmutableArray<BallotsCount> BallotsCounts { get; init; } = [];

    /// <summary>How many counts were published, consent not among them.</summary>
    public int CountsMade { get; init; }

    /// <summary>The seed that decides between equals of the last count: there before it was made, or null.</summary>
    public string? TieSeed { get; init; }

    public MadeDecision? Decision { get; init; }

    public ImmutableSortedDictionary<int, ProjectTask> Tasks { get; init; } = ImmutableSortedDictionary<int, ProjectTask>.Empty;

    /// <summary>What was shown of what became of its decision, oldest first.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>What an institution was asked for, oldest first.</summary>
    public ImmutableArray<Request> Requests { get; init; } = [];

    public Spokesperson? Spokesperson { get; init; }

    /// <summary>What it claims to have gained, there or later.</summary>
    public ImmutableArray<Gain> Gains { get; init; } = [];

    /// <summary>Their numbers in the quarter's log, in the same order.</summary>
    public ImmutableArray<int> GainNumbers { get; init; } = [];

    /// <summary>The first of them.</summary>
    public Gain? Gain => Gains.IsEmpty ? null : Gains[0];

    /// <summary>Evidence of gains that its people, or those who have its tasks, wrote.</summary>
    public ImmutableArray<TextAt> GainWords { get; init; } = [];

    /// <summary>What its decision says beside its words, such as what a charge covers.</summary>
    public ImmutableArray<TextAt> DeedWords { get; init; } = [];

    public Closure? Care { get; init; }

    /// <summary>How evenly the evening was shared; null where it was too small to say.</summary>
    public Power.Sharing? Sharing { get; init; }

    public Outcome? Outcome { get; init; }

    public Ending? Ending { get; init; }

    public Instant? DissolvedAt { get; init; }

    /// <summary>From when texts other than decision and tasks are shown: 12 hours are kept for blacking out when time ended first.</summary>
    public Instant? TextsFrom { get; init; }

    /// <summary>How many times words of these minutes were blacked out.</summary>
    public int BlackOuts { get; init; }

    public ImmutableArray<Correction> Corrections { get; init; } = [];

    /// <summary>Seats, floor and open ballots; null once dissolved.</summary>
    public Room? Room { get; init; }

    /// <summary>The end, whatever happens.</summary>
    public Instant EndsAt => StartsAt + Duration.FromMinutes(Minutes + ExtraMinutes);

    public bool IsOver => Step == Step.Dissolved;

    /// <summary>How the room decides now: as announced, as it chose since, or as half of it chose when it was stuck.</summary>
    public Method MethodNow => Room?.Deliberation.Method ?? Chosen ?? Method;

    internal ImmutableArray<Announced> BeforeAt(Instant changed) => Before.Add(new Announced(changed, Question, Place, StartsAt, Minutes));

    /// <summary>How many rounds of consent the proposal has been through.</summary>
    public int RoundsOf(int proposal) => ConsentCounts.Count(c => c.Proposal == proposal);

    /// <summary>Proposals that may still be decided here.</summary>
    public IEnumerable<Proposal> Standing => Proposals.Values.Where(p => p.Aside is null);

    /// <summary>What was left: from these anyone may convene anew.</summary>
    public IEnumerable<Proposal> OnTheWall =>
        Proposals.Values.Where(p => p.Number != Decision?.Proposal && p.Aside is null or SetAside.Line);
}

/// <summary>What an announcement said until it was changed or moved.</summary>
public sealed record Announced(Instant Until, TextAt Question, TextAt Place, Instant StartsAt, int Minutes);

/// <summary>A proposal that a council left on its wall.</summary>
public sealed record WallItem(int Council, int Proposal);

/// <summary>A later entry beside the original.</summary>
public sealed record Correction(Instant At, TextAt Words);

/// <summary>Somebody who carries one sentence, after the decision.</summary>
/// <param name="Until">At most 14 days after.</param>
/// <param name="RecalledBy">The council that called them back.</param>
public sealed record Spokesperson(Instant Until, TextAt Addressee, TextAt Sentence, int? RecalledBy = null);
