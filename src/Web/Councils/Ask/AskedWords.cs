using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;

namespace Faubourg.Web.Councils;

/// <summary>What the room is asked, as one sentence. The words that somebody typed stand below it.</summary>
internal static class AskedWords
{
    public static string Say(Words words, Scene scene, Asked asked) => words[Key(scene, asked),
        ("n", asked.Subject),
        ("role", words[$"ask.room.role.{Field.Kebab((Role)Math.Min(asked.Subject, (int)Role.Spokesperson))}"]),
        ("letter", Letters.Of(Math.Max(1, asked.Subject))),
        ("method", words[$"ask.says.method.{Field.Kebab((Method)Math.Min(asked.Subject, (int)Method.Majority))}"]),
        ("addressee", asked.Addressee?.Value)];

    /// <summary>The words to be agreed on: the question as it is or as reworded, the one sentence, the reason.</summary>
    public static string? Typed(Scene scene, Asked asked) =>
        asked.Words?.Value ?? (asked.Kind == Ask.OurQuestion ? scene.Question?.Value : null);

    private static string Key(Scene scene, Asked asked) => "ask.says." + asked.Kind switch
    {
        Ask.OurQuestion when asked.Words is not null => "reworded",
        Ask.Floor => scene.Room.Floor.On ? "floor.off" : "floor.on",
        Ask.NamesOnWall => scene.Room.NamesOnWall ? "names-on-wall.off" : "names-on-wall.on",
        _ => Field.Kebab(asked.Kind),
    };
}
