namespace Faubourg.Web.Councils;

/// <summary>"blue-heron" as it is read aloud: "Blue Heron", "Héron bleu". Where adjectives agree, the words hold both forms.</summary>
internal static class SeatMarks
{
    public static string Say(Words words, string mark)
    {
        var dash = mark.IndexOf('-', StringComparison.Ordinal);
        var (noun, gender) = Noun(words[$"mark.second.{mark[(dash + 1)..]}"]);
        var forms = words[$"mark.first.{mark[..dash]}"].Split('/');
        var quality = gender == "f" ? forms[^1] : forms[0];
        return words["mark.order", ("first", quality), ("second", noun)];
    }

    /// <summary>Whether somebody who typed this means that mark, in any of our languages, whatever the capitals and spaces.</summary>
    public static bool Is(string mark, string typed) =>
        Languages.All.Select(known => Say(Words.In(known.Code), mark)).Append(mark).Any(name => Bare(name) == Bare(typed));

    private static string Bare(string name) => string.Concat(name.Where(char.IsLetter)).ToUpperInvariant();

    private static (string Noun, string? Gender) Noun(string entry) =>
        entry.Split('/') is [var noun, var gender] ? (noun, gender) : (entry, null);
}
