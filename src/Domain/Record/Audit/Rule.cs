namespace Faubourg.Domain.Record.Audit;

/// <summary>What anybody can check of a record from its leaves alone.</summary>
public enum Rule
{
    /// <summary>Leaf 0 founds the quarter, and no other does; its identity follows from its first key.</summary>
    FoundedOnce,

    /// <summary>Each leaf stands at its place, in its minute, and never before the one in front of it.</summary>
    TimesInOrder,

    /// <summary>Councils, corners, draws and tasks are numbered one after the other.</summary>
    NumbersInOrder,

    /// <summary>What a leaf speaks of was there before.</summary>
    SpeaksOfWhatIs,

    /// <summary>15 to 180 minutes, at most 90 days ahead, changed at most 20 times and only until somebody is seated.</summary>
    AnnouncedInTime,

    /// <summary>Announced, gathering, talking, deciding, who does what, what we gained, closing; and each leaf in its step.</summary>
    StepsInOrder,

    /// <summary>A council held on paper is written whole, at once.</summary>
    PaperWhole,

    /// <summary>How many were there is said in bands, and only there where it is counted.</summary>
    HeadsInBands,

    /// <summary>A list parted into pages is whole, in order, and closed by the leaf that carries its digest.</summary>
    SheetsWhole,

    /// <summary>The roll was closed, with its hats, before anything random was made.</summary>
    RollClosedFirst,

    /// <summary>Hats hold numbers of the roll; whoever held a role last is left out, unless the room waived it.</summary>
    HatsFromTheRoll,

    /// <summary>What devices showed is what they had committed to; who is missing is listed; both are closed before numbers are made.</summary>
    RevealsKept,

    /// <summary>The beacon's round is announced with the roll, before it is out, and nothing shown after it counts.</summary>
    BeaconAnnounced,

    /// <summary>A draw that was given up says how far it had come, and what was known.</summary>
    AbandonedInSight,

    /// <summary>A lot is drawn for the role and the places that were said before.</summary>
    LotAsOpened,

    /// <summary>Seed and orders follow from the roll and the numbers.</summary>
    DrawRecomputes,

    /// <summary>Whoever is called for a role stands in its order, and is called once.</summary>
    CalledInOrder,

    /// <summary>Consents, objections and silences add up, and no objection is left out.</summary>
    ConsentAddsUp,

    /// <summary>Sums of resistance follow from the ballots, and the least of them wins; a tie goes to the draw.</summary>
    ResistanceAddsUp,

    /// <summary>Sums and tables of a count in parts follow from its ballots, and what stands first in them wins; a tie goes to the draw.</summary>
    BallotsAddUp,

    /// <summary>No more votes than people in the room, in all parts of a count together.</summary>
    VotesWithinHeads,

    /// <summary>Decided as announced, or as the room chose; by least resistance or a majority also once two rounds of consent brought nothing.</summary>
    MethodAsAnnounced,

    /// <summary>At most one decision in a council, and what it says was proposed there.</summary>
    OneDecision,

    /// <summary>Fewer than three decide nothing.</summary>
    ThreePresent,

    /// <summary>What a decision does beside its words follows it, and nothing of that kind stands alone.</summary>
    DeedsFollow,

    /// <summary>A gain is claimed, shown in time, confirmed by another council, and looked at when it has come to its age.</summary>
    GainsGrow,

    /// <summary>Whoever serves for a charge does so for 90 days at most; mediators are drawn.</summary>
    TermsEnd,
    /// <summary>A task is taken while nobody has it, and a project is done when its tasks are.</summary>
    TasksChangeHands,

    /// <summary>A request is asked before it is answered, and neither lies ahead: days are counted between them.</summary>
    LagIsOurs,

    /// <summary>In the quiet after busy weeks only care, reflection, mending and what is urgent are announced.</summary>
    QuietKept,

    /// <summary>Busy weeks take 28 days at most; quiet follows; and no season begins before the last is over.</summary>
    SeasonBounded,

    /// <summary>"No council this week" is published ahead, once, of a week that has none.</summary>
    RestAnnounced,

    /// <summary>How evenly an evening was shared is told in tenths, of five people or more.</summary>
    SharesInTenths,

    /// <summary>An offer is answered by one council, before it lapses.</summary>
    OfferAnsweredOnce,

    /// <summary>Money moves only under a decision that holds, by two keepers drawn for it, and in its time.</summary>
    MoneyByDecision,

    /// <summary>A jar is never above its goal nor below zero, and its level follows from what moved.</summary>
    MoneyAddsUp,

    /// <summary>A movement is in the book once.</summary>
    MovedOnce,

    /// <summary>What touches others' work needs notice, a room, and enough heads.</summary>
    Weight,

    /// <summary>What was marked and seconded waits for an open council announced 72 hours ahead.</summary>
    LineWaits,

    /// <summary>A spokesperson follows a decision, for 14 days at most, and can be called back.</summary>
    SpokespersonBounded,

    /// <summary>Extended once, by 30 minutes at most.</summary>
    ExtendedOnce,

    /// <summary>A council is over when its time is, whatever happens.</summary>
    DissolvedOnTime,

    /// <summary>How it ended is how it came to its end.</summary>
    EndedAsItWas,

    /// <summary>After its end nothing is added to a council but corrections, blackouts, erasures and what grows from its decision, each in its time.</summary>
    NothingAfterTheEnd,

    /// <summary>Words are blacked out where they stand, a few at a time.</summary>
    BlackedOutInBounds,

    /// <summary>Only what was disclosed is erased, once.</summary>
    ErasedOnce,

    /// <summary>An erasure says by whose will: its giver's, the law's, or a council's whose decision holds.</summary>
    ErasedOnGrounds,

    /// <summary>Three to five bearers, drawn by a council of five heads, with keys for a year.</summary>
    BearersDrawn,

    /// <summary>A new key names the tree it continues, and was not used here before.</summary>
    KeysInChain,

    /// <summary>Enough key-bearers, whose keys still hold, gave the log another key.</summary>
    RecoveredByBearers,

    /// <summary>The record moves when a council decided it, or after key-bearers recovered it.</summary>
    MovedByDecision,
}

/// <summary>A rule that a leaf breaks.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Seq">The index of the leaf.</param>
/// <param name="Council">Of which council it speaks; null for none.</param>
/// <param name="Says">A plain sentence: what is wrong with it.</param>
public sealed record Breach(Rule Rule, long Seq, int? Council, string Says)
{
    /// <summary>The rule's name as the verifier prints it, e.g. <c>one-decision</c>.</summary>
    public string Name => NameOf(Rule);

    /// <summary>Lower case, with hyphens.</summary>
    public static string NameOf(Rule rule) =>
        string.Concat(rule.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
