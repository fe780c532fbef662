using Faubourg.Domain;
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
        routes.MapAct(Forms.CloseRoll, DrawForms.Close, again: SeatedPages.Again((visit, me) => visit.Show<RollPage>((nameof(RollPage.Me), me))));
        routes.MapAct(Forms.CommitNonce, (visit, input) => new CommitNonce(visit.Council.Number, input.Text("commitment")));
        routes.MapAct(Forms.RevealNonce, (visit, input) => new RevealNonce(visit.Council.Number, input.Text("nonce")));
        foreach (var way in Enum.GetValues<Way>().Where(way => way != Way.Beacon)) routes.MapSeated($"draw/{Field.Kebab(way)}", (visit, me) => Type(visit, me, way));
        routes.MapAct(Forms.TypeDraw, DrawForms.Typed, again: visit => SeatedPages.Again((v, me) => Type(v, me, WayOf(v)))(visit));
        routes.MapAct(Forms.ConfirmDraw, (visit, input) => new ConfirmDraw(visit.Council.Number, input.Flag("seen")));
        routes.MapSeated("draw/beacon", Beacon);
        routes.MapForm(Forms.BringBeacon, Bring, again: SeatedPages.Again(Beacon), act: typeof(BringBeacon));
        routes.MapAct(Forms.AbandonDraw, (visit, _) => new AbandonDraw(visit.Council.Number));
        routes.MapSeated("lots/new", Lot);
        routes.MapAct(Forms.OpenLot, DrawForms.Open, again: SeatedPages.Again(Lot));
        routes.MapForm(Forms.StepBack, Back, act: typeof(StepBack));
        ProofRoutes.Map(routes);
    }

    private static Task Willingness(Visit visit, Seated me) => visit.Show<WillingPage>((nameof(WillingPage.Me), me));

    private static Task Type(Visit visit, Seated me, Way way) => visit.Show<TypeDrawPage>((nameof(TypeDrawPage.Me), me), (nameof(TypeDrawPage.Way), way));

    private static Way WayOf(Visit visit) => Enum.GetValues<Way>().FirstOrDefault(way => Field.Kebab(way) == visit.Entry!.Typed.First("way"));

    private static Task Beacon(Visit visit, Seated me) => visit.Show<BeaconPage>((nameof(BeaconPage.Me), me));

    private static Task Lot(Visit visit, Seated me) => visit.Show<LotPage>((nameof(LotPage.Me), me));

    private static Task<Reply> Bring(Visit visit, Input input)
    {
        var open = visit.Council.Room?.Draw;
        var awaited = open is null ? null : visit.Council.Draws[open.Number - 1].Round;
        if (Drand.Read(input.Text("answer"), awaited ?? 0) is not { } brought) return Task.FromResult<Reply>(new Reply.Wrong("answer", "draws.beacon.unread"));
        return Sent(visit, new BringBeacon(visit.Council.Number, brought.Round, brought.Signature), input);
    }

    private static Task<Reply> Back(Visit visit, Input input)
    {
        var roles = Enum.GetValues<Role>().Where(role => Field.Kebab(role) == visit.Route("role")).ToArray();
        return roles is [var role] ? Sent(visit, new StepBack(visit.Council.Number, role), input) : Task.FromResult<Reply>(new Reply.Refused(new NotYourRole()));
    }

    private static async Task<Reply> Sent(Visit visit, Act act, Input input) => await ActRoutes.Submit(visit, act, input) switch
    {
        Answer.Accepted done => Reply.Done.Of(visit.Back(input), done),
        Answer.Refused no => new Reply.Refused(no.Why),
        _ => throw new InvalidOperationException("An answer of a kind we do not know."),
    };
}
