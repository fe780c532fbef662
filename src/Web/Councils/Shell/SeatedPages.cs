namespace Faubourg.Web.Councils;

/// <summary>Pages of a council that only somebody seated opens.</summary>
internal static class SeatedPages
{
    /// <summary>Shows the page in the name of whoever holds the phone; without a seat one is led to the council, which says how to come in.</summary>
    public static void MapSeated(this IEndpointRouteBuilder routes, string noun, Func<Visit, Seated, Task> show) =>
        routes.MapPage($"{CouncilRoutes.At}/{noun}", visit => Seated.OfPage(visit) is { } me ? show(visit, me) : Lead(visit, visit.CouncilUrl));

    /// <summary>For forms that came back: the same page again, or the council if the seat is gone.</summary>
    public static Func<Visit, Task> Again(Func<Visit, Seated, Task> show) =>
        visit => Seated.OfPage(visit) is { } me ? show(visit, me) : Parts.NotNow.Show(visit);

    public static Task Lead(Visit visit, string to)
    {
        visit.Context.Response.StatusCode = StatusCodes.Status303SeeOther;
        visit.Context.Response.Headers.Location = to;
        return Task.CompletedTask;
    }
}
