using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record.Figures;
using Faubourg.Domain.Seasons;
using NodaTime;
using NodaTime.Text;
using static Faubourg.Domain.Tests.Histories.Figured;

namespace Faubourg.Domain.Tests.Histories;

/// <summary>Seasons and rest as the rules have them, in the words of those who count the leaves alone.</summary>
internal static class Seasoned
{
    public static string? Differs(Quarter quarter, SeasonsCounted counted, Instant now)
    {
        var (meter, seasons) = (RestMeter.At(quarter, now), Season.All(quarter).ToArray());
        return Differ("rest", new RestCounted(meter.Level, meter.Week, meter.Month, meter.Sinking), counted.Rest)
            ?? DifferOf("seasons", seasons.Select(s => new SeasonCounted(s.Burst.Number, s.At(now), Reflection(quarter, s))), counted.Seasons)
            ?? DifferOf("rests", quarter.Rests.Keys.Select(m => new RestedCounted(LocalDatePattern.Iso.Format(m), Week.Breaks(quarter, m)?.Number)), counted.Rests)
            ?? DifferOf("weeks", counted.Weeks.Select(w => Of(quarter, seasons, LocalDatePattern.Iso.Parse(w.Monday).Value)), counted.Weeks)
            ?? Differ("this week", LocalDatePattern.Iso.Format(Week.Of(now)), counted.Weeks[^(RestWeek.WeeksAhead + 1)].Monday);
    }

    private static int? Reflection(Quarter quarter, Season season) =>
        quarter.Councils.Values.FirstOrDefault(c => c.Kind == CouncilKind.Reflection && Week.Counts(c) && season.IsReflectedAt(c.StartsAt))?.Number;

    private static WeekCounted Of(Quarter quarter, Season[] seasons, LocalDate monday)
    {
        var (from, to) = (Week.Starts(monday), Week.Ends(monday));
        var busy = seasons.Any(s => s.From < to && s.QuietFrom > from);
        return new WeekCounted(
            LocalDatePattern.Iso.Format(monday), quarter.Councils.Values.Count(c => Week.Counts(c) && c.StartsAt >= from && c.StartsAt < to), busy,
            !busy && seasons.Any(s => s.QuietFrom < to && s.Until > from), quarter.Rests.ContainsKey(monday) && Week.Breaks(quarter, monday) is null);
    }
}
