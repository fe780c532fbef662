using Faubourg.Domain;
using Faubourg.Domain.Councils;

namespace Faubourg.Web.Councils;

/// <summary>How people come in: the door that a seated phone opens, a scanned picture, six typed letters.</summary>
internal static class DoorRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapAct(Forms.OpenDoor, (visit, _) => new OpenDoor(visit.Council.Number), (visit, _) => visit.CouncilUrl + "/door");
        routes.MapSeated("door", Show);
        routes.MapSeated("door/live", (visit, _) => visit.Context.RequestServices.GetRequiredService<LiveRooms>().Watch<DoorRoom>(visit, $"door {PublicAddress.Of(visit.Context)}"));
        routes.MapPage(CouncilRoutes.At + "/door/{token}", visit => Join(visit, visit.Route("token")));
        routes.MapPage(CouncilRoutes.At + "/seats/new", visit => Join(visit, null));
        routes.MapPage(CouncilRoutes.At + "/code", AskCode);
        routes.MapForm(Forms.TakeSeat, Sit, SitAgain, typeof(TakeSeat));
        routes.MapPage(CouncilRoutes.At + "/reclaims", AskReclaim);
        routes.MapForm(Forms.ReclaimSeat, Reclaim, AskReclaim, typeof(ReclaimSeat));
        routes.MapAct(Forms.Vouch, (visit, input) => new VouchFor(visit.Council.Number, input.Number("seat")));
    }

    private static Task Show(Visit visit, Seated me) => visit.WantsJson
        ? Face.Json(visit.Context, StatusCodes.Status200OK, json =>
        {
            json.WriteBoolean("open", me.Scene.DoorIsOpen);
            CouncilJson.Moment(json, "until", me.Room.DoorOpenUntil);
            if (!me.Scene.DoorIsOpen) return;
            json.WriteString("token", Door.Token(me.Room, visit.Now));
            json.WriteString("code", Door.Code(me.Room));
        })
        : visit.Show<DoorPage>((nameof(DoorPage.Me), me));

    private static Task Join(Visit visit, string? token)
    {
        if (visit.Council.Room is not { } room || Seated.Of(visit) is not null) return SeatedPages.Lead(visit, visit.CouncilUrl);
        if (token is not null && !Door.Honours(room, token, visit.Now)) visit.Status = StatusCodes.Status410Gone;
        return visit.Show<JoinPage>((nameof(JoinPage.Scene), Scene.Of(visit)), (nameof(JoinPage.Token), token));
    }

    private static Task AskCode(Visit visit) => visit.Council.Room is null || Seated.Of(visit) is not null
        ? SeatedPages.Lead(visit, visit.CouncilUrl)
        : visit.Show<CodePage>((nameof(CodePage.Scene), Scene.Of(visit)));

    private static Task SitAgain(Visit visit) =>
        visit.Entry!.Typed.First("code") is null ? Join(visit, visit.Entry.Typed.First("token")) : AskCode(visit);

    private static async Task<Reply> Sit(Visit visit, Input input)
    {
        var act = new TakeSeat(visit.Council.Number, TicketOf(input), NameOf(input), Slips.Hashed(visit, Slips.Minutes));
        var reply = await Through(visit, input, act, visit.CouncilUrl + "?in");
        // A second tap, or a phone that is in already: the page, not an error. The same form sent twice has its own answer.
        return reply is Reply.Refused && Seated.Of(visit) is not null ? new Reply.Done(visit.CouncilUrl, visit.Revision) : reply;
    }

    private static Task<Reply> Reclaim(Visit visit, Input input)
    {
        var typed = input.Text("mark");
        var seat = visit.Council.Room?.Seats.Values.FirstOrDefault(s => SeatMarks.Is(s.Mark, typed));
        return Through(visit, input, new ReclaimSeat(visit.Council.Number, seat?.Mark ?? typed, TicketOf(input)), visit.CouncilUrl);
    }

    /// <summary>The act, unless too many wrong letters were typed in this council just now.</summary>
    private static async Task<Reply> Through(Visit visit, Input input, Act act, string to)
    {
        var tries = visit.Context.RequestServices.GetRequiredService<CodeTries>();
        if (input.Has("code") && !tries.MayTry(visit.Topic)) return new Reply.Refused(new TooManyTries());
        switch (await ActRoutes.Submit(visit, act, input))
        {
            case Answer.Accepted done: return Reply.Done.Of(to, done);
            case Answer.Refused { Why: AlreadySeated }: return new Reply.Done(visit.CouncilUrl, visit.Revision);
            case Answer.Refused no:
                if (no.Why is WrongCode) tries.Wrong(visit.Topic);
                return new Reply.Refused(no.Why);
            default: throw new InvalidOperationException("An answer of a kind we do not know.");
        }
    }

    private static Task AskReclaim(Visit visit)
    {
        if (visit.Council.Room is null || Seated.Of(visit) is not null) return SeatedPages.Lead(visit, visit.CouncilUrl);
        var token = visit.Entry?.Typed.First("token") ?? visit.Context.Request.Query["token"].ToString();
        return visit.Show<ReclaimPage>((nameof(ReclaimPage.Scene), Scene.Of(visit)), (nameof(ReclaimPage.Token), token.Length > 0 ? token : null));
    }

    private static Ticket TicketOf(Input input) => new(Or(input.Text("token")), Or(input.Text("code")));

    internal static Text? NameOf(Input input) => Or(input.Text("name")) is { } name ? Text.Of(name) : null;

    private static string? Or(string text) => text.Length == 0 ? null : text;
}
