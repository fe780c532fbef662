namespace Faubourg.Web.Councils;

/// <summary>From the first word read aloud to the last: the steps of a council in their order.</summary>
internal static class EveningRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        GuideRoutes.Map(routes);
        AskRoutes.Map(routes);
        HearingRoutes.Map(routes);
        DecidingRoutes.Map(routes);
        TaskingRoutes.Map(routes);
        ClosingRoutes.Map(routes);
    }
}
