using System.Diagnostics;
using NodaTime;

namespace Faubourg.Storage;

/// <summary>
/// Taking deleted bytes out of a file rewrites all of it, which takes the longer the longer a quarter has lived. Words taken back and rooms
/// that ended are taken out at once. Where many slips end one after the other, a tenth of the time goes into it, and what waits goes together within a second.
/// </summary>
internal sealed class PurgePace
{
    /// <summary>Of the time, one part in so many.</summary>
    private const int Share = 10;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>By the machine's steady clock: the world's may be set.</summary>
    private long next;

    /// <summary>How long until the next; zero when it may be now.</summary>
    public Duration In => Duration.FromTimeSpan(TimeSpan.FromTicks(Math.Max(0, Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), next).Ticks)));

    public void Run(Action purge)
    {
        var began = Stopwatch.GetTimestamp();
        purge();
        var rest = TimeSpan.FromTicks(Math.Min(Longest.Ticks, (Share - 1) * Stopwatch.GetElapsedTime(began).Ticks));
        next = Stopwatch.GetTimestamp() + (long)(rest.TotalSeconds * Stopwatch.Frequency);
    }
}
