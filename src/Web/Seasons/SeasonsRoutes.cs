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
        routes.MapDeed<BurstPage>(Forms.OpenBurst, input => new OpenBurst(input.Number("days"), input.Number("quiet")));
    }

    private static Task Show(Visit visit) => visit.WantsJson && HttpMethods.IsGet(visit.Context.Request.Method)
        ? SeasonsJson.Write(visit)
        : visit.Show<SeasonsPage>(visit.Whole);
}
