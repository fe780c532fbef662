using System.Collections.Immutable;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;

namespace Faubourg.Web.Councils;

/// <summary>From the proposal put before the room to the one decision.</summary>
internal static class DecidingRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        MapConsent(routes);
        MapPhones(routes);
        MapTellers(routes);
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
            (visit, input) => new SayConsent(visit.Council.Number, input.WordsOrNull("objection")),
            again: HandPages.Show<ObjectPage>);
        routes.MapAct(Forms.TellConsent, (visit, input) => new TellConsent(visit.Council.Number, input.Number("hands")), again: HandPages.Show<TellPage>);
        routes.MapAct(Forms.EndConcern, (visit, input) => new EndConcern(visit.Council.Number, visit.Number("concern"), input.Choice<End>("end")));
        routes.MapAct(Forms.ChooseWay, (visit, _) => new ChooseWay(visit.Council.Number));
    }

    private static void MapPhones(IEndpointRouteBuilder routes)
    {
        routes.MapHand<BallotPage>("ballots");
        routes.MapHand<OpenCountPage>("counts/parts");
        routes.MapAct(
            Forms.OpenCounting,
            (visit, input) => new OpenCounting(visit.Council.Number, [.. input.Choices<CountBy>("by")]),
            again: HandPages.Show<OpenCountPage>);
        routes.MapForm(Forms.CastBallot, Cast, HandPages.Show<BallotPage>, typeof(CastBallot));
        routes.MapAct(Forms.CloseCounting, (visit, _) => new CloseCounting(visit.Council.Number));
        routes.MapAct(Forms.StopCounting, (visit, _) => new StopCounting(visit.Council.Number));
        routes.MapAct(Forms.DoubtCount, (visit, _) => new DoubtCount(visit.Council.Number));
    }

    private static void MapTellers(IEndpointRouteBuilder routes)
    {
        routes.MapHand<HandCountPage>("hand-counts");
        routes.MapHand<PaperCountPage>("paper-counts");
        routes.MapHand<TiePage>("tie");
        routes.MapForm(Forms.TellHands, TellHands, HandPages.Show<HandCountPage>, typeof(TellHands));
        routes.MapForm(Forms.TellPaper, TellPaper, HandPages.Show<PaperCountPage>, typeof(TellPaper));
        routes.MapAct(Forms.TypeTie, (visit, input) => new TypeTie(visit.Council.Number, input.Number("option")));
    }

    private static async Task<Reply> Cast(Visit visit, Input input)
    {
        ImmutableArray<int> values = [.. input.Numbers("values")];
        if (visit.Council.Room?.Deliberation.Count is { Method: Method.Majority, Options.Length: var many } && values.IsEmpty)
        {
            if (input.NumberOrNull("choice") is not { } choice || choice > many) return new Reply.Wrong("choice", "form.choice");
            values = [.. Enumerable.Range(1, many).Select(option => option == choice ? 1 : 0)];
        }

        return await Done(visit, input, new CastBallot(visit.Council.Number, values, input.Has("asked") ? input.Text("asked") : null), ToTheReceipt);
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
            if (count.Method == Method.Resistance && two.Length != count.Options.Length) return new Reply.Wrong("two", "deciding.hand.zero");
            if (count.Method != Method.Resistance && !input.Has("voters")) return new Reply.Wrong("voters", "form.missing");
        }

        return await Done(visit, input, new TellHands(visit.Council.Number, new HandsTold(one, two, input.NumberOrNull("voters") ?? 0)));
    }

    private static async Task<Reply> TellPaper(Visit visit, Input input)
    {
        ImmutableArray<int> sums = [.. input.Numbers("sums")];
        var lines = RankedLines.Of(input.Text("lines"));
        if (visit.Council.Room?.Deliberation.Count is { } count)
        {
            if (count.Method == Method.Ranked && lines.IsEmpty) return new Reply.Wrong("lines", "form.missing");
            if (count.Method == Method.Ranked && RankedLines.Fault(lines, count.Options) is { } fault) return fault;
            if (count.Method != Method.Ranked && !input.Has("ballots")) return new Reply.Wrong("ballots", "form.missing");
            if (count.Method != Method.Ranked && sums.Length != count.Options.Length) return new Reply.Wrong("sums", "deciding.hand.zero");
        }

        return await Done(visit, input, new TellPaper(visit.Council.Number, new PaperTold(input.NumberOrNull("ballots") ?? 0, sums, lines)));
    }

    private static async Task<Reply> Done(Visit visit, Input input, Domain.Act act, Func<Visit, Answer.Accepted, string>? then = null) =>
        await ActRoutes.Submit(visit, act, input) switch
        {
            Answer.Accepted done => Reply.Done.Of(then?.Invoke(visit, done) ?? visit.Back(input), done),
            Answer.Refused no => new Reply.Refused(no.Why),
            var other => throw new InvalidOperationException($"An answer of a kind we do not know: {other.GetType().Name}."),
        };
}
