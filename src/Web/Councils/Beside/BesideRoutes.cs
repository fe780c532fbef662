using Faubourg.Domain.Councils;

namespace Faubourg.Web.Councils;

/// <summary>Neighbours without a phone: seated beside one, each with a number on paper; and what somebody does with their own seat.</summary>
internal static class BesideRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapSeated("neighbours", Show);
        routes.MapAct(Forms.SeatBeside, (visit, input) => new SeatBeside(visit.Council.Number, DoorRoutes.NameOf(input)),
            (visit, _) => visit.CouncilUrl + "/neighbours", SeatedPages.Again(Show));
        routes.MapPage(CouncilRoutes.At + "/neighbours/{paper}", visit => Pass(visit, back: false));
        routes.MapPage(CouncilRoutes.At + "/neighbours/{paper}/back", visit => Pass(visit, back: true));
        routes.MapPage(CouncilRoutes.At + "/neighbours/{paper}/hand", Hand);
        routes.MapPage(CouncilRoutes.At + "/neighbours/{paper}/{again}/proposals/{proposal}",
            visit => SeatedPages.Lead(visit, $"{visit.CouncilUrl}/proposals/{visit.Number("proposal")}?{Form.Paper}={visit.Number("paper")}"));

        routes.MapSeated("name", Name);
        routes.MapAct(Forms.SayName, (visit, input) => new SayName(visit.Council.Number, DoorRoutes.NameOf(input)), again: SeatedPages.Again(Name));
        routes.MapSeated("departure", (visit, me) => visit.Show<LeavePage>((nameof(LeavePage.Me), me)));
        routes.MapForm(Forms.Leave, Leave, act: typeof(LeaveSeat));
    }

    private static Task Show(Visit visit, Seated me) => visit.Show<BesidePage>((nameof(BesidePage.Me), me));

    private static Task Name(Visit visit, Seated me) => visit.Show<NamePage>((nameof(NamePage.Me), me));

    /// <summary>A screen with nothing of anybody on it, while the phone goes from hand to hand.</summary>
    private static Task Pass(Visit visit, bool back) => (Seated.Of(visit, visit.Number("paper")) ?? (back ? Seated.Of(visit) : null)) is { } me
        ? visit.Show<PassPage>((nameof(PassPage.Me), me), (nameof(PassPage.Back), back))
        : SeatedPages.Lead(visit, visit.CouncilUrl);

    /// <summary>Whoever goes home from beside a phone gives it back first: its owner's page is not theirs.</summary>
    private static async Task<Reply> Leave(Visit visit, Input input) =>
        await ActRoutes.Submit(visit, new LeaveSeat(visit.Council.Number), input) switch
        {
            Answer.Accepted done => Reply.Done.Of(input.Paper is { } paper ? $"{visit.CouncilUrl}/neighbours/{paper}/back" : visit.CouncilUrl, done),
            Answer.Refused no => new Reply.Refused(no.Why),
            _ => throw new InvalidOperationException("An answer of a kind we do not know."),
        };

    private static Task Hand(Visit visit) => Seated.Of(visit, visit.Number("paper")) is { } me
        ? visit.Show<PaperPage>((nameof(PaperPage.Me), me))
        : SeatedPages.Lead(visit, visit.CouncilUrl);
}
