namespace Faubourg.Web.Councils;

/// <summary>A wall holds forty words: what people wrote is cut to what can be read from the back row.</summary>
internal static class Few
{
    /// <summary>The first words of a text, with "…" where it goes on.</summary>
    public static string Of(string? text, int most)
    {
        var words = (text ?? "█████").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= most ? string.Join(' ', words) : string.Join(' ', words[..most]) + "…";
    }

    /// <summary>How many words each of so many lines may have, of those that are left beside question and clock.</summary>
    public static int Each(int lines, int left = 24) => Math.Max(3, left / Math.Max(1, lines));
}
