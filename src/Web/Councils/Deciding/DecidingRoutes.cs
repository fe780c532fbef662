using System.Collections.Immutable;
using Faubourg.Domain;
using Faubourg.Domain.Decisions;

namespace Faubourg.Web.Councils;

/// <summary>From the proposal put before the room to the one decision.</summary>
internal static class DecidingRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        MapConsent(routes);
        MapPhones(routes);
        MapHands(routes);
    }

    private static void MapConsent(IEndpointRouteBuilder routes)
    {
        routes.MapHand<ObjectPage>("consent");
        routes.MapHand<TellPage>("tellings");
        routes.MapAct<Act>(Forms.OpenRound, (visit, input) => input.NumberOrNull("proposal") is { } proposal
            ? new PutProposal(visit.Council.Number, proposal)
            : new OpenRound(visit.Council.Number));
        routes.MapAct(Forms.CloseRound, (visit, _) => new CloseRound(visit.Council.Number));
        routes.MapAct(
            Forms.SayConsent,
            (visit, input) => new SayConsent(visit.Council.Number, input.Has("objection") ? Text.Of(input.Text("objection")) : null),
            again: HandPages.Show<ObjectPage>);
        routes.MapAct(Forms.TellConsent, (visit, input) => new TellConsent(visit.Council.Number, input.Number("hands")), again: HandPages.Show<TellPage>);
        routes.MapAct(Forms.EndConcern, (visit, input) => new EndConcern(visit.Council.Number, visit.Number("concern"), input.Choice<End>("end")));
        routes.MapAct(Forms.ChooseWay, (visit, _) => new ChooseWay(visit.Council.Number));
    }

    private static void MapPhones(IEndpointRouteBuilder routes)
    {
        routes.MapHand<CountPage>("counts");
        routes.MapHand<BallotPage>("ballots");
        routes.MapAct(Forms.OpenCounting, (visit, input) => new OpenCounting(visit.Council.Number, input.Choice<CountBy>("by")));
        routes.MapAct(
            Forms.CastBallot,
            (visit, input) => new CastBallot(visit.Council.Number, [.. input.Numbers("values")]),
            then: ToTheReceipt,
            again: HandPages.Show<BallotPage>);
        routes.MapAct(Forms.CloseCounting, (visit, _) => new CloseCounting(visit.Council.Number));
        routes.MapAct(Forms.DoubtCount, (visit, _) => new DoubtCount(visit.Council.Number));
    }

    private static void MapHands(IEndpointRouteBuilder routes)
    {
        routes.MapHand<HandCountPage>("hand-counts");
        routes.MapHand<TiePage>("tie");
        routes.MapForm(Forms.TellHands, TellHands, HandPages.Show<HandCountPage>, typeof(TellHands));
        routes.MapAct(Forms.TypeTie, (visit, input) => new TypeTie(visit.Council.Number, input.Number("option")));
    }

    /// <summary>The receipt is shown on the page of the ballot, once it is cast.</summary>
    private static string ToTheReceipt(Visit visit, Answer.Accepted done) =>
        visit.CouncilUrl + "/ballots" + (visit.Entry is null && Paper(done) is { } paper ? $"?{Form.Paper}={paper}" : "");

    private static int? Paper(Answer.Accepted done) =>
        done.Events.OfType<BallotCast>().FirstOrDefault() is { } cast ? done.Quarter.Councils[cast.Council].Room?.Seats[cast.Seat].Paper : null;

    private static async Task<Reply> TellHands(Visit visit, Input input)
    {
        ImmutableArray<int> one = [.. input.Numbers("one")], two = [.. input.Numbers("two")];
        if (visit.Council.Room?.Deliberation.Count is { } count)
        {
            // A box left empty must not shift the others: nothing is guessed.
            if (one.Length != count.Options.Length) return new Reply.Wrong("one", "deciding.hand.zero");
            if (two.Length != count.Options.Length) return new Reply.Wrong("two", "deciding.hand.zero");
        }

        return await ActRoutes.Submit(visit, new TellHands(visit.Council.Number, new HandsTold(one, two)), input) switch
        {
            Answer.Accepted done => Reply.Done.Of(visit.Back(input), done),
            Answer.Refused no => new Reply.Refused(no.Why),
            var other => throw new InvalidOperationException($"An answer of a kind we do not know: {other.GetType().Name}."),
        };
    }
}
