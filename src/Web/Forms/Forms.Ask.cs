using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Said = Faubourg.Domain.Councils.Reply;

namespace Faubourg.Web;

/// <summary>A minute for everybody: the question, and the answers to it.</summary>
public static partial class Forms
{
    /// <summary>What half the room may choose when a proposal is stuck, in its own words.</summary>
    private static readonly ImmutableArray<string> Ways = ["smaller-step", "least-resistance", "not-tonight"];

    /// <summary>Which of the fields a question needs depends on its kind.</summary>
    public static readonly Form AskRoom = new(
        "ask.room",
        "/quarters/{slug}/councils/{council}/questions",
        Field.Choice("kind", [.. Enum.GetValues<Ask>().Where(kind => kind != Ask.NextStep).Select(Field.Kebab)]),
        Field.Lines("words", Limits.Question) with { Optional = true },
        Field.Text("addressee", Limits.Addressee) with { Optional = true },
        Field.Number("minutes", new Limit(1, Domain.Councils.AskRoom.LongestExtension)) with { Optional = true },
        Field.Choice("role", [.. Enum.GetValues<Role>().Where(role => !role.IsOfALot()).Select(Field.Kebab)]) with { Optional = true },
        Field.Number("proposal", Limits.Id) with { Optional = true },
        Field.Number("council", Limits.Id) with { Optional = true },
        Field.Choice<Method>("method") with { Optional = true });

    public static readonly Form AnswerRoom = new(
        "ask.answer",
        "/quarters/{slug}/councils/{council}/answers",
        Field.Choice("reply", [.. Enum.GetValues<Said>().Select(Field.Kebab), .. Ways]));

    /// <summary>An answer in either of its words.</summary>
    public static Said Answer(string reply) => Ways.IndexOf(reply) is var way and >= 0
        ? Enum.GetValues<Said>()[way]
        : Enum.GetValues<Said>().First(value => Field.Kebab(value) == reply);

    /// <summary>The words of an answer to this question.</summary>
    public static string Answer(Ask kind, Said reply) => kind == Ask.NextStep ? Ways[(int)reply] : Field.Kebab(reply);
}
