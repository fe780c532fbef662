using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;

namespace Faubourg.Web.Councils;

/// <summary>A question to the whole room, with one minute to answer it.</summary>
internal static class AskRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapHand<AskPage>("questions");
        routes.MapPage(CouncilRoutes.At + "/questions/{kind}", visit => AskKinds.Find(visit.Route("kind")) is { } kind
            ? HandPages.Show<AskOnePage>(visit, (nameof(AskOnePage.Kind), kind))
            : Trouble.Show(visit.Context, StatusCodes.Status404NotFound));
        routes.MapForm(Forms.AskRoom, Ask, Again, typeof(AskRoom));
        routes.MapAct(Forms.AnswerRoom, (visit, input) => new AnswerRoom(visit.Council.Number, Forms.Answer(input.Choice("reply"))));
    }

    private static async Task<Reply> Ask(Visit visit, Input input)
    {
        var kind = AskKinds.Find(input.Choice("kind"))!;
        if (kind.Missing(input) is { } field) return new Reply.Wrong(field, "form.missing");
        var act = new AskRoom(visit.Council.Number, kind.Kind, Text(input, "words"), Text(input, "addressee"), kind.Subject(input));
        return await ActRoutes.Submit(visit, act, input) switch
        {
            Answer.Accepted done => Reply.Done.Of(visit.Back(input), done),
            Answer.Refused no => new Reply.Refused(no.Why),
            var other => throw new InvalidOperationException($"An answer of a kind we do not know: {other.GetType().Name}."),
        };
    }

    private static Text? Text(Input input, string field) => input.Has(field) ? Domain.Text.Of(input.Text(field)) : null;

    /// <summary>The page of that kind of question, with what was typed.</summary>
    private static Task Again(Visit visit) => AskKinds.Find(visit.Entry?.Typed.First("kind")) is { Asks: true } kind
        ? HandPages.Show<AskOnePage>(visit, (nameof(AskOnePage.Kind), kind))
        : HandPages.Show<AskPage>(visit);
}
