using NodaTime;

namespace Faubourg.Web.Seasons;

/// <summary>One entry of the calendar feed.</summary>
/// <param name="Key">With the quarter's origin it is the UID: it never changes, and nothing else ever has it.</param>
/// <param name="Sequence">Grows with each change; calendars take what has the higher number.</param>
/// <param name="Stamp">When it last changed.</param>
/// <param name="Says">In the reader's language.</param>
/// <param name="Path">Of its page, under the quarter's address: "/councils/3".</param>
internal sealed record Dated(string Key, int Sequence, Instant Stamp, string Says, string Path)
{
    /// <summary>From and to, for what has an hour; else <see cref="Day"/>.</summary>
    public (Instant From, Instant To)? Hours { get; init; }

    /// <summary>The first day and how many, in the quarter's zone.</summary>
    public (LocalDate First, int Days) Day { get; init; }

    public string? Place { get; init; }

    public string? More { get; init; }

    /// <summary>It stays in the feed and says so: calendars would keep it otherwise.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Proposed by the calendar, by nobody else.</summary>
    public bool Proposed { get; init; }

    /// <summary>Whole days from one moment to another; at least one.</summary>
    public static (LocalDate First, int Days) Between(Instant from, Instant to, DateTimeZone zone)
    {
        var (first, last) = (from.InZone(zone).Date, to.InZone(zone).Date);
        return (first, Math.Max(1, Period.DaysBetween(first, last)));
    }
}
