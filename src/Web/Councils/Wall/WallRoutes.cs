using Faubourg.Domain.Councils;

namespace Faubourg.Web.Councils;

/// <summary>A projector shows six letters; a seated phone pairs it. From then on it shows, and can do nothing.</summary>
internal static class WallRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(CouncilRoutes.At + "/wall", Show);
        routes.MapPage(CouncilRoutes.At + "/wall/live", Watch);
        routes.MapSeated("walls", Ask);
        routes.MapSeated("walls/{wall}", Ask);
        routes.MapForm(Forms.PairWall, Pair, SeatedPages.Again(Ask), typeof(PairWall));
    }

    private static Task Show(Visit visit)
    {
        if (visit.Council.Room is not { } room) return SeatedPages.Lead(visit, visit.CouncilUrl);
        var wall = Device.Ensure(visit.Context).KeyFor(visit.Quarter.Origin, visit.Council.Number);
        if (room.Walls.Contains(wall)) return visit.Show<WallPage>((nameof(WallPage.Scene), Scene.Of(visit)));
        var code = visit.Context.RequestServices.GetRequiredService<WallsWaiting>().Ask(visit.Topic, wall);
        return visit.Show<WallAskPage>((nameof(WallAskPage.Scene), Scene.Of(visit)), (nameof(WallAskPage.Wall), wall), (nameof(WallAskPage.Code), code));
    }

    private static Task Watch(Visit visit)
    {
        var live = visit.Context.RequestServices.GetRequiredService<LiveRooms>();
        return visit.Council.Room is { } room && visit.Key is { } key && room.Walls.Contains(key)
            ? live.Watch<WallView>(visit, $"wall {PublicAddress.Of(visit.Context)}")
            : live.Watch<WaitingWall>(visit, "wall to come");
    }

    private static Task Ask(Visit visit, Seated me) => visit.Show<PairPage>(
        (nameof(PairPage.Me), me),
        (nameof(PairPage.Wall), visit.Context.Request.RouteValues.TryGetValue("wall", out var wall) ? wall : visit.Entry?.Typed.First("wall")));

    private static async Task<Reply> Pair(Visit visit, Input input)
    {
        var waiting = visit.Context.RequestServices.GetRequiredService<WallsWaiting>();
        var wall = input.Has("wall") ? input.Text("wall") : waiting.Find(visit.Topic, input.Text("code"));
        if (wall is null) return new Reply.Wrong("code", "room.wall.unknown");
        return await ActRoutes.Submit(visit, new PairWall(visit.Council.Number, wall), input) switch
        {
            Answer.Accepted done => Reply.Done.Of(visit.CouncilUrl, done),
            Answer.Refused no => new Reply.Refused(no.Why),
            _ => throw new InvalidOperationException("An answer of a kind we do not know."),
        };
    }
}
