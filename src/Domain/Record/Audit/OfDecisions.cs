using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Record.Audit;

/// <summary>What was proposed, what was set aside, and the one decision.</summary>
internal static class OfDecisions
{
    public static void Check(Case c, PublicEvent happened)
    {
        switch (happened)
        {
            case ProposalMade e: Made(c, e); break;
            case ProposalSetAside e: SetAsideIs(c, e); break;
            case ProposalCalledBack e:
                if (c.LivingAt(e.Council, Step.Hearing, Step.Deciding) is { } back && Proposal(c, back, e.Proposal) is { } stopped)
                    c.Require(stopped.Aside == SetAside.Covenant, Rule.OneDecision, "Only what two had stopped is called back.");
                break;
            case MethodChosen e: Chosen(c, e); break;
            case DecisionMade e: Decided(c, e); break;
        }
    }

    public static Proposal? Proposal(Case c, Council council, int number)
    {
        var proposal = council.Proposals.GetValueOrDefault(number);
        c.Require(proposal is not null, Rule.SpeaksOfWhatIs, "There is no such proposal.");
        return proposal;
    }

    private static void Made(Case c, ProposalMade e)
    {
        if (c.LivingAt(e.Council, Step.Hearing) is not { } council) return;
        c.Require(e.Proposal is >= 1 and <= Propose.Most && !council.Proposals.ContainsKey(e.Proposal), Rule.NumbersInOrder, "A proposal has a letter of its own.");
        c.Require((e.Touches == Touches.Amendment) == e.Amendment is not null, Rule.SpeaksOfWhatIs, "A no is to a decision of another council.");
        if (e.Amendment is { } amendment) c.Require(c.Before.Amendments.ContainsKey(amendment), Rule.SpeaksOfWhatIs, "There is no such decision to say no to.");
        var target = TextAt.Of(e.Entry, e.Field);
        c.Require(
            (e.Touches == Touches.Words) == target is not null && e.Entry is null == e.Field is null, Rule.SpeaksOfWhatIs, "Words are named by their leaf and field.");
        if (target is not null) c.Require(c.Before.Texts.ContainsKey(target), Rule.SpeaksOfWhatIs, "There are no such words.");
    }

    private static void SetAsideIs(Case c, ProposalSetAside e)
    {
        if (c.LivingAt(e.Council, Step.Hearing, Step.Deciding) is not { } council || Proposal(c, council, e.Proposal) is not { } proposal) return;
        c.Require(proposal.Aside is null && council.Decision is null, Rule.OneDecision, "A proposal is set aside once, before the decision.");
    }

    private static void Chosen(Case c, MethodChosen e)
    {
        if (c.LivingAt(e.Council, Step.Gathering, Step.Hearing, Step.Deciding) is not { } council) return;
        c.Require(!council.OnPaper, Rule.PaperWhole, "A council on paper decides by consent.");
        c.Require(council.Decision is null && !OfCounts.IsSettled(council), Rule.OneDecision, "It was decided, or settled, before.");
        c.Require(e.Method != Method.Majority || ChangeMethod.IsLastResort(council), Rule.MethodAsAnnounced, "A majority is the last resort, after two rounds of consent.");
        c.Require(e.AtLeast > 0 && Bands.Of(e.AtLeast) == e.AtLeast, Rule.HeadsInBands, "That is not the lower bound of a band.");
        OfCounts.WithinHeads(c, council, e.AtLeast);
    }

    private static void Decided(Case c, DecisionMade e)
    {
        if (c.LivingAt(e.Council, Step.Deciding) is not { } council) return;
        if (!c.Require(council.Decision is null, Rule.OneDecision, "The council had decided before.")) return;
        if (Proposal(c, council, e.Proposal) is not { } proposal) return;
        if (!c.Require(proposal.Aside is null, Rule.OneDecision, "What was set aside is not decided here.")) return;
        var same = e.Touches == proposal.Touches && e.Amendment == proposal.Amendment && TextAt.Of(e.Entry, e.Field) == proposal.Target;
        if (!c.Require(same, Rule.OneDecision, "It touches something else than what was proposed.")) return;
        if (e.Method == Method.Consent) ByConsent(c, e, council);
        else OfCounts.Won(c, e, council);
        HasWeight(c, e, council);
    }

    private static void ByConsent(Case c, DecisionMade e, Council council)
    {
        if (!c.Require(c.Memory.Last is ConsentCounted, Rule.ConsentAddsUp, "No round of consent was counted for it.")) return;
        var count = (ConsentCounted)c.Memory.Last!;
        c.Require(count.Council == e.Council && count.Proposal == e.Proposal, Rule.ConsentAddsUp, "Another proposal was counted.");
        c.Require(count.Objections == 0, Rule.ConsentAddsUp, "There was an objection.");
        var all = count.Consenting + count.Silent;
        c.Require(count.Consenting * 2 >= all, Rule.ConsentAddsUp, "Fewer than half consented.");
        c.Require(all >= CloseRoll.Least, Rule.ThreePresent, "Fewer than three decided.");
    }

    private static void HasWeight(Case c, DecisionMade e, Council council)
    {
        if (!e.Touches.IsOfOthers()) return;
        c.Require(e.Touches != Touches.Covenant || e.Method == Method.Consent, Rule.Weight, "The agreement is amended by consent alone.");
        // What is put before a room has weight then; a decision elsewhere in these minutes takes it from nobody.
        var then = c.WhenPut(e.Council);
        if (e.Touches == Touches.Amendment) MaySayNo(c, e, council);
        else c.Require(
            Lacks(c.Before, e, council) is null || Lacks(then, e, council) is null,
            Rule.Weight,
            "It touches others' work without 72 hours of notice, a room and heads enough.");
        if (e.Touches == Touches.Words)
            c.Require(
                Erasure.RefuseTarget(c.Before, TextAt.Of(e.Entry, e.Field)) is null || Erasure.RefuseTarget(then, TextAt.Of(e.Entry, e.Field)) is null,
                Rule.ErasedOnGrounds,
                "These words are gone already, or are changed by an amendment.");
    }

    private static Refusal? Lacks(Quarter quarter, DecisionMade e, Council council) =>
        Councils.Weight.Lacks(council, council.HeadsAtDeciding, Councils.Weight.Notice, Councils.Weight.Changed(quarter, e.Touches, TextAt.Of(e.Entry, e.Field)));

    private static void MaySayNo(Case c, DecisionMade e, Council council)
    {
        var other = c.Before.Amendments.GetValueOrDefault(e.Amendment ?? 0);
        if (!c.Require(other is not null, Rule.SpeaksOfWhatIs, "There is no such decision to say no to.")) return;
        c.Require(
            Councils.Weight.Lacks(council, council.HeadsAtDeciding, Councils.Weight.NoticeOfRecall, other!.Heads) is null && council.HeadsAtDeciding >= other.Heads,
            Rule.Weight,
            "A no needs 24 hours of notice, a room, and as many heads.");
        c.Require(other.HoldsFrom > council.StepSince && !(other.RefusedAt < council.StepSince), Rule.Weight, "It came too late to say no.");
    }
}
