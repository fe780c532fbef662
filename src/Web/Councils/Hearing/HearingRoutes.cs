using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Floor;
using Faubourg.Domain.Quarters;

namespace Faubourg.Web.Councils;

/// <summary>Talking: who has the floor, and what is proposed.</summary>
internal static class HearingRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        MapFloor(routes);
        MapPages(routes);
        routes.MapAct(Forms.Propose, Propose, then: Proposal, again: HandPages.Show<ProposePage>);
        routes.MapAct(Forms.AmendProposal, Amend, then: Proposal, again: HandPages.ShowProposal<AmendPage>);
        routes.MapAct(Forms.WithdrawProposal, (visit, _) => new WithdrawProposal(visit.Council.Number, visit.Number("proposal")));
        routes.MapAct(Forms.MergeProposal, (visit, input) => new MergeProposal(visit.Council.Number, visit.Number("proposal"), input.Number("other")));
        routes.MapAct(
            Forms.MarkLine,
            (visit, input) => new MarkLine(visit.Council.Number, visit.Number("proposal"), input.WordsOrNull("reason")),
            again: HandPages.ShowProposal<MarkPage>);
        routes.MapAct(
            Forms.SayOutside,
            (visit, input) => new SayOutside(visit.Council.Number, visit.Number("proposal"), Text.Of(input.Text("reason"))),
            again: HandPages.ShowProposal<StopPage>);
    }

    private static void MapPages(IEndpointRouteBuilder routes)
    {
        routes.MapHand<ProposePage>("proposals");
        routes.MapSeated("proposals/words", WordsOut);
        routes.MapProposal<ProposalPage>("");
        routes.MapProposal<AmendPage>("/amendment");
        routes.MapProposal<MergePage>("/merger");
        routes.MapProposal<MarkPage>("/mark");
        routes.MapProposal<StopPage>("/stop");
        routes.MapProposal<CardPage>("/card");
    }

    private static Task WordsOut(Visit visit, Seated me)
    {
        var asked = int.TryParse(visit.Context.Request.Query["of"], System.Globalization.NumberStyles.None, null, out var number) ? number : 0;
        var council = visit.Quarter.Councils.GetValueOrDefault(asked);
        return visit.Show<WordsOutPage>((nameof(WordsOutPage.Me), me), (nameof(WordsOutPage.Of), council is { IsOver: true } ? council : null));
    }

    private static void MapFloor(IEndpointRouteBuilder routes)
    {
        routes.MapAct(Forms.TapTurn, (visit, input) => new TapTurn(visit.Council.Number, input.Choice("turn") == "first"));
        routes.MapAct<Act>(Forms.RaiseHand, Hand);
        routes.MapAct(Forms.EndTurn, (visit, _) => new EndTurn(visit.Council.Number));
        routes.MapAct(Forms.Agree, (visit, _) => new Agree(visit.Council.Number));
        routes.MapAct(Forms.AskOthersFirst, (visit, _) => new AskOthersFirst(visit.Council.Number));
    }

    private static Act Hand(Visit visit, Input input) => input.Choice("signal") == "down"
        ? new LowerHand(visit.Council.Number)
        : new RaiseHand(visit.Council.Number, input.Choice<Signal>("signal"));

    private static Propose Propose(Visit visit, Input input) => new(
        visit.Council.Number,
        Text.Of(input.Text("what")),
        input.DateOrNull("by"),
        input.WordsOrNull("needs"),
        input.Flag("permission"),
        input.ChoiceOrNull<Touches>("touches") ?? Touches.Nothing,
        input.NumberOrNull("amendment"),
        TextAt.Of(input.NumberOrNull("entry"), input.Has("field") ? input.Text("field") : null));

    private static AmendProposal Amend(Visit visit, Input input) => new(
        visit.Council.Number,
        visit.Number("proposal"),
        Text.Of(input.Text("what")),
        input.DateOrNull("by"),
        input.WordsOrNull("needs"),
        input.Flag("permission"));

    /// <summary>Programs are told which proposal it is; people go back to the council.</summary>
    private static string Proposal(Visit visit, Answer.Accepted done) => visit.WantsJson && done.Events.OfType<Proposed>().FirstOrDefault() is { } made
        ? $"{visit.CouncilUrl}/proposals/{made.Draft.Number}"
        : visit.CouncilUrl;
}
