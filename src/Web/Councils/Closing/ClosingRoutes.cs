using Faubourg.Domain;
using Faubourg.Domain.Care;
using Faubourg.Domain.Councils;

namespace Faubourg.Web.Councils;

/// <summary>A good end: read back, names blacked out, a ritual, five faces.</summary>
internal static class ClosingRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(CouncilRoutes.At + "/blackouts", ShowBlackouts);
        routes.MapAct(Forms.BlackOut, BlackOut, then: (visit, _) => visit.CouncilUrl + "/blackouts", again: ShowBlackouts);
        routes.MapHand<RitualPage>("ritual");
        routes.MapAct(
            Forms.ChooseRitual,
            (visit, input) => new ChooseRitual(visit.Council.Number, input.Choice<Ritual>("ritual"), input.WordsOrNull("words")),
            again: HandPages.Show<RitualPage>);
        routes.MapAct(Forms.CheckIn, (visit, input) => new CheckIn(visit.Council.Number, input.Number("face")));
    }

    /// <summary>While the council closes, for every seat; after its end, for whoever holds a slip of its minutes.</summary>
    private static Task ShowBlackouts(Visit visit) => visit.Council.IsOver
        ? visit.Show<BlackOutPage>(
            (nameof(BlackOutPage.Council), visit.Council),
            (nameof(BlackOutPage.Quarter), visit.Quarter),
            (nameof(BlackOutPage.Url), visit.CouncilUrl),
            (nameof(BlackOutPage.Holds), SixWords.SlipsRoutes.ForMinutes(visit) is not null))
        : HandPages.Show<BlackOutHandPage>(visit);

    private static BlackOut BlackOut(Visit visit, Input input) => new(
        visit.Council.Number,
        new TextAt(input.Number("entry"), input.Text("field")),
        input.Number("from"),
        input.NumberOrNull("count") ?? 1,
        visit.Council.IsOver ? Slip(visit, input) : null);

    private static string Slip(Visit visit, Input input) => input.Has("slip")
        ? Slips.HashIn(input)
        : Slips.Hashed(visit, Slips.Minutes);
}
