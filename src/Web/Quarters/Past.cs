using System.Globalization;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Web;

/// <summary>What somebody looks for among past councils.</summary>
public sealed record Past(string Word, LocalDate? From, LocalDate? To, int Page)
{
    public const int PageLength = 20;

    private const int LongestWord = 80;

    /// <summary>What cannot be read is left out rather than refused: a search changes nothing.</summary>
    public static Past Of(IQueryCollection query, LocalDate today) => new(
        Shortened(query["word"].ToString().Trim()),
        Dates.Day(query["from"].ToString(), today),
        Dates.Day(query["to"].ToString(), today),
        int.TryParse(query["page"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Min(page, 10_000) : 0);

    public IEnumerable<Council> In(Glance glance, DateTimeZone zone)
    {
        var sought = PlainLetters.Of(Word);
        return glance.Held
            .Where(council => IsBetween(council.StartsAt.InZone(zone).Date))
            .Where(council => sought.Length == 0 || Texts(glance, council).Any(text => text?.Value is { } value && PlainLetters.Holds(value, sought)));
    }

    /// <summary>The address of another page of the same search.</summary>
    public string At(string url, int page) => $"{url}/councils" + QueryString.Create(
    [
        .. new KeyValuePair<string, string?>[]
        {
            new("word", Word), new("from", Iso(From)), new("to", Iso(To)), new("page", page.ToString(CultureInfo.InvariantCulture)),
        }.Where(pair => !string.IsNullOrEmpty(pair.Value)),
    ]);

    private bool IsBetween(LocalDate day) => !(day < From) && !(day > To);

    /// <summary>Only what the minutes show by now.</summary>
    private static IEnumerable<Text?> Texts(Glance glance, Council council)
    {
        var quarter = glance.Quarter;
        yield return quarter.Said(council.Question);
        yield return quarter.Said(council.Decision?.What);
        foreach (var task in council.Tasks.Values) yield return quarter.Said(task.What);
        if (!glance.ShowsTexts(council)) yield break;
        yield return quarter.Said(council.Place);
        yield return quarter.Said(council.Gain?.What);
        foreach (var proposal in council.Proposals.Values) yield return quarter.Said(proposal.What);
        foreach (var correction in council.Corrections) yield return quarter.Said(correction.Words);
    }

    /// <summary>Never within a letter: half of one is no text.</summary>
    private static string Shortened(string word) => word.Length <= LongestWord ? word : word[..(char.IsHighSurrogate(word[LongestWord - 1]) ? LongestWord - 1 : LongestWord)];

    private static string? Iso(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;
}
