using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Domain.Seasons;

/// <summary>Weeks from Monday to Sunday, in UTC: every reader of the record counts the same.</summary>
public static class Week
{
    public const int Days = 7;

    /// <summary>The Monday of the week that this time lies in.</summary>
    public static LocalDate Of(Instant at)
    {
        var day = at.InUtc().Date;
        return day.PlusDays(1 - (int)day.DayOfWeek);
    }

    public static Instant Starts(LocalDate monday) => monday.AtMidnight().InUtc().ToInstant();

    public static Instant Ends(LocalDate monday) => Starts(monday) + Duration.FromDays(Days);

    /// <summary>A Monday of this week or of one of the next eight.</summary>
    public static bool MayRest(LocalDate monday, Instant now) =>
        monday.DayOfWeek == IsoDayOfWeek.Monday && monday >= Of(now) && monday <= Of(now).PlusDays(Days * RestWeek.WeeksAhead);

    /// <summary>The first usual council that starts in this week; null when the week is a rest.</summary>
    public static Council? Breaks(Quarter quarter, LocalDate monday)
    {
        var (from, to) = (Starts(monday), Ends(monday));
        return quarter.Weeks.GetValueOrDefault(monday, [])
            .Select(number => quarter.Councils[number])
            .FirstOrDefault(c => c.Kind == CouncilKind.Usual && Counts(c) && c.StartsAt >= from && c.StartsAt < to);
    }

    /// <summary>With this council known in the week in which it starts.</summary>
    internal static Quarter Noted(Quarter quarter, int council, Instant starts)
    {
        var monday = Of(starts);
        return quarter with { Weeks = quarter.Weeks.SetItem(monday, quarter.Weeks.GetValueOrDefault(monday, []).Add(council)) };
    }

    /// <summary>It met, or is still to meet.</summary>
    public static bool Counts(Council council) => council.Outcome is not (Outcome.CalledOff or Outcome.NobodyCame);

    internal static string Text(LocalDate monday) => LocalDatePattern.Iso.Format(monday);
}
