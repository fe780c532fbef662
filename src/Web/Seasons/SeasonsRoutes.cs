using Faubourg.Domain;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Seasons;
using Faubourg.Web.Councils;

namespace Faubourg.Web.Seasons;

/// <summary>Busy and quiet weeks, and rest.</summary>
internal static class SeasonsRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/quarters/{slug}/seasons", Show);
        routes.MapHand<BurstPage>("proposals/bursts");
        routes.MapAct(Forms.RestWeek, (_, input) => new RestWeek(input.DateOrNull("monday")!.Value), then: (visit, _) => visit.QuarterUrl + "/seasons", again: Show);
        routes.MapAct(
            Forms.OpenBurst,
            (visit, input) => new Propose(
                visit.Council.Number, Text.Of(input.Text("what")), null, null, false, Touches.Season, Deed: new OpenBurst(input.Number("days"), input.Number("quiet"))),
            again: HandPages.Show<BurstPage>);
    }

    private static Task Show(Visit visit) => visit.WantsJson && HttpMethods.IsGet(visit.Context.Request.Method)
        ? SeasonsJson.Write(visit)
        : visit.Show<SeasonsPage>((nameof(SeasonsPage.Quarter), visit.Quarter), (nameof(SeasonsPage.Url), visit.QuarterUrl));
}
