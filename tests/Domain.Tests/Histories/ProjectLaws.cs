using Faubourg.Domain.Projects;
using Faubourg.Domain.Slips;

namespace Faubourg.Domain.Tests.Histories;

/// <summary>What must hold of projects at every moment of every history.</summary>
internal static class ProjectLaws
{
    /// <summary>Nothing is taken, handed on or asked in a project that is over; and what was over stays so.</summary>
    public static string? No_project_is_past_its_end(Moment m)
    {
        foreach (var e in m.Happened)
        {
            var number = e switch { TaskTaken t => t.Council, TaskHandedOn h => h.Council, RequestAsked a => a.Council, ProjectFinished f => f.Council, _ => 0 };
            if (number > 0 && !m.Before.Projects[number].IsOpenAt(m.Before, m.Now)) return $"{e} in a project that was over";
        }
        return null;
    }

    public static string? What_is_over_does_not_come_back(Moment m) => m.Before.Projects.Values
        .Where(p => !p.IsOpenAt(m.Before, m.Now) && m.After.Projects[p.Number].IsOpenAt(m.After, m.Now))
        .Select(p => $"project {p.Number} came back").FirstOrDefault();

    /// <summary>Everybody who may say "done" holds the words of the hands in which the task is now, and there is one of them.</summary>
    public static string? A_task_is_in_one_pair_of_hands(Moment m)
    {
        if (m.Act is not null) return null;
        return m.After.Slips.Values.Where(s => s.Purpose == Purpose.Task).GroupBy(s => (s.Council, s.Task))
            .Where(g => g.Count() > 1).Select(g => $"task {g.Key} is in {g.Count()} pairs of hands").FirstOrDefault();
    }
}
