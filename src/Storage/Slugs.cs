using System.Globalization;
using System.Text.RegularExpressions;

namespace Faubourg.Storage;

/// <summary>What a quarter is called in addresses: a routing name of this host, never in its record.</summary>
internal static partial class Slugs
{
    private const int Longest = 40;

    public static bool IsSound(string slug) => Sound().IsMatch(slug);

    /// <summary>The slug, then the slug with -2, -3, …, cut where that would be too long.</summary>
    public static IEnumerable<string> From(string wanted)
    {
        yield return wanted;
        for (var number = 2; ; number++)
        {
            var end = string.Create(CultureInfo.InvariantCulture, $"-{number}");
            yield return wanted[..Math.Min(wanted.Length, Longest - end.Length)] + end;
        }
    }

    [GeneratedRegex(@"\A[a-z0-9-]{3,40}\z")]
    private static partial Regex Sound();
}
