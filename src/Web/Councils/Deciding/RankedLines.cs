using System.Collections.Immutable;
using System.Globalization;
using Faubourg.Domain.Decisions;

namespace Faubourg.Web.Councils;

/// <summary>What is wrong with a line that is not a ranking, so that whoever typed it can put it right.</summary>
internal static class RankedLines
{
    /// <summary>The lines that say something.</summary>
    public static ImmutableArray<string> Of(string typed) => [.. typed.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length > 0)];

    /// <summary>The first line that cannot be read, and the key of the sentence that says why; null where all can.</summary>
    public static Reply.Wrong? Fault(ImmutableArray<string> lines, ImmutableArray<int> options)
    {
        for (var n = 0; n < lines.Length; n++)
        {
            if (RankedLine.Parse(lines[n], options) is not null) continue;
            var (key, sign) = Why(lines[n], options);
            return new Reply.Wrong("lines", $"deciding.paper.wrong.{key}", ("n", n + 1), ("line", lines[n]), ("sign", sign), ("signs", string.Join(' ', options.Select(Sign))));
        }

        return null;
    }

    private static string Sign(int option) => option == 0 ? "0" : Letters.Of(option);

    private static (string Key, string Sign) Why(string line, ImmutableArray<int> options)
    {
        var plain = string.Concat(line.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0 && !(int.TryParse(plain.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times is >= 1 and <= 1000))
            return ("times", plain[..colon]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sign in plain[(colon + 1)..].Split('>', '='))
        {
            if (sign.Length == 0) return ("gap", "");
            if (!options.Any(option => Sign(option) == sign)) return ("sign", sign);
            if (!seen.Add(sign)) return ("twice", sign);
        }

        return ("other", "");
    }
}
