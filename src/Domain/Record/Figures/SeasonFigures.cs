using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Seasons;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Domain.Record.Figures;

/// <param name="Week">The most councils in any seven days of the last seven and the next seven.</param>
/// <param name="Month">Councils of the last 28 days.</param>
/// <param name="Sinking">The last three moods are low, or lower by one than the three before.</param>
public sealed record RestCounted(RestLevel Level, int Week, int Month, bool Sinking);

/// <param name="Council">The council that decided it.</param>
/// <param name="Reflection">The first council that looks back on it; null while there is none.</param>
public sealed record SeasonCounted(int Council, SeasonPhase Phase, int? Reflection);

/// <param name="Monday">As 2026-11-23.</param>
/// <param name="BrokenBy">The first usual council in it; null while it is a rest.</param>
public sealed record RestedCounted(string Monday, int? BrokenBy);

/// <param name="Monday">As 2026-11-23, in UTC.</param>
/// <param name="Councils">That met in it, or are announced.</param>
public sealed record WeekCounted(string Monday, int Councils, bool Busy, bool Quiet, bool Rest);

/// <param name="Weeks">The last 44 and the next eight.</param>
public sealed record SeasonsCounted(
    RestCounted Rest, ImmutableArray<SeasonCounted> Seasons, ImmutableArray<RestedCounted> Rests, ImmutableArray<WeekCounted> Weeks);

internal sealed class SeasonFigures(HeldDecisions decisions, CouncilFigures councils)
{
    private const int AWeek = 7, Past = 43, Ahead = 8, Moods = 3;

    private readonly List<BurstOpened> bursts = [];
    private readonly SortedSet<LocalDate> rests = [];

    /// <summary>Somebody planned a rest.</summary>
    public bool Any => bursts.Count > 0 || rests.Count > 0;

    public void Next(PublicEvent happened, Instant at)
    {
        switch (happened)
        {
            case BurstOpened opened when Standing().All(s => at >= s.Until):
                bursts.Add(opened);
                break;
            case WeekRested rested:
                rests.Add(rested.Monday);
                break;
        }
    }

    public SeasonsCounted At(Instant now)
    {
        var counting = councils.All.Where(c => c.Counts).ToArray();
        var seasons = Standing().OrderBy(s => s.From).ToArray();
        return new SeasonsCounted(Meter(counting, now), [.. seasons.Select(s => Of(s, counting, now))], [.. rests.Select(monday => Of(monday, counting))], Year(seasons, counting, now));
    }

    private IEnumerable<(int Council, Instant From, Instant Quiet, Instant Until)> Standing() =>
        from burst in bursts
        let busy = decisions.From(burst.Council)
        where busy is not null
        let quiet = busy.Value + Duration.FromDays(burst.Days)
        select (burst.Council, busy.Value, quiet, quiet + Duration.FromDays(burst.Quiet));

    private RestCounted Meter(Sat[] counting, Instant now)
    {
        var near = counting.Select(c => c.Starts).Where(s => s > now - Duration.FromDays(AWeek) && s <= now + Duration.FromDays(AWeek)).ToArray();
        var week = near.Select(first => near.Count(s => s >= first && s < first + Duration.FromDays(AWeek))).DefaultIfEmpty().Max();
        var month = counting.Count(c => c.Starts > now - Duration.FromDays(4 * AWeek) && c.Starts <= now);
        var level = week >= RestMeter.ThickWeek || month >= RestMeter.ThickMonth ? RestLevel.TooThick : week >= RestMeter.FullWeek ? RestLevel.Full : RestLevel.Rested;
        return new RestCounted(level, week, month, Sinks(now));
    }

    private bool Sinks(Instant now)
    {
        var moods = councils.All.Where(c => c.Outcome is not null && c.Due <= now && c.Mood is not null).Select(c => c.Mood!.Value).ToArray();
        if (moods.Length < Moods) return false;
        var last = moods[^Moods..].Sum();
        return last <= 2 * Moods || (moods.Length >= 2 * Moods && moods[^(2 * Moods)..^Moods].Sum() - last >= Moods);
    }

    private static SeasonCounted Of((int Council, Instant From, Instant Quiet, Instant Until) season, Sat[] counting, Instant now) => new(
        season.Council,
        now < season.From ? SeasonPhase.Ahead : now < season.Quiet ? SeasonPhase.Busy : now < season.Until ? SeasonPhase.Quiet : SeasonPhase.Over,
        counting.FirstOrDefault(c => c.Kind == CouncilKind.Reflection && c.Starts >= season.Quiet - Duration.FromDays(AWeek) && c.Starts < season.Until)?.Number);

    private static RestedCounted Of(LocalDate monday, Sat[] counting) => new(LocalDatePattern.Iso.Format(monday), Breaks(monday, counting));

    private static int? Breaks(LocalDate monday, Sat[] counting) => counting.FirstOrDefault(c => c.Kind == CouncilKind.Usual && Monday(c.Starts) == monday)?.Number;

    private ImmutableArray<WeekCounted> Year((int Council, Instant From, Instant Quiet, Instant Until)[] seasons, Sat[] counting, Instant now)
    {
        var met = counting.CountBy(c => Monday(c.Starts)).ToDictionary();
        return [.. Enumerable.Range(-Past, Past + 1 + Ahead).Select(n => Week(Monday(now).PlusDays(AWeek * n)))];

        WeekCounted Week(LocalDate monday)
        {
            var from = monday.AtMidnight().InUtc().ToInstant();
            var to = from + Duration.FromDays(AWeek);
            var busy = seasons.Any(s => s.From < to && s.Quiet > from);
            var quiet = !busy && seasons.Any(s => s.Quiet < to && s.Until > from);
            return new WeekCounted(LocalDatePattern.Iso.Format(monday), met.GetValueOrDefault(monday), busy, quiet, rests.Contains(monday) && Breaks(monday, counting) is null);
        }
    }

    /// <summary>The Monday on or before its day, in UTC.</summary>
    private static LocalDate Monday(Instant at) => at.InUtc().Date is var day && day.DayOfWeek == IsoDayOfWeek.Monday ? day : day.Previous(IsoDayOfWeek.Monday);
}
