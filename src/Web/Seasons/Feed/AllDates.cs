using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Web.Seasons;

/// <summary>Everything that has a date, for the calendar: each concept tells its own.</summary>
internal static class AllDates
{
    /// <summary>How far back the feed looks: what was over before is in nobody's plans.</summary>
    public static readonly Duration Back = Duration.FromDays(365);

    private static readonly ImmutableArray<Func<Visit, IEnumerable<Dated>>> Sources =
        [CouncilDates.Of, TaskDates.Of, ProjectDates.Of, SeasonDates.Of, RestDates.Of, AmendmentDates.Of, OfferDates.Of, CornerDates.Of, GainDates.Of, ChargeDates.Of, JarDates.Of];

    public static IEnumerable<Dated> Of(Visit visit) => Sources.SelectMany(source => source(visit));
}

/// <summary>Councils that two found worth holding, and those that met.</summary>
internal static class CouncilDates
{
    public static IEnumerable<Dated> Of(Visit visit) => visit.Quarter.Councils.Values
        .Where(council => council.StartsAt > visit.Now - AllDates.Back && !council.OnPaper
            && (council.WorthHolding || council.Outcome is Outcome.Decided or Outcome.NoDecision))
        .Select(council => One(visit, council));

    public static Dated One(Visit visit, Council council)
    {
        var (quarter, words) = (visit.Quarter, visit.Words);
        var question = words.Say(quarter.Said(council.Question));
        return new Dated($"{council.Number}", council.Changes + (council.IsOver ? 1 : 0), council.DissolvedAt ?? council.NoticeFrom,
            council.Kind == CouncilKind.Usual ? question : words[$"seasons.kind.{Field.Kebab(council.Kind)}.of", ("question", question)], $"/councils/{council.Number}")
        {
            Hours = (council.StartsAt, council.EndsAt),
            Place = words.Say(quarter.Said(council.Place)),
            More = words[$"announce.decides.{Field.Kebab(council.Method)}"],
            Cancelled = council.Outcome is Outcome.CalledOff or Outcome.NobodyCame,
        };
    }
}

/// <summary>Tasks with a day.</summary>
internal static class TaskDates
{
    public static IEnumerable<Dated> Of(Visit visit)
    {
        var since = (visit.Now - AllDates.Back).InZone(visit.Zone).Date;
        // A task is due at most a while after its council: older ones are not looked at one by one.
        return from council in visit.Quarter.Councils.Values
               where council.IsOver && council.DissolvedAt > visit.Now - 2 * AllDates.Back
               from task in council.Tasks.Values
               where task.By >= since
               select new Dated($"task-{council.Number}-{task.Number}", Changes(task), task.DoneAt ?? task.Since ?? council.DissolvedAt!.Value,
                   visit.Words[task.DoneAt is null ? "seasons.due.task" : "seasons.due.task.done", ("what", visit.Words.Say(visit.Quarter.Said(task.What)))],
                   visit.Quarter.Projects.ContainsKey(council.Number) ? $"/projects/{council.Number}" : $"/councils/{council.Number}")
               {
                   Day = (task.By!.Value, 1),
               };
    }

    private static int Changes(ProjectTask task) => task.Turns + (task.DoneAt is null ? 0 : 1);
}

/// <summary>When a project expires unless a council goes on with it.</summary>
internal static class ProjectDates
{
    public static IEnumerable<Dated> Of(Visit visit) =>
        from project in visit.Quarter.Projects.Values
        let over = project.OverAt(visit.Quarter)
        where over > visit.Now - AllDates.Back
        let council = visit.Quarter.Councils[project.Number]
        select new Dated($"project-{project.Number}", Changes(visit.Quarter, project), project.FinishedAt ?? project.OpenedAt,
            visit.Words["seasons.due.project", ("what", visit.Words.Say(visit.Quarter.Said(council.Decision?.What)))], $"/projects/{project.Number}")
        {
            Day = (over.InZone(visit.Zone).Date, 1),
            Cancelled = project.StateAt(visit.Quarter, visit.Now) == ProjectState.Dropped,
        };

    public static int Changes(Quarter quarter, Project project) =>
        project.Renewals.Length + (project.FinishedAt is null ? 0 : 1) + project.Ends.Sum(end => Changed.Times(quarter, end.Council));
}

/// <summary>How often a decision of another council changed an entry: once, and once more when it was refused.</summary>
internal static class Changed
{
    public static int Times(Quarter quarter, int council) => quarter.Amendments.GetValueOrDefault(council) is { RefusedAt: not null } ? 2 : 1;

    /// <summary>
    /// How often any council was announced, changed or ended: it never falls. For entries that stand or not by which councils there
    /// are, as one that broke a week's rest may be called off.
    /// </summary>
    public static int InCouncils(Quarter quarter) => quarter.Councils.Values.Sum(council => 1 + council.Changes + (council.IsOver ? 1 : 0));
}
