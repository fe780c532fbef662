using Faubourg.Domain.Councils;

namespace Faubourg.Web.Councils;

/// <summary>How many we are: counted aloud, typed by two phones; and what to do when there are more seats than heads.</summary>
internal static class HeadsRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapSeated("heads", Show);
        routes.MapAct(Forms.TypeHeads, (visit, input) => new TypeHeads(visit.Council.Number, input.Number("heads")), again: SeatedPages.Again(Show));
        routes.MapSeated("rescan", (visit, me) => visit.Show<RescanPage>((nameof(RescanPage.Me), me)));
        routes.MapAct(Forms.Rescan, (visit, _) => new CallRescan(visit.Council.Number), (visit, _) => visit.CouncilUrl + "/door");
    }

    private static Task Show(Visit visit, Seated me) => visit.Show<HeadsPage>((nameof(HeadsPage.Me), me));
}
