using System.Globalization;
using System.Text.RegularExpressions;
using Faubourg.Domain.Draws;

namespace Faubourg.Web.Councils;

/// <summary>
/// Where the beacon's rounds can be opened by hand, and what people bring back from there: the whole answer, or its signature alone.
/// Nothing here asks anybody over the network.
/// </summary>
internal static partial class Drand
{
    /// <summary>drand's own addresses for a round; any of them will do.</summary>
    public static IEnumerable<Uri> Addresses(long round) => new[] { "api.drand.sh", "drand.cloudflare.com" }
        .Select(host => new Uri(string.Create(CultureInfo.InvariantCulture, $"https://{host}/{Beacon.Chain}/public/{round}")));

    /// <summary>What was pasted: its round, the awaited one where it names none, and its signature; null where there is no signature in it.</summary>
    public static (long Round, string Signature)? Read(string pasted, long awaited)
    {
        var said = Blank().Replace(pasted, "").ToLowerInvariant();
        if (Signature().Match(said) is not { Success: true } signature) return null;
        var round = Round().Match(said) is { Success: true } named ? long.Parse(named.Groups[1].Value, CultureInfo.InvariantCulture) : awaited;
        return (round, signature.Value);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex("(?<![0-9a-f])[0-9a-f]{96}(?![0-9a-f])")]
    private static partial Regex Signature();

    [GeneratedRegex("\"?round\"?[:=]\"?([0-9]{1,15})")]
    private static partial Regex Round();
}
