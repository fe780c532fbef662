using Faubourg.Domain.Quarters;

namespace Faubourg.Web.Stories;

/// <summary>What neighbours tell each other: stories, the almanac, and how a neighbourhood begins. All of it from the record.</summary>
internal static class StoriesRoutes
{
    private const string At = "/quarters/{slug}";

    /// <summary>Stories on a page.</summary>
    private const int Length = 20;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(At + "/stories", List);
        routes.MapPage(At + "/stories/{council}", Card);
        routes.MapPage(At + "/almanac", visit => visit.WantsJson ? StoriesJson.Almanac(visit) : visit.ShowPublic<AlmanacPage>(visit.Revision, visit.Whole));
        routes.MapPage(At + "/first-evening", visit => visit.WantsJson ? StoriesJson.FirstEvening(visit) : visit.ShowPublic<FirstEveningPage>(visit.Revision, visit.Whole));
    }

    private static Task List(Visit visit)
    {
        var page = Math.Max(visit.Page, 1);
        // One more than is shown says whether there is another page.
        var told = Told(visit.Quarter, visit).Skip((page - 1) * Length).Take(Length + 1).ToArray();
        if (visit.WantsJson) return StoriesJson.All(visit, told.Take(Length));
        return visit.ShowPublic<StoriesPage>(visit.Revision, [
            .. visit.Whole,
            (nameof(StoriesPage.Told), told.Take(Length).ToArray()),
            (nameof(StoriesPage.Page), page),
            (nameof(StoriesPage.More), told.Length > Length)]);
    }

    /// <summary>The newest first, told only as far as they are asked for.</summary>
    private static IEnumerable<StoryTold> Told(Quarter quarter, Visit visit) => quarter.Councils.Values
        .Where(council => council.Decision is not null)
        .Reverse()
        .Select(council => StoryTold.Of(quarter, council, visit.Now))
        .OfType<StoryTold>();

    private static Task Card(Visit visit) => StoryTold.Of(visit.Quarter, visit.Council, visit.Now) is { } told
        ? visit.WantsJson ? StoriesJson.All(visit, [told]) : visit.ShowPublic<StoryPage>(visit.Revision, [
            .. visit.Whole,
            (nameof(StoryPage.Told), told),
            (nameof(StoryPage.Address), $"{PublicAddress.Of(visit.Context)}{visit.QuarterUrl}/stories/{told.Council}"),
            (nameof(StoryPage.Many), visit.Context.Request.Query["size"] == "a4")])
        : Trouble.Show(visit.Context, StatusCodes.Status404NotFound);
}
