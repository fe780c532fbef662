using System.Collections.Immutable;
using System.Globalization;

namespace Faubourg.Domain.Decisions;

/// <summary>
/// Paper ballots that say the same, as tellers type them: <c>2: B&gt;A=0</c> is two ballots that want B most, then A and "leave
/// things as they are" alike. Options left out are not ranked; <c>1:</c> is a blank ballot.
/// </summary>
/// <param name="Times">How many, 1 to 1,000.</param>
/// <param name="Ranks">1 is best, 0 is not ranked, in the order of the options.</param>
public sealed record RankedLine(int Times, ImmutableArray<int> Ranks)
{
    private const int Most = 1000;

    /// <summary>Small letters, and spaces anywhere, are understood; null for what is not such a line.</summary>
    /// <param name="line">As typed; without a number before a colon it is one ballot.</param>
    /// <param name="options">The options of the count: 0, and the numbers of proposals, whose letters are A for 1, B for 2, …</param>
    public static RankedLine? Parse(string line, ImmutableArray<int> options)
    {
        var plain = string.Concat(line.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        var (times, wants) = colon < 0 ? ("1", plain) : (plain[..colon], plain[(colon + 1)..]);
        if (!int.TryParse(times, NumberStyles.None, CultureInfo.InvariantCulture, out var many) || many is < 1 or > Most) return null;
        var ranks = new int[options.Length];
        if (wants.Length == 0) return colon < 0 ? null : new RankedLine(many, [.. ranks]);
        var rank = 0;
        foreach (var together in wants.Split('>'))
        {
            rank++;
            foreach (var letter in together.Split('='))
            {
                if (letter.Length != 1 || options.IndexOf(OptionOf(letter[0])) is not (>= 0 and var at) || ranks[at] != 0) return null;
                ranks[at] = rank;
            }
        }
        return new RankedLine(many, [.. ranks]);
    }

    /// <summary>The lines of all ballots, one for each ranking, in one order: two tellers who read the same ballots write the same.</summary>
    public static ImmutableArray<string> Write(IEnumerable<RankedLine> lines, ImmutableArray<int> options) =>
    [
        .. lines.GroupBy(l => l.Wants(options), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Sum(l => l.Times)}: {g.Key}".TrimEnd()),
    ];

    private string Wants(ImmutableArray<int> options) => string.Join('>', Ranks
        .Select((rank, at) => (Rank: rank, Letter: options[at] == 0 ? '0' : (char)('A' + options[at] - 1)))
        .Where(o => o.Rank > 0)
        .GroupBy(o => o.Rank)
        .OrderBy(g => g.Key)
        .Select(g => string.Join('=', g.Select(o => o.Letter))));

    private static int OptionOf(char letter) => letter switch { '0' => 0, >= 'A' and <= 'Z' => letter - 'A' + 1, _ => -1 };
}
