using System.Text;
using System.Xml;
using Faubourg.Web.Councils.Announce;
using Faubourg.Web.Record;
using Faubourg.Web.SixWords;

namespace Faubourg.Web.Councils.Minutes;

/// <summary>The minutes of a council that is over, on every surface: page, poster, chalk, Markdown, JSON, feed entry.</summary>
public static class MinutesRoutes
{
    private const string Council = "/quarters/{slug}/councils/{council}";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        Counts.CountsRoutes.Map(routes);
        OnceOver(routes, "poster", Poster);
        OnceOver(routes, "chalk", visit => Page<ChalkPage>(visit, (nameof(ChalkPage.QuarterUrl), visit.QuarterUrl), (nameof(ChalkPage.Short), Short(visit))));
        OnceOver(routes, "chalk.txt", visit => Plain(visit, "text/plain", string.Join('\n', Chalk.Of(Told(visit), Asked(visit), Short(visit))) + "\n"));
        OnceOver(routes, "minutes.md", visit => Plain(visit, "text/markdown", Markdown.Of(Told(visit), Asked(visit), Address(visit))));
        OnceOver(routes, "minutes.json", Json);
        OnceOver(routes, "entry.atom", visit => Plain(visit, "application/atom+xml; type=entry", Entry(visit)));
    }

    /// <summary>What stands at the council's own address from its end on.</summary>
    public static async Task Show(Visit visit)
    {
        var open = await OpenRecord.Of(visit);
        (string, object?)[] whole = [.. Of(visit), (nameof(MinutesPage.QuarterUrl), visit.QuarterUrl), (nameof(MinutesPage.InRecord), InRecord.Of(open, visit.Council.Number)), (nameof(MinutesPage.Grows), Projects.Grown.Of(visit.Quarter, visit.Council.Number, visit.Now))];
        if (visit.Device is { } device && FoundSlip.Of(visit.Quarter, device, visit.Now, visit.Council.Number) is { Count: > 0 } mine)
            await visit.Show<MinutesPage>([.. whole, (nameof(MinutesPage.Mine), mine), (nameof(MinutesPage.Record), visit.Quarter)]);
        else
            await visit.ShowPublic<MinutesPage>(open?.Revision ?? visit.Revision, whole);
    }

    private static async Task Poster(Visit visit)
    {
        var open = await OpenRecord.Of(visit);
        await visit.ShowPublic<PosterPage>(open?.Revision ?? visit.Revision, [
            .. Of(visit),
            (nameof(PosterPage.Address), Announcements.ShortUrl(visit)),
            (nameof(PosterPage.Large), visit.Context.Request.Query["size"] == "a3"),
            (nameof(PosterPage.Checkpoint), InRecord.Of(open, visit.Council.Number)?.Lines)]);
    }

    /// <summary>The telling in this reader's language, or in the one that the address asks for.</summary>
    private static Telling Asked(Visit visit)
    {
        var asked = visit.Context.Request.Query["language"].ToString();
        var words = Languages.Knows(asked) ? Words.In(asked) : visit.Words;
        return new Telling(words, new When(words, visit.Zone, visit.Now));
    }

    /// <summary>While it lives, the council's own page says how it stands; there are no minutes yet.</summary>
    private static void OnceOver(IEndpointRouteBuilder routes, string noun, Func<Visit, Task> show) =>
        routes.MapPage($"{Council}/{noun}", visit =>
        {
            if (visit.Council.IsOver) return show(visit);
            visit.Context.Response.Redirect(visit.CouncilUrl);
            return Task.CompletedTask;
        });

    private static Task Page<TPage>(Visit visit, params (string Name, object? Value)[] more) where TPage : MinutesPart =>
        visit.ShowPublic<TPage>(visit.Revision, [.. Of(visit), .. more]);

    private static (string, object?)[] Of(Visit visit) => [(nameof(MinutesPart.Told), Told(visit)), (nameof(MinutesPart.Url), visit.CouncilUrl)];

    private static MinutesView Told(Visit visit) => MinutesTeller.Of(visit.Quarter, visit.Council, visit.Now) with { Broken = visit.Evidence is not null };

    private static Task Json(Visit visit) =>
        Face.Json(visit.Context, StatusCodes.Status200OK, json => MinutesJson.Write(json, Told(visit), Address(visit)));

    private static async Task Plain(Visit visit, string type, string text)
    {
        var response = visit.Context.Response;
        response.ContentType = type + (type.StartsWith("text/", StringComparison.Ordinal) ? "; charset=utf-8" : "");
        response.Headers.CacheControl = "no-cache";
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), visit.Context.RequestAborted);
    }

    private static string Entry(Visit visit)
    {
        var written = new StringBuilder();
        using (var xml = XmlWriter.Create(written, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true }))
            MinutesEntry.Write(xml, Told(visit), Asked(visit), Address(visit));
        return written.ToString();
    }

    /// <summary>Absolute: for whoever reads it elsewhere.</summary>
    private static string Address(Visit visit) => PublicAddress.Of(visit.Context) + visit.CouncilUrl;

    /// <summary>"faubourg.example/q/lilas/3": as one writes it on a wall.</summary>
    private static string Short(Visit visit) => Announcements.ShortUrl(visit).Split("://")[^1];
}
