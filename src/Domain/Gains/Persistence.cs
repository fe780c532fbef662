using System.Collections.Immutable;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Gains;

/// <summary>What is known of a gain at one age.</summary>
public enum Lasting { Works, Over, Lapsed, Unlooked }

/// <summary>What still works after 30, 90, 365 days: a council looks once at each age, from then until the next.</summary>
public static class Persistence
{
    /// <summary>Days of 24 hours since it was claimed.</summary>
    public static readonly ImmutableArray<int> Ages = [30, 90, 365];

    /// <summary>The last age waits a year for somebody to look.</summary>
    private const int Last = 730;

    /// <summary>Which look belongs to this age; null before the first and after the last.</summary>
    public static int? AgeAt(Duration since)
    {
        if (since >= Duration.FromDays(Last)) return null;
        for (var i = Ages.Length - 1; i >= 0; i--)
            if (since >= Duration.FromDays(Ages[i]))
                return Ages[i];
        return null;
    }

    /// <summary>Until when a council may look at this age.</summary>
    internal static Duration Until(int age) => Duration.FromDays(age == Ages[^1] ? Last : Ages[Ages.IndexOf(age) + 1]);

    /// <summary>What is known of it at the age; null while it is younger.</summary>
    public static Lasting? At(LoggedGain gain, int age, Quarter quarter, Instant now)
    {
        if (now < gain.ClaimedAt + Duration.FromDays(age)) return null;
        foreach (var check in gain.Checks)
        {
            if (check.Age == age && check.Works) return Lasting.Works;
            if (check.Age <= age && !check.Works) return Lasting.Over;
        }
        return gain.StateAt(quarter, now) == GainState.Lapsed ? Lasting.Lapsed : Lasting.Unlooked;
    }
}
