using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace Faubourg.Web.Councils.Announce;

/// <summary>Convening, and everything about a council until it starts.</summary>
internal static class AnnounceRoutes
{
    private const string At = "/quarters/{slug}/councils/{council}";

    /// <summary>Another was convened in between: the device is called otherwise in the next one, so it is tried again.</summary>
    private const int Tries = 8;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/quarters/{slug}/councils/new", Convening);
        routes.MapForm(Forms.Convene, Convened, again: Convening, act: typeof(Convene));
        routes.MapPage(At + "/announcement", ForOpener<ChangePage>);
        routes.MapPage(At + "/announcement/live", visit => visit.Council.Room is null
            ? Trouble.Show(visit.Context, StatusCodes.Status404NotFound)
            : visit.Context.RequestServices.GetRequiredService<LiveRooms>().Watch<AnnouncedRoom>(visit, "announced"));
        routes.MapAct(
            Forms.ChangeAnnouncement,
            (visit, input) => new Change(visit.Council.Number, Read(input, input.Moment("starts"))),
            again: visit => visit.Show<ChangePage>(Announcements.Of(visit)));
        routes.MapPage(At + "/place", visit => visit.Show<MovePage>(Announcements.Of(visit)));
        routes.MapAct(
            Forms.MovePlace,
            (visit, input) => new MovePlace(visit.Council.Number, Text.Of(input.Text("place"))),
            again: visit => visit.Show<MovePage>(Announcements.Of(visit)));
        routes.MapPage(At + "/cancellation", ForOpener<CancelPage>);
        routes.MapAct(Forms.CallOff, (visit, _) => new CallOff(visit.Council.Number), again: visit => visit.Show<CancelPage>(Announcements.Of(visit)));
        routes.MapForm(Forms.FindWorthHolding, WorthHolding, again: Announcements.Show, act: typeof(FindWorthHolding));
        routes.MapPage(At + "/sheet", Announcements.Sheet);
        routes.MapPage(At + "/council.ics", Announcements.Ics);
        foreach (var route in new[] { "/q/{slug}/{council}", "/q/{slug}" }) routes.MapMethods(route, [HttpMethods.Get, HttpMethods.Head], Short);
    }

    /// <summary>Who did not convene it is led to the council: there is nothing to press here for anybody else.</summary>
    private static Task ForOpener<TPage>(Visit visit) where TPage : IComponent
    {
        if (visit.Key is { } key && visit.Council.Room?.Opener == key) return visit.Show<TPage>(Announcements.Of(visit));
        visit.Context.Response.Redirect(visit.Here);
        return Task.CompletedTask;
    }

    private static Task Convening(Visit visit)
    {
        var (corner, wall, source) = Sources.Of(visit);
        return visit.Show<ConvenePage>(
            (nameof(ConvenePage.Quarter), visit.Quarter),
            (nameof(ConvenePage.Url), visit.QuarterUrl),
            (nameof(ConvenePage.Corner), corner),
            (nameof(ConvenePage.FromWall), wall),
            (nameof(ConvenePage.Source), source),
            (nameof(ConvenePage.Kind), Seasons.KindField.Of(visit)));
    }

    private static async Task<Reply> Convened(Visit visit, Input input)
    {
        if (Starts(input) is not { } starts) return new Reply.Wrong("starts", "form.missing");
        var wall = input.Has("wall_council") && input.Has("wall_proposal") ? new WallItem(input.Number("wall_council"), input.Number("wall_proposal")) : null;
        for (var tries = 1; ; tries++)
        {
            var number = visit.NextCouncil;
            var act = new Convene(Read(input, starts), input.NumberOrNull("corner"), wall, number);
            switch (await ActRoutes.Submit(visit, act, input, number))
            {
                case Answer.Accepted done:
                    return Reply.Done.Of($"{visit.QuarterUrl}/councils/{done.Events.OfType<CouncilConvened>().Single().Council}", done);
                case Answer.Refused { Why: AnotherCameFirst } when tries < Tries:
                    await visit.Enter();
                    break;
                case Answer.Refused no:
                    return new Reply.Refused(no.Why);
            }
        }
    }

    private static Instant? Starts(Input input) => input.Has("quick") ? input.Moment("quick") : input.Has("starts") ? input.Moment("starts") : null;

    private static Announcement Read(Input input, Instant starts) => new(
        Text.Of(input.Text("question")),
        Text.Of(input.Text("place")),
        input.WordsOrNull("access"),
        starts,
        input.Number("minutes"),
        input.Choice<Attendance>("attendance"),
        input.Choice<Method>("method"),
        input.Flag("step_free"),
        input.Flag("children"),
        input.Flag("food"))
    {
        Kind = input.ChoiceOrNull<CouncilKind>("kind") ?? CouncilKind.Usual,
    };

    /// <summary>The page it is said on is stored for everybody, so a phone may come here without a secret: it gets one now.</summary>
    private static async Task<Reply> WorthHolding(Visit visit, Input input)
    {
        return await ActRoutes.Submit(visit, new FindWorthHolding(visit.Council.Number), input, fresh: Device.Ensure(visit.Context)) switch
        {
            Answer.Accepted done => Reply.Done.Of(visit.Here, done),
            // Said twice is said once: a second tap is no mistake.
            Answer.Refused { Why: AlreadySaid } => new Reply.Done(visit.Here),
            Answer.Refused no => new Reply.Refused(no.Why),
            var other => throw new InvalidOperationException($"An answer of a kind we do not know: {other.GetType().Name}."),
        };
    }

    private static async Task Short(HttpContext context)
    {
        var visit = Visit.Of(context);
        var found = await context.RequestServices.GetRequiredService<IQuarters>().Find(visit.Slug, context.RequestAborted);
        if (found is null)
        {
            await Trouble.Show(context, StatusCodes.Status404NotFound);
            return;
        }

        var quarter = $"{(found.Quarter.Rehearsal ? "/rehearsals" : "/quarters")}/{visit.Slug}";
        context.Response.Redirect(context.Request.RouteValues.ContainsKey("council") ? $"{quarter}/councils/{visit.Number("council")}" : quarter);
    }
}
