using Faubourg.Domain.Quarters;
using Faubourg.Domain.Seasons;
using NodaTime;

namespace Faubourg.Web.Seasons;

/// <summary>A week as the picture of the year shows it.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Councils">That met in it, or are announced.</param>
/// <param name="Busy">It has at least a day of busy weeks.</param>
/// <param name="Quiet">It has at least a day of quiet, and none that is busy.</param>
/// <param name="Rest">"No council this week" was published, and holds.</param>
public sealed record WeekShown(LocalDate Monday, int Councils, bool Busy, bool Quiet, bool Rest);

/// <summary>The last 44 weeks and the next eight: a year, in one pass over the councils.</summary>
internal static class YearOfWeeks
{
    public const int Weeks = 52;

    private const int Listed = 5;

    private const int Past = Weeks - RestWeek.WeeksAhead;

    public static WeekShown[] Of(Quarter quarter, Instant now)
    {
        var first = Week.Of(now).PlusDays(-Week.Days * (Past - 1));
        var (from, counts) = (Week.Starts(first), new int[Weeks]);
        foreach (var council in quarter.Councils.Values)
        {
            if (council.StartsAt < from || !Week.Counts(council)) continue;
            var week = (int)((council.StartsAt - from).TotalDays / Week.Days);
            if (week < Weeks) counts[week]++;
        }
        var seasons = Season.All(quarter).Where(season => season.Until > from).ToArray();
        return [.. counts.Select((count, n) => One(quarter, seasons, first.PlusDays(Week.Days * n), count))];
    }

    /// <summary>This week and the four after it.</summary>
    public static IEnumerable<WeekShown> Ahead(IEnumerable<WeekShown> weeks, Instant now) => weeks.Where(w => w.Monday >= Week.Of(now)).Take(Listed);

    /// <summary>The first week ahead with no council in it and no rest said yet; null where there is none in eight weeks.</summary>
    public static LocalDate? Free(Quarter quarter, IEnumerable<WeekShown> weeks, Instant now) =>
        weeks.FirstOrDefault(w => w.Monday > Week.Of(now) && w.Councils == 0 && !quarter.Rests.ContainsKey(w.Monday))?.Monday;

    private static WeekShown One(Quarter quarter, Season[] seasons, LocalDate monday, int count)
    {
        var (from, to) = (Week.Starts(monday), Week.Ends(monday));
        var busy = seasons.Any(s => s.From < to && s.QuietFrom > from);
        return new WeekShown(monday, count, busy, !busy && seasons.Any(s => s.QuietFrom < to && s.Until > from), quarter.Rests.ContainsKey(monday) && Week.Breaks(quarter, monday) is null);
    }
}
