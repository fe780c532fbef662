using Faubourg.Domain.Seasons;
using Faubourg.Web.Councils;

namespace Faubourg.Web.Seasons;

/// <summary>Busy and quiet weeks, and rest.</summary>
internal static class SeasonsRoutes
{
    private const string At = "/quarters/{slug}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(At + "/seasons", visit => visit.WantsJson ? SeasonsJson.Write(visit) : visit.ShowPublic<SeasonsPage>(visit.Revision, visit.Whole));
        routes.MapPage(At + "/rests/new", Resting);
        routes.MapHand<BurstPage>("proposals/bursts");
        routes.MapAct(Forms.RestWeek, (_, input) => new RestWeek(input.DateOrNull("monday")!.Value), then: (visit, _) => visit.QuarterUrl + "/seasons", again: Resting);
        routes.MapDeed<BurstPage>(Forms.OpenBurst, input => new OpenBurst(input.Number("days"), input.Number("quiet")));
    }

    private static Task Resting(Visit visit) => visit.Show<RestPage>(visit.Whole);
}
