namespace Faubourg.Web;

/// <summary>The languages the pages speak, and the one a reader gets.</summary>
public static class Languages
{
    public const string Cookie = "lang";

    /// <summary>Code and own name, English first: it is the fallback.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } = [("en", "English"), ("fr", "Français")];

    public static bool Knows(string? code) => code is not null && All.Any(known => known.Code == code);

    /// <summary>The reader's own choice first, then what the browser asks for, then English.</summary>
    public static string Of(HttpContext context)
    {
        var chosen = context.Request.Cookies[Cookie];
        return Knows(chosen) ? chosen! : Wished(context.Request.Headers.AcceptLanguage.ToString());
    }

    /// <summary>The best language we have for an Accept-Language header (RFC 9110 §12.5.4).</summary>
    public static string Wished(string header)
    {
        var best = (Code: All[0].Code, Weight: 0d);
        foreach (var wish in header.Split(',', 16))
        {
            var parts = wish.Split(';', 2, StringSplitOptions.TrimEntries);
            var code = parts[0].Split('-')[0].Trim().ToLowerInvariant();
            var weight = parts.Length > 1 ? Weight(parts[1]) : 1;
            if (weight > best.Weight && Knows(code)) best = (code, weight);
        }

        return best.Code;
    }

    private static double Weight(string parameter) =>
        parameter.StartsWith("q=", StringComparison.Ordinal)
        && double.TryParse(parameter.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture, out var weight) ? weight : 0;
}
