namespace Faubourg.Web;

/// <summary>Every slice of pages and acts, one line each.</summary>
internal static class Slices
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Host.HostRoutes.Map(routes);
        QuarterRoutes.Map(routes);
        Councils.Announce.AnnounceRoutes.Map(routes);
        Councils.CouncilRoutes.Map(routes);
        Rehearsal.RehearsalRoutes.Map(routes);
        Councils.Minutes.MinutesRoutes.Map(routes);
        SixWords.SlipsRoutes.Map(routes);
        Jars.JarRoutes.Map(routes);
        Projects.ProjectRoutes.Map(routes);
        Projects.HandRoutes.Map(routes);
        Projects.ProposeProjectRoutes.Map(routes);
        Recipes.RecipeRoutes.Map(routes);
        Gains.GainsRoutes.Map(routes);
        Charges.ChargesRoutes.Map(routes);
        Paper.PaperRoutes.Map(routes);
        Stories.StoriesRoutes.Map(routes);
        Seasons.SeasonsRoutes.Map(routes);
        Power.PowerRoutes.Map(routes);
        Offers.OffersRoutes.Map(routes);
        Record.RecordRoutes.Map(routes);
        Record.RecordFiles.Map(routes);
    }
}
