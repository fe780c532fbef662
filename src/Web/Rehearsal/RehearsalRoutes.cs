using System.Net;
using Faubourg.Domain;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Web.Rehearsal;

/// <summary>What a rehearsal is, evenings to watch, an empty rehearsal for players that bring their own, and its clock.</summary>
internal static class RehearsalRoutes
{
    private const string Clock = "/rehearsals/{slug}/clock";

    /// <summary>All rehearsals are called so in addresses, with a number: the good names stay free for neighbourhoods.</summary>
    private const string Slug = "rehearsal";

    /// <summary>A scripted clock goes so far ahead in one step, and no farther.</summary>
    private static readonly Duration Farthest = Duration.FromDays(400);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/rehearsals", Show);
        routes.MapForm(Forms.FoundRehearsal, Found);
        routes.MapForm(Forms.WatchRehearsal, Watch, Show);
        routes.MapForm(Forms.WatchWall, Wall, Show);
        routes.MapPage("/rehearsals/{slug}/seat", LetIn);
        routes.MapPage("/rehearsals/{slug}/showing", Going);
        routes.MapPage("/rehearsals/{slug}/showing/live", GoingOn);
        routes.MapPage(Clock, visit => IsFromHere(visit.Context) ? Time(visit, visit.Now) : Trouble.Show(visit.Context, StatusCodes.Status403Forbidden));
        routes.MapPost(Clock, context => SetClock(Visit.Of(context)));
    }

    private static Showings ShowingsOf(Visit visit) => visit.Context.RequestServices.GetRequiredService<Showings>();

    private static IQuarters QuartersOf(Visit visit) => visit.Context.RequestServices.GetRequiredService<IQuarters>();

    private static Task Show(Visit visit) => visit.WantsJson
        ? Face.Json(visit.Context, StatusCodes.Status200OK, json =>
        {
            json.WriteStartArray("rehearsals");
            foreach (var showing in ShowingsOf(visit).All)
            {
                json.WriteStartObject();
                json.WriteString("script", showing.Name);
                json.WriteString("slug", showing.Slug);
                json.WriteString("location", showing.CouncilUrl);
                json.WriteNumber("line", showing.Line);
                json.WriteNumber("lines", showing.Lines);
                json.WriteBoolean("over", showing.IsOver);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        })
        : visit.ShowBare<RehearsalsPage>((nameof(RehearsalsPage.Showings), ShowingsOf(visit).All));

    private static async Task<Reply> Found(Visit visit, Input input)
    {
        var founding = new Founding(
            Text.Of(input.Text("name")),
            Text.Of(input.Text("place")),
            input.WordsOrNull("horizon"),
            [],
            input.Choice("zone"),
            [.. input.Texts("languages").Distinct()],
            Rehearsal: true);
        return new Reply.Done("/rehearsals/" + await QuartersOf(visit).Found(Slug, founding, CancellationToken.None));
    }

    private static async Task<Reply> Watch(Visit visit, Input input) =>
        await ShowingsOf(visit).Start(input.Choice("script")) is { } showing ? new Reply.Done(showing.CouncilUrl) : new Reply.Refused(new TwoAreEnough());

    /// <summary>This screen becomes a wall of the council; somebody of the cast pairs it.</summary>
    private static async Task<Reply> Wall(Visit visit, Input input)
    {
        var device = Device.Ensure(visit.Context);
        if (ShowingsOf(visit).Of(visit.Slug) is { } showing
            && await showing.PairWall(council => device.KeyFor(visit.Quarter.Origin, council), visit.Context.RequestAborted))
            return new Reply.Done(showing.CouncilUrl + "/wall");
        return new Reply.Refused(new NothingToSitDownIn());
    }

    /// <summary>To the page with "Take a seat", by the token that a player holds up.</summary>
    private static async Task LetIn(Visit visit)
    {
        if (ShowingsOf(visit).Of(visit.Slug) is { } showing && await showing.LetIn(visit.Context.RequestAborted) is { } door)
        {
            visit.Context.Response.StatusCode = StatusCodes.Status303SeeOther;
            visit.Context.Response.Headers.Location = door;
            visit.Context.Response.Headers.CacheControl = "no-store";
        }
        else
        {
            await Trouble.Show(visit.Context, StatusCodes.Status404NotFound, sentence: visit.Words["refusal.NothingToSitDownIn"]);
        }
    }

    /// <summary>What is played now, and what was before, for whoever watches months go by.</summary>
    private static Task Going(Visit visit) => visit.ShowBare<ShowingPage>(
        (nameof(ShowingPage.Of), ShowingsOf(visit).Of(visit.Slug)), (nameof(ShowingPage.Url), visit.QuarterUrl), (nameof(ShowingPage.Quarter), visit.Quarter));

    private static Task GoingOn(Visit visit)
    {
        var (showings, slug, url, zone, now) = (ShowingsOf(visit), visit.Slug, visit.QuarterUrl, visit.Zone, visit.Now);
        return visit.Context.RequestServices.GetRequiredService<LiveHub>().Watch(visit.Context, Showings.TopicOf(slug), "showing", async words =>
            showings.Of(slug) is { } showing
                ? new Fragment(showing.Revision, await Page.Bytes<ShowingNow>(new Reader(words, new When(words, zone, now)), (nameof(ShowingNow.Of), showing), (nameof(ShowingNow.Url), url)))
                : null);
    }

    private static async Task SetClock(Visit visit)
    {
        var context = visit.Context;
        if (!await visit.Enter())
        {
            await Trouble.Show(context, StatusCodes.Status404NotFound);
            return;
        }

        if (!IsFromHere(context))
        {
            await Trouble.Show(context, StatusCodes.Status403Forbidden);
            return;
        }

        var (typed, fault) = await Body.Read(context);
        if (typed is not { Count: 1 } || !InstantPattern.ExtendedIso.Parse(typed.First("at") ?? "").TryGetValue(default, out var at) || at > visit.Now + Farthest)
        {
            await Trouble.Show(context, fault?.Status ?? StatusCodes.Status400BadRequest);
            return;
        }

        // Forward only: whoever is late finds it where it is.
        if (at > visit.Now) await QuartersOf(visit).SetClock(visit.Slug, at, context.RequestAborted);
        await Time(visit, Instant.Max(at, visit.Now));
    }

    private static Task Time(Visit visit, Instant at) =>
        Face.Json(visit.Context, StatusCodes.Status200OK, json => json.WriteString("at", InstantPattern.ExtendedIso.Format(at)));

    /// <summary>Players run on this machine; nobody behind a proxy is on it.</summary>
    private static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } from
        && (IPAddress.IsLoopback(from) || from.Equals(context.Connection.LocalIpAddress))
        && !context.Request.Headers.ContainsKey("X-Forwarded-For");
}

/// <summary>As many showings as a small machine plays at once.</summary>
public sealed record TwoAreEnough : Refusal;

/// <summary>The showing is over, or nobody of it sits yet.</summary>
public sealed record NothingToSitDownIn : Refusal;
