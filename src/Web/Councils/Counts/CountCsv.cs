using System.Buffers;
using System.Globalization;
using System.Text;
using Faubourg.Web.Councils.Minutes;

namespace Faubourg.Web.Councils.Counts;

/// <summary>A count for spreadsheets (RFC 4180): docs/formats/counts.md says what each column is.</summary>
internal static class CountCsv
{
    /// <summary>A cell that starts so is run as a formula by spreadsheets; an apostrophe before it makes it text (OWASP, "CSV Injection").</summary>
    private const string Formulas = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n;");

    /// <summary>One row for each choice, or of a ranked count for each choice against each other.</summary>
    public static string Of(CountTold count)
    {
        var parts = count.Parts.Select(part => Field.Kebab(part.By)).ToArray();
        var text = new StringBuilder();
        if (count.IsRanked) Pairs(text, count, parts);
        else Sums(text, count, parts);
        return text.ToString();
    }

    /// <summary>One row for each ballot, by receipt, with a column for each choice.</summary>
    public static string Ballots(CountTold count)
    {
        var text = new StringBuilder();
        Row(text, ["receipt", .. count.Choices.Select(choice => choice.Letter)]);
        foreach (var line in count.BallotLines) Row(text, line.Split(';'));
        return text.ToString();
    }

    private static void Sums(StringBuilder text, CountTold count, string[] parts)
    {
        Row(text, ["option", "letter", "words", .. parts, "together", "place"]);
        var places = Places(count);
        for (var n = 0; n < count.Choices.Length; n++)
        {
            var choice = count.Choices[n];
            Row(text, [Say(choice.Option), choice.Letter, choice.What?.OneLine ?? "", .. count.Parts.Select(part => Say(part.Figures[n])), Say(count.Sums[n]), Say(places[n])]);
        }

        Row(text, ["", "", "", .. count.Parts.Select(part => Say(part.Ballots)), Say(count.Ballots), ""]);
    }

    private static void Pairs(StringBuilder text, CountTold count, string[] parts)
    {
        Row(text, ["preferred", "over", .. parts, "together", "place"]);
        var (places, many) = (Places(count), count.Choices.Length);
        for (var one = 0; one < many; one++)
            for (var other = 0; other < many; other++)
            {
                if (one == other) continue;
                var at = (one * many) + other;
                Row(text, [count.Choices[one].Letter, count.Choices[other].Letter, .. count.Parts.Select(part => Say(part.Figures[at])), Say(count.Parts.Sum(part => part.Figures[at])), Say(places[one])]);
            }

        Row(text, ["", "", .. count.Parts.Select(part => Say(part.Ballots)), Say(count.Ballots), ""]);
    }

    /// <summary>1 for the first; equals have the same place, and the next one is as many places on.</summary>
    private static int[] Places(CountTold count)
    {
        var (places, next) = (new int[count.Choices.Length], 1);
        foreach (var together in count.Order)
        {
            foreach (var n in together) places[n] = next;
            next += together.Length;
        }

        return places;
    }

    private static string Say(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    internal static string Cell(string said)
    {
        var plain = Runs(said) || Runs(said.AsSpan().TrimStart()) ? "'" + said : said;
        return plain.AsSpan().ContainsAny(Quoted) ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }

    private static bool Runs(ReadOnlySpan<char> said) => !said.IsEmpty && Formulas.Contains(said[0], StringComparison.Ordinal);
}
