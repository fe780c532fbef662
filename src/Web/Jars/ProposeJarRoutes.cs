using Faubourg.Domain;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Jars;
using Faubourg.Web.Councils;

namespace Faubourg.Web.Jars;

/// <summary>What a council may decide about money: open a jar, its account, its keepers, what is left.</summary>
internal static class ProposeJarRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapHand<ProposeJarPage>("proposals/jar");
        Map(routes, Forms.OpenJar, (visit, input) => Of(visit, Text.Of(input.Text("what")), Opening(input)) with
        {
            By = input.DateOrNull("by"),
            Needs = input.WordsOrNull("needs"),
        });
        Map(routes, Forms.ChangeAccount, (visit, input) =>
            About(visit, input, "account", new ChangeAccount(input.Number("jar"), input.WordsOrNull("holder"), Account(input))));
        Map(routes, Forms.ReplaceKeepers, (visit, input) => About(visit, input, "keepers", new ReplaceKeepers(input.Number("jar"))));
        Map(routes, Forms.SendLeftovers, (visit, input) =>
            About(visit, input, input.Has("to") ? "sent.on" : "sent.back", new SendLeftovers(input.Number("jar"), input.NumberOrNull("to"))));
    }

    /// <summary>A number with a digit wrong would send money to a stranger: it comes back before the rules see it.</summary>
    private static void Map(IEndpointRouteBuilder routes, Form form, Func<Visit, Input, Propose> act) => routes.MapForm(
        form,
        async (visit, input) =>
        {
            if (form.Find("account") is not null && Iban.Of(input.Text("account")) is { } iban && !Iban.IsRight(iban)) return new Reply.Wrong("account", "jars.iban");
            return await ActRoutes.Submit(visit, act(visit, input), input) switch
            {
                Answer.Accepted done => Reply.Done.Of(visit.Back(input), done),
                Answer.Refused no => new Reply.Refused(no.Why),
                var other => throw new InvalidOperationException($"An answer of a kind we do not know: {other.GetType().Name}."),
            };
        },
        HandPages.Show<ProposeJarPage>,
        typeof(Propose));

    private static OpenJar Opening(Input input)
    {
        var unit = input.Choice<Currency>("unit");
        return new OpenJar(unit, Money.Read(input.Text("goal"), unit), input.Flag("back"), input.WordsOrNull("holder"), Account(input));
    }

    private static Text? Account(Input input) => input.Has("account") ? Text.Of(Iban.Of(input.Text("account")) ?? input.Text("account")) : null;

    /// <summary>Words for a proposal that needs none of anybody's own.</summary>
    private static Propose About(Visit visit, Input input, string says, Deed deed) =>
        Of(visit, Text.Of(visit.Words[$"jars.deed.{says}", ("n", input.Number("jar")), ("to", input.Has("jar") && deed is SendLeftovers { To: { } to } ? to : null)]), deed);

    private static Propose Of(Visit visit, Text what, Deed deed) => Domain.Decisions.Propose.That(visit.Council.Number, what, deed);
}
