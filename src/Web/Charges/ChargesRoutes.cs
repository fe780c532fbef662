using Faubourg.Domain;
using Faubourg.Domain.Charges;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using Faubourg.Web.Councils;

namespace Faubourg.Web.Charges;

/// <summary>What the neighbourhood looks after: seen by anybody, decided and served for in councils.</summary>
internal static class ChargesRoutes
{
    private const string At = "/quarters/{slug}/charges";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(At, visit => visit.WantsJson ? ChargesJson.Write(visit) : visit.ShowPublic<ChargesPage>(visit.Revision, [.. Whole(visit), (nameof(ChargesPage.Page), Page(visit))]));
        routes.MapPage(At + "/card", visit => visit.ShowPublic<MediationCardPage>(visit.Revision, Whole(visit)));
        routes.MapAct(Forms.StepAside, (_, input) => new StepAside(Hashed(input)), (visit, _) => visit.QuarterUrl + "/charges", Charges);
        routes.MapAct(Forms.HoldMediation, (_, input) => new HoldMediation(Hashed(input)), (visit, _) => visit.QuarterUrl + "/charges", Charges);
        MapRoom(routes);
    }

    private static void MapRoom(IEndpointRouteBuilder routes)
    {
        routes.MapHand<ChargeDeedPage>("proposals/charge");
        routes.MapAct(Forms.OpenCharge, Open, again: HandPages.Show<ChargeDeedPage>);
        routes.MapAct(Forms.RenewCharge, (visit, input) => Of(visit, input, new RenewCharge(input.Number("charge"))), again: HandPages.Show<ChargeDeedPage>);
        routes.MapAct(Forms.EndCharge, (visit, input) => Of(visit, input, new EndCharge(input.Number("charge"))), again: HandPages.Show<ChargeDeedPage>);
        routes.MapAct(
            Forms.Serve,
            (visit, input) => new Serve(visit.Council.Number, visit.Number("charge"), Slips.Hashed(visit, Slips.Service, $"{visit.Number("charge")}-{input.Paper ?? 0}")));
        routes.MapAct(Forms.ServeNot, (visit, _) => new ServeNot(visit.Council.Number, visit.Number("charge")));
    }

    private static Propose Open(Visit visit, Input input) => Of(visit, input, new OpenCharge(
        input.Choice<ChargeKind>("kind"), input.Number("places"), input.Number("days"), Text.Of(input.Text("covers")), Text.Of(input.Text("reach"))));

    private static Propose Of(Visit visit, Input input, Deed deed) =>
        new(visit.Council.Number, Text.Of(input.Text("what")), null, null, false, Touches.Charge, Deed: deed);

    private static Task Charges(Visit visit) => visit.Show<ChargesPage>(Whole(visit));

    private static (string, object?)[] Whole(Visit visit) => [(nameof(ChargesPage.Quarter), visit.Quarter), (nameof(ChargesPage.Url), visit.QuarterUrl)];

    private static int Page(Visit visit) =>
        int.TryParse(visit.Context.Request.Query["page"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var page) ? Math.Min(page, 100_000) : 0;

    private static string Hashed(Input input) => Slips.HashOfTyped(input.Text("slip")) ?? "";
}
