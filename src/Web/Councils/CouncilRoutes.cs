using Faubourg.Domain.Councils;
using Faubourg.Web.Councils.Announce;

namespace Faubourg.Web.Councils;

/// <summary>A council has one address. What stands there depends on when one comes and from where.</summary>
internal static class CouncilRoutes
{
    public const string At = "/quarters/{slug}/councils/{council}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(At, Show);
        routes.MapPage(At + "/live", Watch);
        EveningRoutes.Map(routes);
        DoorRoutes.Map(routes);
        BesideRoutes.Map(routes);
        WallRoutes.Map(routes);
        HeadsRoutes.Map(routes);
        DrawRoutes.Map(routes);
        BearerRoutes.Map(routes);
    }

    private static Task Show(Visit visit)
    {
        if (visit.Council.Step == Step.Announced) return visit.WantsJson ? Announcements.Json(visit) : Announcements.Show(visit);
        if (visit.WantsJson) return CouncilJson.Write(visit);
        if (visit.Council.IsOver) return Minutes.MinutesRoutes.Show(visit);
        if (Seated.Of(visit) is { } me) return visit.Show<RoomPage>((nameof(RoomPage.Me), me), (nameof(RoomPage.IsNew), visit.Context.Request.Query.ContainsKey("in")));
        return Stranger.Of(visit) is { IsKnown: true } stranger
            ? visit.Show<OutsidePage>((nameof(OutsidePage.Scene), Scene.Of(visit)), (nameof(OutsidePage.Who), stranger))
            : visit.ShowPublic<OutsidePage>(visit.Revision, Public(visit));
    }

    private static (string, object?)[] Public(Visit visit) => [(nameof(RoomView.Scene), Scene.Of(visit))];

    /// <summary>The stream beside the page: of the room for whoever is seated, of the outside for all others.</summary>
    private static Task Watch(Visit visit)
    {
        var live = visit.Context.RequestServices.GetRequiredService<LiveRooms>();
        return Seated.Of(visit) is null ? live.Watch<OutsideRoom>(visit, "outside") : live.Watch<RoomFragment>(visit, "room");
    }
}
