using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain.Projects;

/// <summary>Where projects and their tasks stand in the state.</summary>
public static class Growing
{
    /// <summary>The project, if it is there and open; null otherwise.</summary>
    public static Project? OpenProject(this Quarter quarter, int number, Instant now) =>
        quarter.Projects.TryGetValue(number, out var project) && project.IsOpenAt(quarter, now) ? project : null;

    /// <summary>The task that this slip speaks for now; null when it speaks for none, or somebody else has the task.</summary>
    public static ProjectTask? TaskOf(this Quarter quarter, string slip, Instant now) =>
        quarter.Slips.TryGetValue(slip, out var held) && held.Purpose == Purpose.Task && held.HoldsAt(now) && !held.IsSpent(quarter)
            ? quarter.Councils[held.Council].Tasks[held.Task!.Value]
            : null;

    /// <summary>
    /// The project for which this slip speaks: that of somebody who has one of its tasks, or, for 72 hours, of whoever was at its
    /// council. Null for none.
    /// </summary>
    public static Project? ProjectOf(this Quarter quarter, string slip, Instant now) =>
        quarter.Slips.TryGetValue(slip, out var held)
        && held.Purpose is Purpose.Task or Purpose.Minutes
        && held.HoldsAt(now)
        && !held.IsSpent(quarter)
            ? quarter.Projects.GetValueOrDefault(held.Council)
            : null;

    /// <summary>
    /// It speaks for what the council decided, before institutions and in its book of gains: not that of a task taken from what waited.
    /// Whoever did that was perhaps never there, and speaks for the task alone.
    /// </summary>
    /// <param name="quarter">The quarter.</param>
    /// <param name="slip">One that holds.</param>
    public static bool SpeaksForAll(this Quarter quarter, Slip slip) =>
        slip.Purpose != Purpose.Task || quarter.Councils.GetValueOrDefault(slip.Council)?.Tasks.GetValueOrDefault(slip.Task!.Value) is { OfTheEvening: true };

    internal static Quarter With(this Quarter quarter, Project project) =>
        quarter with { Projects = quarter.Projects.SetItem(project.Number, project) };

    internal static Quarter InTask(this Quarter quarter, int council, int task, Func<ProjectTask, ProjectTask> change) =>
        quarter.In(council, c => c with { Tasks = c.Tasks.SetItem(task, change(c.Tasks[task])) });
}
