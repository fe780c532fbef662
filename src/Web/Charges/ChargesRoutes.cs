using Faubourg.Domain;
using Faubourg.Domain.Charges;
using Faubourg.Web.Councils;

namespace Faubourg.Web.Charges;

/// <summary>What the neighbourhood looks after: seen by anybody, decided and served for in councils.</summary>
internal static class ChargesRoutes
{
    private const string At = "/quarters/{slug}/charges";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(At, visit => visit.WantsJson ? ChargesJson.Write(visit) : visit.ShowPublic<ChargesPage>(visit.Revision, [.. visit.Whole, (nameof(ChargesPage.Page), visit.Page)]));
        routes.MapPage(At + "/card", visit => visit.ShowPublic<MediationCardPage>(visit.Revision, visit.Whole));
        routes.MapAct(Forms.StepAside, (_, input) => new StepAside(Slips.HashIn(input)), (visit, _) => visit.QuarterUrl + "/charges", Charges);
        routes.MapAct(Forms.HoldMediation, (_, input) => new HoldMediation(Slips.HashIn(input)), (visit, _) => visit.QuarterUrl + "/charges", Charges);
        MapRoom(routes);
    }

    private static void MapRoom(IEndpointRouteBuilder routes)
    {
        routes.MapHand<ChargeDeedPage>("proposals/charge");
        routes.MapDeed<ChargeDeedPage>(Forms.OpenCharge, Open);
        routes.MapDeed<ChargeDeedPage>(Forms.RenewCharge, input => new RenewCharge(input.Number("charge")));
        routes.MapDeed<ChargeDeedPage>(Forms.EndCharge, input => new EndCharge(input.Number("charge")));
        routes.MapAct(
            Forms.Serve,
            (visit, input) => new Serve(visit.Council.Number, visit.Number("charge"), Slips.Hashed(visit, Slips.Service, $"{visit.Number("charge")}-{input.Paper ?? 0}")));
        routes.MapAct(Forms.ServeNot, (visit, _) => new ServeNot(visit.Council.Number, visit.Number("charge")));
    }

    private static OpenCharge Open(Input input) => new(
        input.Choice<ChargeKind>("kind"), input.Number("places"), input.Number("days"), Text.Of(input.Text("covers")), Text.Of(input.Text("reach")));

    private static Task Charges(Visit visit) => visit.Show<ChargesPage>(visit.Whole);
}
