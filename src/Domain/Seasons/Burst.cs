using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Seasons;

/// <summary>Busy weeks that a council decided, and the quiet after them. It has the number of its council.</summary>
/// <param name="Number">The council that decided.</param>
/// <param name="Days">Of 24 hours, 1 to 28.</param>
/// <param name="Quiet">Days of quiet after them, 7 to 28.</param>
public sealed record Burst(int Number, int Days, int Quiet)
{
    public const int MostDays = 28;

    public const int LeastQuiet = 7;

    public const int MostQuiet = 28;
}

public enum SeasonPhase { Ahead, Busy, Quiet, Over }

/// <summary>A burst and its quiet, as times. It ends by itself: compare with now.</summary>
/// <param name="Burst">What was decided.</param>
/// <param name="From">72 hours after the minutes of its council.</param>
/// <param name="QuietFrom">The busy weeks are over.</param>
/// <param name="Until">The quiet is over.</param>
public sealed record Season(Burst Burst, Instant From, Instant QuietFrom, Instant Until)
{
    /// <summary>A reflection council ends the season it looks back on: from this long before its quiet.</summary>
    private static readonly Duration Looks = Duration.FromDays(7);

    /// <summary>Those that no council said no to, by their time.</summary>
    public static IEnumerable<Season> All(Quarter quarter) => quarter.Bursts.Select(burst => Of(quarter, burst)).OfType<Season>();

    /// <summary>The one that began last, or is to come; null while there was none. None comes before the one before it is over.</summary>
    public static Season? Latest(Quarter quarter)
    {
        for (var n = quarter.Bursts.Length - 1; n >= 0; n--)
            if (Of(quarter, quarter.Bursts[n]) is { } season) return season;
        return null;
    }

    /// <summary>The quiet that this time lies in; null when it lies in none that has taken effect.</summary>
    public static Season? QuietAt(Quarter quarter, Instant time, Instant now) =>
        Latest(quarter) is { } season && season.From <= now && season.QuietFrom <= time && time < season.Until ? season : null;

    public SeasonPhase At(Instant now) =>
        now < From ? SeasonPhase.Ahead : now < QuietFrom ? SeasonPhase.Busy : now < Until ? SeasonPhase.Quiet : SeasonPhase.Over;

    /// <summary>Whether a council that starts then looks back on this season.</summary>
    public bool IsReflectedAt(Instant starts) => starts >= QuietFrom - Looks && starts < Until;

    private static Season? Of(Quarter quarter, Burst burst)
    {
        if (quarter.Amendments.GetValueOrDefault(burst.Number) is not { RefusedAt: null, HoldsFrom: var from }) return null;
        var quiet = from + Duration.FromDays(burst.Days);
        return new Season(burst, from, quiet, quiet + Duration.FromDays(burst.Quiet));
    }
}
