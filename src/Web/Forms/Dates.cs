using System.Collections.Frozen;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Web;

/// <summary>Days and times the several ways people write them.</summary>
internal static class Dates
{
    private static readonly LocalDatePattern[] Days =
    [
        .. new[] { "uuuu-MM-dd", "d/M/uuuu", "d.M.uuuu", "d-M-uuuu" }.Select(LocalDatePattern.CreateWithInvariantCulture),
    ];

    private static readonly LocalTimePattern[] Clocks =
    [
        .. new[] { "H:mm", "H:mm:ss", "H'h'mm", "H'h'", "H'.'mm" }.Select(LocalTimePattern.CreateWithInvariantCulture),
    ];

    private static readonly FrozenDictionary<string, int> Relative = new Dictionary<string, int>
    {
        ["today"] = 0,
        ["tomorrow"] = 1,
        ["yesterday"] = -1,
        ["hier"] = -1,
        ["aujourd'hui"] = 0,
        ["demain"] = 1,
        ["après-demain"] = 2,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static LocalDate? Day(string typed, LocalDate today)
    {
        var text = typed.Trim().Replace('’', '\'');
        if (Relative.TryGetValue(text, out var days)) return today.PlusDays(days);
        foreach (var pattern in Days)
            if (pattern.Parse(text).TryGetValue(default, out var day)) return day;
        return null;
    }

    /// <summary>"2026-11-22T19:00", "22/11/2026 19h30", "tomorrow 19:00".</summary>
    public static LocalDateTime? Moment(string typed, LocalDate today)
    {
        var text = typed.Trim();
        var cut = text.IndexOf('T', StringComparison.Ordinal) is var t and > 7 ? t : text.IndexOf(' ', StringComparison.Ordinal);
        if (cut < 0 || Day(text[..cut].TrimEnd(','), today) is not { } day || Clock(text[(cut + 1)..]) is not { } clock) return null;
        return day + clock;
    }

    private static LocalTime? Clock(string typed)
    {
        var text = typed.Replace(" ", "", StringComparison.Ordinal);
        foreach (var pattern in Clocks)
            if (pattern.Parse(text).TryGetValue(default, out var clock)) return clock;
        return null;
    }
}
