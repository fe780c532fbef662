using Faubourg.Domain.Councils;
using NodaTime;

namespace Faubourg.Domain.Projects;

/// <summary>Which tasks wait for a hand: a function of state and now.</summary>
public static class Waiting
{
    /// <summary>So long after its day a task that is not done is anybody's again.</summary>
    public static readonly Duration Grace = Duration.FromDays(7);

    /// <summary>One without a day: so long after it was taken.</summary>
    public static readonly Duration Undated = Duration.FromDays(21);

    /// <summary>Nobody has it, or whoever had it let its day pass by a week.</summary>
    /// <param name="task">A task.</param>
    /// <param name="council">Its council, which is over.</param>
    /// <param name="now">The quarter's time.</param>
    public static bool WaitsAt(this ProjectTask task, Council council, Instant now) =>
        task.DoneAt is null && (!task.Taken || now >= Again(task, council));

    /// <summary>Somebody has it, a second one is wanted beside them, and nobody is.</summary>
    public static bool WantsHelperAt(this ProjectTask task, Council council, Instant now) =>
        task is { DoneAt: null, Taken: true, WantsHelper: true, Helped: false } && !task.WaitsAt(council, now);

    /// <summary>The end of the slip of whoever took it last: 30 days after it was due.</summary>
    internal static Instant SlipEnds(this ProjectTask task, Council council) => Dissolution.TaskEnd(task.By, task.Since ?? council.DissolvedAt!.Value);

    /// <summary>When a taken task is anybody's again: a week after the end of its day, which no task has more than a year ahead.</summary>
    private static Instant Again(ProjectTask task, Council council)
    {
        var taken = task.Since ?? council.DissolvedAt!.Value;
        if (task.By is not { } day) return taken + Undated;
        var last = taken + Duration.FromDays(365);
        var end = day >= last.InUtc().Date ? last : day.AtMidnight().InUtc().ToInstant() + Duration.FromDays(1);
        return Instant.Max(end, taken) + Grace;
    }
}
