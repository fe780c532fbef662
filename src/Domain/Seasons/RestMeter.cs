using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Seasons;

public enum RestLevel { Rested, Full, TooThick }

/// <summary>Whether councils come too thick. It warns, and forbids nothing.</summary>
/// <param name="Week">The most councils in any seven days of the last seven and the next seven.</param>
/// <param name="Month">Councils of the last 28 days.</param>
/// <param name="Sinking">People say they are less well than before: the last three moods against the three before.</param>
public sealed record RestMeter(int Week, int Month, bool Sinking)
{
    /// <summary>A council every other day leaves no evening for anything else.</summary>
    public const int ThickWeek = 4;

    public const int FullWeek = 2;

    public const int ThickMonth = 12;

    private const int Moods = 3;

    private const double LowMood = 2;

    public RestLevel Level => Week >= ThickWeek || Month >= ThickMonth ? RestLevel.TooThick
        : Week >= FullWeek ? RestLevel.Full
        : RestLevel.Rested;

    /// <summary>A pause is proposed: by the number of councils, or by how people are.</summary>
    public bool NeedsRest => Level == RestLevel.TooThick || Sinking;

    /// <param name="quarter">The quarter.</param>
    /// <param name="now">Now, or when one more council would start.</param>
    public static RestMeter At(Quarter quarter, Instant now)
    {
        var (week, month) = (Duration.FromDays(Seasons.Week.Days), Duration.FromDays(28));
        var starts = quarter.Councils.Values
            .Where(c => Seasons.Week.Counts(c) && c.StartsAt > now - month && c.StartsAt <= now + week)
            .Select(c => c.StartsAt).Order().ToArray();
        var near = starts.Where(s => s > now - week).ToArray();
        var most = 0;
        for (var (first, last) = (0, 0); last < near.Length; last++)
        {
            while (near[last] - near[first] >= week) first++;
            most = Math.Max(most, last - first + 1);
        }
        return new RestMeter(most, starts.Count(s => s <= now), Sinks(quarter, now));
    }

    private static bool Sinks(Quarter quarter, Instant now)
    {
        var moods = quarter.Councils.Values.Where(c => c.DissolvedAt <= now && c.Care?.Mood is not null)
            .TakeLast(2 * Moods).Select(c => c.Care!.Mood!.Value).ToArray();
        if (moods.Length < Moods) return false;
        var lately = moods.TakeLast(Moods).Average();
        return lately <= LowMood || moods.Length == 2 * Moods && moods.Take(Moods).Average() - lately >= 1;
    }
}
