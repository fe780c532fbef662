using System.Text;
using Faubourg.Web.Councils.Minutes;

namespace Faubourg.Web.Councils.Counts;

/// <summary>The count as anybody may do it again: a page, a table, JSON. While the council lives, for whoever is in the room.</summary>
internal static class CountsRoutes
{
    private const string Council = CouncilRoutes.At;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(Council + "/counts", Show);
        routes.MapPage(Council + "/counts.json", visit => Counted(visit, (told, count) => Face.Json(
            visit.Context, StatusCodes.Status200OK, json => CountJson.Write(json, told, count, PublicAddress.Of(visit.Context) + visit.CouncilUrl + "/counts"))));
        routes.MapPage(Council + "/counts.csv", visit => Counted(visit, (_, count) => Csv(visit, "counts", CountCsv.Of(count))));
        routes.MapPage(Council + "/ballots.csv", visit => Counted(visit, (_, count) => count.BallotLines.IsEmpty
            ? Trouble.Show(visit.Context, StatusCodes.Status404NotFound)
            : Csv(visit, "ballots", CountCsv.Ballots(count))));
    }

    /// <summary>In the minute of "is mine there?" the ballots; afterwards the whole count.</summary>
    private static Task Show(Visit visit)
    {
        if (!visit.Council.IsOver && (visit.WantsJson || visit.Council.Room?.Deliberation.Count is not null)) return HandPages.Show<CheckPage>(visit);
        if (!MayLook(visit)) return SeatedPages.Lead(visit, visit.CouncilUrl);
        var told = Told(visit);
        if (visit.WantsJson && told.Count is { } count)
            return Face.Json(visit.Context, StatusCodes.Status200OK, json => CountJson.Write(json, told, count, PublicAddress.Of(visit.Context) + visit.CouncilUrl + "/counts"));
        return visit.ShowPublic<WholeCountPage>(visit.Revision, (nameof(MinutesPart.Told), told), (nameof(MinutesPart.Url), visit.CouncilUrl));
    }

    private static Task Counted(Visit visit, Func<MinutesView, CountTold, Task> show)
    {
        if (!MayLook(visit)) return SeatedPages.Lead(visit, visit.CouncilUrl);
        var told = Told(visit);
        return told.Count is { } count ? show(told, count) : Trouble.Show(visit.Context, StatusCodes.Status404NotFound);
    }

    /// <summary>Outsiders see of a living council its question, step and end alone.</summary>
    private static bool MayLook(Visit visit) =>
        visit.Council.IsOver || Seated.Of(visit) is not null || (visit.Key is { } key && visit.Council.Room?.Walls.Contains(key) == true);

    private static MinutesView Told(Visit visit) => MinutesTeller.Of(visit.Quarter, visit.Council, visit.Now) with { Broken = visit.Evidence is not null };

    private static async Task Csv(Visit visit, string name, string text)
    {
        var response = visit.Context.Response;
        response.ContentType = "text/csv; charset=utf-8; header=present";
        response.Headers.CacheControl = "no-cache";
        response.Headers.ContentDisposition = $"attachment; filename=\"{visit.Slug}-{visit.Council.Number}-{name}.csv\"";
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), visit.Context.RequestAborted);
    }
}
