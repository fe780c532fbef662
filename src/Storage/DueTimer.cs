using NodaTime;

namespace Faubourg.Storage;

/// <summary>Wakes a quarter when the clock brings something, so that a council ends though nobody acts.</summary>
internal sealed class DueTimer(Action wake) : IDisposable
{
    /// <summary>A laptop that slept, or whose clock was put right, is not late by more than this; nor is a second try sooner.</summary>
    private static readonly Duration Longest = Duration.FromMinutes(1);

    private readonly Timer timer = new(_ => wake());

    /// <param name="due">When, in the quarter's time; null for never.</param>
    /// <param name="now">The quarter's time.</param>
    /// <param name="troubled">Something failed and is to be tried again, but not in haste.</param>
    public void Arm(Instant? due, Instant now, bool troubled)
    {
        if (due is null && !troubled)
        {
            timer.Change(Timeout.Infinite, Timeout.Infinite);
            return;
        }
        var wait = troubled ? Longest : Duration.Min(Longest, Duration.Max(due!.Value - now, Duration.Zero));
        // Rounded up: woken a fraction too early, it would find nothing due.
        timer.Change((long)Math.Ceiling(wait.TotalMilliseconds), Timeout.Infinite);
    }

    public void Dispose() => timer.Dispose();
}
