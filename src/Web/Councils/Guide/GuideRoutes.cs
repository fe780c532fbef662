using Faubourg.Domain.Councils;

namespace Faubourg.Web.Councils;

/// <summary>The pace of the evening.</summary>
internal static class GuideRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapHand<MorePage>("more");
        routes.MapAct(Forms.MoveOn, (visit, input) => new MoveOn(visit.Council.Number, input.Choice<Step>("from")));
        routes.MapAct(Forms.SayNotYet, (visit, _) => new SayNotYet(visit.Council.Number));
        routes.MapAct(Forms.AskForHelp, (visit, _) => new AskForHelp(visit.Council.Number));
        routes.MapAct(Forms.KeepGuiding, (visit, _) => new KeepGuiding(visit.Council.Number));
        routes.MapAct(Forms.ThankFacilitator, (visit, _) => new ThankFacilitator(visit.Council.Number));
        routes.MapAct(Forms.CallQuiet, (visit, _) => new CallQuiet(visit.Council.Number));
        routes.MapAct(Forms.MustLeave, (visit, _) => new MustLeave(visit.Council.Number));
    }
}
