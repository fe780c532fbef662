using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Storage;

/// <summary>Wakes a quarter when the clock brings something, so that a council ends though nobody acts.</summary>
internal sealed class DueTimer(Action wake) : IDisposable
{
    /// <summary>A laptop that slept, or whose clock was put right, is not late by more than this while people sit together.</summary>
    private static readonly Duration Nap = Duration.FromMinutes(1);

    private static readonly Duration LongNap = Duration.FromHours(1);

    private readonly Timer timer = new(_ => wake());

    /// <param name="quarter">As published.</param>
    /// <param name="now">The quarter's time.</param>
    /// <param name="troubled">Something failed and is to be tried again, but not in haste.</param>
    public void Arm(Quarter quarter, Instant now, bool troubled)
    {
        var due = Rules.NextDue(quarter);
        if (due is null && !troubled)
        {
            timer.Change(Timeout.Infinite, Timeout.Infinite);
            return;
        }
        var longest = troubled || !quarter.Living.IsEmpty ? Nap : LongNap;
        var wait = troubled ? Nap : Duration.Min(longest, Duration.Max(due!.Value - now, Duration.Zero));
        // Rounded up: woken a fraction too early, it would find nothing due.
        timer.Change((long)Math.Ceiling(wait.TotalMilliseconds), Timeout.Infinite);
    }

    public void Dispose() => timer.Dispose();
}
