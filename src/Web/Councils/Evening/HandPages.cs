using Faubourg.Domain.Decisions;

namespace Faubourg.Web.Councils;

/// <summary>Pages that a seat opens from the council: only whoever sits there sees them, everybody else is led to the council.</summary>
internal static class HandPages
{
    /// <summary>A page under the council's address: <c>routes.MapHand&lt;MorePage&gt;("more")</c>.</summary>
    public static void MapHand<TPage>(this IEndpointRouteBuilder routes, string noun) where TPage : HandView =>
        routes.MapPage($"{CouncilRoutes.At}/{noun}", Show<TPage>);

    /// <summary>A page about one proposal, "…/proposals/{proposal}/…".</summary>
    public static void MapProposal<TPage>(this IEndpointRouteBuilder routes, string noun) where TPage : ProposalView =>
        routes.MapPage($"{CouncilRoutes.At}/proposals/{{proposal}}{noun}", ShowProposal<TPage>);

    public static Task Show<TPage>(Visit visit) where TPage : HandView => Show<TPage>(visit, []);

    public static Task Show<TPage>(Visit visit, params (string Name, object? Value)[] more) where TPage : HandView
    {
        if (visit.WantsJson) return CouncilJson.Write(visit);
        if (!visit.Council.IsOver && Seated.OfPage(visit) is { } me) return visit.Show<TPage>([(nameof(HandView.Me), me), .. more]);
        return HttpMethods.IsPost(visit.Context.Request.Method) ? Parts.NotNow.Show(visit) : ToTheCouncil(visit);
    }

    public static Task ShowProposal<TPage>(Visit visit) where TPage : ProposalView => Drafted(visit) is { } draft
        ? Show<TPage>(visit, (nameof(ProposalView.Draft), draft))
        : Trouble.Show(visit.Context, StatusCodes.Status404NotFound);

    private static Draft? Drafted(Visit visit) => visit.Council.Room?.Proposals.GetValueOrDefault(visit.Number("proposal"));

    private static Task ToTheCouncil(Visit visit)
    {
        visit.Context.Response.StatusCode = StatusCodes.Status303SeeOther;
        visit.Context.Response.Headers.Location = visit.CouncilUrl;
        return Task.CompletedTask;
    }
}
