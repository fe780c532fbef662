using System.Text.RegularExpressions;

namespace Faubourg.Web;

/// <summary>Spaces that must not break a line, put in once for every sentence, so that nobody has to type what cannot be seen.</summary>
internal static partial class Typography
{
    public static string Set(string language, string sentence) => language == "fr" ? French(sentence) : sentence;

    /// <summary>A narrow space before ? ! ; and a full one before : and inside « ».</summary>
    private static string French(string sentence) =>
        BeforeColon().Replace(BeforeHigh().Replace(sentence, "\u202F$1"), "\u00A0$1").Replace("« ", "«\u00A0", StringComparison.Ordinal);

    /// <summary>A neighbour's words: no line begins with a sign that somebody put a space before, and none ends with « alone.</summary>
    public static string Kept(string words) =>
        BeforeColon().Replace(BeforeHigh().Replace(words, "\u00A0$1"), "\u00A0$1").Replace("« ", "«\u00A0", StringComparison.Ordinal);

    [GeneratedRegex(" ([?!;])")]
    private static partial Regex BeforeHigh();

    [GeneratedRegex(" ([:»])")]
    private static partial Regex BeforeColon();
}
