using Faubourg.Domain.Councils;

namespace Faubourg.Web.Councils;

/// <summary>What a count is between: proposals by their letters, and "leave things as they are", which is 0.</summary>
internal static class Choices
{
    /// <summary>How the room decides now: as announced, or as it chose when it was stuck.</summary>
    public static Method Method(Scene scene) => scene.Council.MethodNow;

    /// <summary>"A ▲", or "Leave things as they are".</summary>
    public static string Short(Words words, int option) => option == 0 ? words["deciding.asis"] : Letters.Signed(option);

    /// <summary>"A ▲ Mend it ourselves".</summary>
    public static string Say(Words words, Scene scene, int option) => option == 0
        ? words["deciding.asis"]
        : $"{Letters.Signed(option)} {scene.Room.Proposals[option].What.Value ?? "█████"}";
}
