using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;

namespace Faubourg.Domain.Record.Audit;

/// <summary>Consent redone; what any count must be; and who won it.</summary>
internal static class OfCounts
{
    public static void Check(Case c, PublicEvent happened)
    {
        switch (happened)
        {
            case ConsentCounted e: Consent(c, e); break;
            case ObjectionRecorded e: Objection(c, e); break;
            case ResistanceCounted e: OfResistance.Check(c, e); break;
            case BallotsCounted e: OfBallots.Check(c, e); break;
        }
    }

    private static void Consent(Case c, ConsentCounted e)
    {
        if (c.LivingAt(e.Council, Step.Deciding) is not { } council || OfDecisions.Proposal(c, council, e.Proposal) is not { } proposal) return;
        c.Require(council.Decision is null && proposal.Aside is null, Rule.OneDecision, "It was decided, or set aside, before.");
        c.Require((council.Chosen ?? council.Method) == Method.Consent, Rule.MethodAsAnnounced, "Consent was not announced, nor chosen by the room.");
        c.Require(!IsSettled(council), Rule.OneDecision, "A count had settled it before.");
        c.Require(e.Round == council.RoundsOf(e.Proposal) + 1, Rule.NumbersInOrder, "The round is not the next one.");
        c.Require(e.Consenting >= 0 && e.Objections >= 0 && e.Silent >= 0, Rule.ConsentAddsUp, "Nobody is fewer than none.");
        var all = (long)e.Consenting + e.Objections + e.Silent;
        if (!e.ByHands) WithinHeads(c, council, all);
        if (!e.ByHands || council.HeadsAtDeciding == 0) return;
        var top = Bands.Top(council.HeadsAtDeciding) ?? int.MaxValue;
        c.Require(
            all >= council.HeadsAtDeciding && e.Consenting <= top && (e.Silent == 0 || all <= top), Rule.ConsentAddsUp, "The hands are more, or fewer, than the heads.");
    }

    private static void Objection(Case c, ObjectionRecorded e)
    {
        if (c.LivingAt(e.Council, Step.Deciding) is not { } council || OfDecisions.Proposal(c, council, e.Proposal) is null) return;
        c.Require(!council.OnPaper, Rule.PaperWhole, "A council on paper records no objection.");
        // One more than was counted: the room may have moved on in the midst of a round.
        c.Require(e.Round >= 1 && e.Round <= council.RoundsOf(e.Proposal) + 1, Rule.ConsentAddsUp, "There was no such round.");
    }

    /// <summary>When deciding is over, as many objections are kept as were counted.</summary>
    public static void AllObjectionsAreKept(Case c, Council council)
    {
        foreach (var count in council.ConsentCounts)
        {
            var kept = 0;
            foreach (var objection in council.Objections)
                if (objection.Proposal == count.Proposal && objection.Round == count.Round) kept++;
            c.Require(kept == count.Objections, Rule.ConsentAddsUp, "Objections were counted that are not kept, or kept and not counted.");
        }
    }

    /// <summary>No more votes than people in the room. Who takes part from elsewhere is counted apart, and not told.</summary>
    public static void WithinHeads(Case c, Council council, long votes)
    {
        if (council is not { Attendance: Attendance.Room, HeadsAtDeciding: > 0 } || Bands.Top(council.HeadsAtDeciding) is not { } top) return;
        c.Require(votes <= top, Rule.VotesWithinHeads, "More voted than were counted in the room.");
    }

    /// <summary>What every count but that of consent must be.</summary>
    public static void Countable(Case c, Council council, Method method)
    {
        c.Require(!council.OnPaper, Rule.PaperWhole, "A council on paper counts hands for consent.");
        c.Require(council.Decision is null, Rule.OneDecision, "It was decided before.");
        c.Require(
            method != Method.Consent && (council.Chosen ?? council.Method) == method || method == Method.Resistance && ChangeMethod.IsLastResort(council),
            Rule.MethodAsAnnounced,
            "This way was not announced, nor chosen by the room, and no two rounds of consent were held.");
        c.Require(!IsSettled(council), Rule.OneDecision, "It was counted before, and settled.");
    }

    /// <summary>Leaving things as they are comes first, then every proposal that stands and may be counted so.</summary>
    public static bool AreOptions(Case c, Council council, ImmutableArray<int> options, Rule rule)
    {
        if (!c.Require(options.Length >= 2 && options[0] == 0, rule, "Leaving things as they are comes first, then each proposal.")) return false;
        var sound = true;
        for (var i = 1; i < options.Length; i++)
            sound &= c.Require(
                options[i] > options[i - 1] && council.Proposals.TryGetValue(options[i], out var p) && p.Aside is null && p.Touches != Quarters.Touches.Covenant,
                rule,
                "An option cannot be decided here so.");
        foreach (var proposal in council.Proposals.Values)
            // One that was stopped and called back may have come too late for the ballots that were out.
            if (proposal is { Aside: null, CalledBack: null, Touches: Quarters.Touches.Nothing })
                c.Require(options.Contains(proposal.Number), rule, "A proposal that stood was left out.");
        return sound;
    }

    /// <summary>A decision by a count is for what stands first in it.</summary>
    public static void Won(Case c, DecisionMade e, Council council)
    {
        var rule = e.Method == Method.Resistance ? Rule.ResistanceAddsUp : Rule.BallotsAddUp;
        var (method, first) = First(council);
        if (!c.Require(method == e.Method, rule, "No count was made in that way.")) return;
        c.Require(Settled(council) is { } option ? option == e.Proposal : first.Contains(e.Proposal), rule, "Another option stands first.");
    }

    /// <summary>What a count settled is decided with it, in one commit.</summary>
    public static bool IsTaken(Case c, int council, PublicEvent next) =>
        c.Before.Councils.GetValueOrDefault(council) is not { Decision: null } counted
        || Settled(counted) is not { } option
        || option == 0
        || c.Require(
            next is DecisionMade made && made.Council == council, Rule.OneDecision, "What the count settled is not decided.");

    public static bool IsSettled(Council council) => Settled(council) is not null;

    /// <summary>Which option the last count settled, 0 for leaving things as they are; null without a count, and where only a paper hat can.</summary>
    private static int? Settled(Council council) => First(council).Options switch
    {
        [] => null,
        [var option] => option,
        var equals => Ties.Drawn(council.TieSeed, equals),
    };

    /// <summary>The options that stand first in the last count, once all its parts are there.</summary>
    private static (Method? Method, ImmutableArray<int> Options) First(Council council)
    {
        if (council.ResistanceCount is { } count) return (Method.Resistance, OfResistance.Least(count));
        if (council.BallotsCounts is not [.., var last] || last.Part < last.Of) return (null, []);
        return (last.Method, Totals.Of(council.BallotsCounts).Winners);
    }
}
