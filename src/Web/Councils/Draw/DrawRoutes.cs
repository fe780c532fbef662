using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;

namespace Faubourg.Web.Councils;

/// <summary>From "would you take a role?" to the page on which anybody does the draw again.</summary>
internal static class DrawRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapSeated("willingness", Willingness);
        routes.MapAct(Forms.SayWilling, DrawForms.Willing, again: SeatedPages.Again(Willingness));
        routes.MapSeated("roll", (visit, me) => visit.Show<RollPage>((nameof(RollPage.Me), me)));
        routes.MapAct(Forms.CloseRoll, (visit, input) => new CloseRoll(visit.Council.Number, input.ChoiceOrNull<Way>("way") ?? Way.Dice));
        foreach (var way in Enum.GetValues<Way>().Where(way => way != Way.Beacon)) routes.MapSeated($"draw/{Field.Kebab(way)}", (visit, me) => Type(visit, me, way));
        routes.MapAct(Forms.TypeDraw, DrawForms.Typed, again: visit => SeatedPages.Again((v, me) => Type(v, me, WayOf(v)))(visit));
        routes.MapAct(Forms.ConfirmDraw, (visit, input) => new ConfirmDraw(visit.Council.Number, input.Flag("seen")));
        routes.MapForm(Forms.StepBack, Back, act: typeof(StepBack));
        routes.MapPage(CouncilRoutes.At + "/draws/{draw}", Transcript);
    }

    private static Task Willingness(Visit visit, Seated me) => visit.Show<WillingPage>((nameof(WillingPage.Me), me));

    private static Task Type(Visit visit, Seated me, Way way) => visit.Show<TypeDrawPage>((nameof(TypeDrawPage.Me), me), (nameof(TypeDrawPage.Way), way));

    private static Way WayOf(Visit visit) => Enum.GetValues<Way>().FirstOrDefault(way => Field.Kebab(way) == visit.Entry!.Typed.First("way"));

    private static async Task<Reply> Back(Visit visit, Input input)
    {
        var role = DrawForms.Fields.FirstOrDefault(f => Field.Kebab(f.Role) == visit.Route("role"));
        if (role.Field is null) return new Reply.Refused(new NotYourRole());
        return await ActRoutes.Submit(visit, new StepBack(visit.Council.Number, role.Role), input) switch
        {
            Answer.Accepted done => Reply.Done.Of(visit.Back(input), done),
            Answer.Refused no => new Reply.Refused(no.Why),
            _ => throw new InvalidOperationException("An answer of a kind we do not know."),
        };
    }

    /// <summary>While the council lives its draws are the room's own; afterwards they are anybody's.</summary>
    private static Task Transcript(Visit visit)
    {
        var draw = visit.Council.Draws.FirstOrDefault(d => d.Number == visit.Number("draw"));
        if (draw is null) return Trouble.Show(visit.Context, StatusCodes.Status404NotFound);
        if (!visit.Council.IsOver && Seated.Of(visit) is null) return SeatedPages.Lead(visit, visit.CouncilUrl);
        var proof = new Proof(visit.Quarter, visit.Council, draw);
        if (visit.WantsJson) return Face.Json(visit.Context, StatusCodes.Status200OK, json => DrawJson.Whole(json, proof));
        return visit.ShowPublic<TranscriptPage>(visit.Revision, (nameof(TranscriptPage.Scene), Scene.Of(visit)), (nameof(TranscriptPage.Proof), proof));
    }
}
