using Faubourg.Domain.Projects;

namespace Faubourg.Web.Projects;

/// <summary>Pages of what grows: projects, one project, and what waits for a hand.</summary>
internal static class ProjectRoutes
{
    public const string At = "/quarters/{slug}/projects";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(At, visit => visit.WantsJson ? ProjectJson.All(visit) : visit.ShowPublic<ProjectsPage>(visit.Revision, Paged(visit)));
        routes.MapPage(At + "/{project}", One);
        routes.MapPage("/quarters/{slug}/waiting", visit => visit.WantsJson ? ProjectJson.Waiting(visit) : visit.ShowPublic<WaitingPage>(visit.Revision, Paged(visit)));
    }

    /// <summary>The project of this address; null where there is none.</summary>
    public static Grown? Of(Visit visit) => Grown.Of(visit.Quarter, visit.Number("project"), visit.Now);

    private static Task One(Visit visit)
    {
        if (Of(visit) is not { } grown) return Trouble.Show(visit.Context, StatusCodes.Status404NotFound);
        return visit.WantsJson
            ? ProjectJson.One(visit, grown)
            : visit.ShowPublic<ProjectPage>(visit.Revision, (nameof(ProjectPage.Of), grown), (nameof(ProjectPage.Url), visit.QuarterUrl));
    }

    private static (string, object?)[] Paged(Visit visit) => [.. visit.Whole, (nameof(ProjectsPage.Page), visit.Page)];
}
