namespace Faubourg.Web.Councils;

/// <summary>A wall holds forty words: what people wrote is cut to what can be read from the back row.</summary>
internal static class Few
{
    private const int LeastOfALine = 4, Spared = 2;

    /// <summary>The first words of a text, with "…" where it goes on.</summary>
    public static string Of(string? text, int most)
    {
        var words = Words(text);
        return words.Length <= most ? string.Join(' ', words) : string.Join(' ', words[..most]).TrimEnd(',', ';', ':', '.') + "…";
    }

    /// <summary>
    /// Several lines that share the words left beside question and clock: what a short line does not need, a long one has. Where
    /// only a word or two would be cut, nothing is.
    /// </summary>
    public static IReadOnlyList<string> Share(IReadOnlyList<string?> lines, int left = 24)
    {
        int[] lengths = [.. lines.Select(line => Words(line).Length)];
        var each = LeastOfALine;
        while (each < lengths.DefaultIfEmpty().Max() && lengths.Sum(length => Math.Min(length, each + 1)) <= left) each++;
        return [.. lines.Select((line, n) => Of(line, lengths[n] <= each + Spared ? lengths[n] : each))];
    }

    private static string[] Words(string? text) => (text ?? "█████").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
