using Faubourg.Domain.Councils;

namespace Faubourg.Web.Councils.Announce;

/// <summary>A council before its start: what outsiders and whoever convened it see at its address.</summary>
internal static class Announcements
{
    /// <summary>The page of an announced council; one stored page for all who have no part in it.</summary>
    public static async Task Show(Visit visit)
    {
        var record = await visit.Context.RequestServices.GetRequiredService<IQuarters>().Record(visit.Slug, visit.Context.RequestAborted);
        var room = visit.Council.Room;
        var key = visit.Key;
        var opener = key is not null && room?.Opener == key;
        var said = key is not null && room?.WorthHolding.Contains(key) == true;
        (string, object?)[] whole =
        [
            (nameof(AnnouncementPage.Scene), Scene.Of(visit)),
            (nameof(AnnouncementPage.ShortUrl), ShortUrl(visit)),
            (nameof(AnnouncementPage.Event), EventJson.Of(visit)),
            (nameof(AnnouncementPage.Entry), record is null ? null : Convened(visit.Council)),
        ];
        if (opener || said || visit.Entry is not null)
            await visit.Show<AnnouncementPage>([.. whole, (nameof(AnnouncementPage.IsOpener), opener), (nameof(AnnouncementPage.Said), said)]);
        else
            await visit.ShowPublic<AnnouncementPage>(visit.Revision, whole);
    }

    /// <summary>The entry of the record in which its question was asked first.</summary>
    private static long? Convened(Council council) => (council.Before.FirstOrDefault()?.Question ?? council.Question)?.Seq;

    public static Task Json(Visit visit) => Face.Json(visit.Context, StatusCodes.Status200OK, json =>
    {
        json.WriteNumber("revision", visit.Quarter.Size);
        QuarterJson.Announced(json, visit.Quarter, visit.Council);
    });

    public static Task Sheet(Visit visit) => visit.Show<SheetPage>([.. Of(visit), (nameof(SheetPage.ShortUrl), ShortUrl(visit))]);

    public static Task Ics(Visit visit)
    {
        visit.Context.Response.Headers.ContentDisposition = $"attachment; filename=\"{visit.Slug}-{visit.CouncilNumber}.ics\"";
        return visit.Context.RequestServices.GetRequiredService<PageCache>().Serve(visit.Context, visit.Revision, "text/calendar; charset=utf-8", () =>
            Task.FromResult(Seasons.Ics.Bytes(visit, visit.Words.Say(visit.Quarter.Said(visit.Quarter.Name)), [Seasons.CouncilDates.One(visit, visit.Council)])));
    }

    /// <summary>"/q/lilas/3": what fits on a poster and is typed without a mistake.</summary>
    public static string ShortUrl(Visit visit) => $"{PublicAddress.Of(visit.Context)}/q/{visit.Slug}/{visit.CouncilNumber}";

    internal static (string, object?)[] Of(Visit visit) =>
    [
        (nameof(ChangePage.Quarter), visit.Quarter),
        (nameof(ChangePage.Url), visit.QuarterUrl),
        (nameof(ChangePage.Council), visit.Council),
    ];
}
