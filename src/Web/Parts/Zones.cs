using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace Faubourg.Web.Parts;

/// <summary>The time zones a neighbourhood may choose from, and the one it most likely lives in.</summary>
public static class Zones
{
    /// <summary>Where people of several zones read one language, or where the first of a country's list is not where most of them live.</summary>
    private static readonly Dictionary<string, string> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = "Europe/London",
        ["fr"] = "Europe/Paris",
        ["US"] = "America/New_York",
        ["CA"] = "America/Toronto",
        ["AU"] = "Australia/Sydney",
        ["BR"] = "America/Sao_Paulo",
        ["MX"] = "America/Mexico_City",
        ["PT"] = "Europe/Lisbon",
        ["ES"] = "Europe/Madrid",
        ["CD"] = "Africa/Kinshasa",
    };

    public static IReadOnlyList<string> All { get; } =
    [
        .. TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(place => place.ZoneId).Distinct().Order(StringComparer.Ordinal), "UTC",
    ];

    /// <summary>"Europe/Paris" → "Paris (Europe)".</summary>
    public static string Say(string zone)
    {
        var parts = zone.Replace('_', ' ').Split('/');
        return parts.Length == 1 ? zone : $"{parts[^1]} ({string.Join(", ", parts[..^1].Reverse())})";
    }

    /// <summary>By the language a browser asks for first: "fr-CA" is Toronto, "fr" is Paris. A choice to be changed, nothing is measured.</summary>
    public static string Likely(string acceptLanguage)
    {
        var tag = acceptLanguage.Split(',', ';')[0].Trim();
        var country = tag.Split('-').Skip(1).LastOrDefault(part => part.Length == 2) ?? "";
        var listed = TzdbDateTimeZoneSource.Default.ZoneLocations!.FirstOrDefault(place => place.CountryCode.Equals(country, StringComparison.OrdinalIgnoreCase));
        return Usual.GetValueOrDefault(country) ?? listed?.ZoneId ?? Usual.GetValueOrDefault(tag.Split('-')[0].ToLower(CultureInfo.InvariantCulture)) ?? "UTC";
    }
}
