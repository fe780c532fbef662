using NodaTime;

namespace Faubourg.Web;

/// <summary>Times as people say them, in the neighbourhood's zone and the reader's language: "Sunday 22 November, 20:00 · in 34 minutes".</summary>
public sealed class When(Words words, DateTimeZone zone, Instant now)
{
    public Instant Now => now;

    public DateTimeZone Zone => zone;

    /// <summary>"Sunday 22 November", with the year where it is not this one.</summary>
    public string Day(Instant at) => Day(at.InZone(zone).Date);

    public string Day(LocalDate date) => Day(date.Year == now.InZone(zone).Year ? "common.date" : "common.date.year", date);

    /// <summary>"Sunday 22 November 2026": on whatever outlives its year, such as paper.</summary>
    public string DayAndYear(Instant at) => Day("common.date.year", at.InZone(zone).Date);

    private string Day(string key, LocalDate date) =>
        words[key,
            ("weekday", words["common.weekday." + (int)date.DayOfWeek]),
            ("day", date.Day == 1 ? words["common.day.first"] : date.Day),
            ("month", words["common.month." + date.Month]),
            ("year", date.Year)];

    /// <summary>"20:00", "20 h 00".</summary>
    public string Clock(Instant at)
    {
        var local = at.InZone(zone);
        return words["common.clock", ("hour", Two(local.Hour)), ("minute", Two(local.Minute))];
    }

    /// <summary>"Sunday 22 November, 20:00".</summary>
    public string Moment(Instant at) => words["common.moment", ("day", Day(at)), ("clock", Clock(at))];

    /// <summary>"in 34 minutes", "2 hours ago".</summary>
    public string Near(Instant at)
    {
        var seconds = (at - now).TotalSeconds;
        var direction = seconds >= 0 ? "in" : "ago";
        // A promise of time is rounded up and an age down: "in 1 minute" until it is over.
        var minutes = (int)(seconds >= 0 ? Math.Ceiling(seconds / 60) : Math.Floor(-seconds / 60));
        return minutes switch
        {
            0 => words["common.now"],
            < 90 => words.Count($"common.{direction}.minutes", minutes),
            < 36 * 60 => words.Count($"common.{direction}.hours", (minutes + 30) / 60),
            _ => words.Count($"common.{direction}.days", (minutes + 720) / 1440),
        };
    }

    /// <summary>"Sunday 22 November, 20:00 · in 34 minutes".</summary>
    public string Full(Instant at) => $"{Moment(at)} · {Near(at)}";

    private static string Two(int number) => number.ToString("00", System.Globalization.CultureInfo.InvariantCulture);
}
