using Faubourg.Domain;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Slips;
using Faubourg.Web.Councils;
using Faubourg.Web.SixWords;

namespace Faubourg.Web.Gains;

/// <summary>The sovereignty log: looked at by anybody, told in councils, shown by whoever has a task.</summary>
internal static class GainsRoutes
{
    private const string At = "/quarters/{slug}/gains";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(At, visit => visit.WantsJson ? GainsJson.Write(visit) : visit.ShowPublic<GainsPage>(
            visit.Revision, [.. visit.Whole, (nameof(GainsPage.Page), visit.Page)]));
        routes.MapPage(At + ".csv", Csv);
        routes.MapPage(At + "/{gain}/evidence", Showing);
        routes.MapAct(
            Forms.ShowGain,
            (visit, input) => new ShowGain(Slips.HashIn(input), visit.Number("gain"), Text.Of(input.Text("how")), input.NumberOrNull("evidence")),
            (visit, _) => $"{visit.QuarterUrl}/gains#gain-{visit.Number("gain")}",
            Showing);
        routes.MapPage(CouncilRoutes.At + "/gains/new", Claiming);
        routes.MapAct(Forms.ClaimLater, (_, input) => new ClaimLater(Slips.HashIn(input), TaskingRoutes.Gain(input)), (visit, _) => visit.QuarterUrl + "/gains", Claiming);
        MapRoom(routes);
    }

    private static void MapRoom(IEndpointRouteBuilder routes)
    {
        routes.MapHand<EarlierPage>("gains");
        routes.MapPage(CouncilRoutes.At + "/gains/{gain}/evidence", Telling);
        routes.MapAct(Forms.TellGain, (visit, input) => new TellGain(visit.Council.Number, visit.Number("gain"), Text.Of(input.Text("how"))), again: Telling);
        routes.MapAct(Forms.CheckGain, (visit, input) => new CheckGain(visit.Council.Number, visit.Number("gain"), input.Choice("works") == "yes"), Earlier, HandPages.Show<EarlierPage>);
        routes.MapHand<ConfirmPage>("proposals/gain");
        routes.MapDeed<ConfirmPage>(Forms.ConfirmGain, input => new ConfirmGain(input.Number("gain")));
    }

    private static Task Showing(Visit visit) => visit.Quarter.Gains.GetValueOrDefault(visit.Number("gain")) is { } gain
        ? visit.Show<ShowGainPage>(
            (nameof(ShowGainPage.Quarter), visit.Quarter), (nameof(ShowGainPage.Url), visit.QuarterUrl), (nameof(ShowGainPage.Gain), gain), (nameof(ShowGainPage.Slip), FoundSlip.Known(visit, gain.Council, Purpose.Task, forAll: true)))
        : Trouble.Show(visit.Context, StatusCodes.Status404NotFound);

    private static Task Claiming(Visit visit) => visit.Council.IsOver
        ? visit.Show<ClaimLaterPage>(
            (nameof(ClaimLaterPage.Quarter), visit.Quarter), (nameof(ClaimLaterPage.Council), visit.Council), (nameof(ClaimLaterPage.Url), visit.QuarterUrl), (nameof(ClaimLaterPage.Slip), FoundSlip.Known(visit, visit.Council.Number, Purpose.Task, forAll: true)))
        : SeatedPages.Lead(visit, visit.CouncilUrl);

    private static Task Telling(Visit visit) => visit.Quarter.Gains.GetValueOrDefault(visit.Number("gain")) is { } gain
        ? HandPages.Show<TellGainPage>(visit, (nameof(TellGainPage.Gain), gain))
        : Trouble.Show(visit.Context, StatusCodes.Status404NotFound);

    /// <summary>Whoever looked at one gain looks at the next.</summary>
    private static string Earlier(Visit visit, Answer.Accepted done) => visit.CouncilUrl + "/gains";

    private static Task Csv(Visit visit)
    {
        visit.Context.Response.Headers.ContentDisposition = $"attachment; filename=\"{visit.Slug}-gains.csv\"";
        return visit.Context.RequestServices.GetRequiredService<PageCache>()
            .Serve(visit.Context, visit.Revision, "text/csv; charset=utf-8; header=present", () => Task.FromResult(GainsCsv.Of(visit.Quarter, visit.Now)));
    }

}
