using Faubourg.Domain.Care;
using Faubourg.Domain.Charges;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Record.Audit;

/// <summary>Each leaf at its place and in its minute; no council outlives its time; what is written together stands together.</summary>
internal static class OfTime
{
    /// <returns>Whether the rest can be judged.</returns>
    public static bool Check(Case c, PublicEvent happened)
    {
        var memory = c.Memory;
        c.Require(c.Stamp.Seq == c.Before.Size, Rule.TimesInOrder, "The leaf is not at its place.");
        c.Require(c.At == Rules.Minute(c.At), Rule.TimesInOrder, "The time is not a whole minute.");
        c.Require(c.At >= memory.LastAt, Rule.TimesInOrder, "The time is before that of the leaf in front.");
        if (!c.Require(happened is QuarterFounded == (c.Stamp.Seq == 0), Rule.FoundedOnce, "A record begins with one founding, and has no other.")) return false;
        // What is due is written before anything else; and all that the clock brings at once stands in one minute.
        var late = memory.FirstEnd is { } end && end <= c.At && !(ByTheClock(happened) && !(end <= memory.LastAt && c.At > memory.LastAt));
        return c.Require(!late, Rule.DissolvedOnTime, "A council is not dissolved though its time is over.") && Together(c, happened) && OfDeeds.Follow(c, happened);
    }

    /// <summary>May come with or before a dissolution that is written late, when nobody was there to notice the time.</summary>
    private static bool ByTheClock(PublicEvent happened) => happened
        is CouncilDissolved or ProposalMade or ProposalSetAside or ProposalCalledBack or ObjectionRecorded or TaskOpened or GainClaimed or GainShown or GainChecked or ServiceBegun or CareHeld
        or RecoverySet or QuestionReworded or CouncilExtended or ExclusionWaived or SpokespersonNamed or SpokespersonRecalled or ResistanceCounted or BallotsCounted or MethodChosen or Power.TurnsCounted
        or RoleCalled { Role: Role.Spokesperson }
        or SheetPage { Sheet: not Sheet.Roll } or CommitmentsClosed or RevealsClosed or DrawAbandoned
        or DecisionMade { Method: not Method.Consent } or IDeedDone
        or DisclosureErased { Ground: Ground.Council };

    /// <summary>The council of a leaf such as a council on paper is made of.</summary>
    private static int? OnPaper(PublicEvent happened) => happened switch
    {
        HeadsCounted e => e.Council,
        RoleCalled e => e.Council,
        ProposalMade e => e.Council,
        ConsentCounted e => e.Council,
        DecisionMade e => e.Council,
        TaskOpened e => e.Council,
        GainClaimed e => e.Council,
        CareHeld e => e.Council,
        CouncilDissolved e => e.Council,
        _ => null,
    };

    /// <summary>One commit holds them, so that nothing can come in between.</summary>
    private static bool Together(Case c, PublicEvent happened)
    {
        var whole = c.Memory.Paper is not { } paper || OnPaper(happened) == paper;
        return c.Require(whole, Rule.PaperWhole, "A council on paper is broken off.") && c.Memory.Last switch
        {
            SheetPage page => c.Require(
                happened is SheetPage || page.Sheet switch
                {
                    Sheet.Roll => happened is RollClosed,
                    Sheet.Ballots => happened is ResistanceCounted or BallotsCounted { CountedBy: CountBy.Phones },
                    Sheet.Commitments => happened is CommitmentsClosed,
                    _ => happened is RevealsClosed,
                },
                Rule.SheetsWhole,
                "A sheet is broken off."),
            BallotsCounted part when part.Part < part.Of => c.Require(
                happened is BallotsCounted next && next.Council == part.Council && next.Part == part.Part + 1
                    || happened is SheetPage { Sheet: Sheet.Ballots } rows && rows.Council == part.Council,
                Rule.BallotsAddUp,
                "A count is broken off."),
            BallotsCounted counted => OfCounts.IsTaken(c, counted.Council, happened),
            ResistanceCounted counted => OfCounts.IsTaken(c, counted.Council, happened),
            RollClosed closed => c.Require(
                happened is HatFilled hat && hat.Council == closed.Council, Rule.RollClosedFirst, "A roll was closed without its hats."),
            RecoverySet set => c.Require(
                happened is CouncilDissolved over && over.Council == set.Council, Rule.BearersDrawn, "Keys are set at the end of their council, and not otherwise."),
            _ => true,
        };
    }
}
