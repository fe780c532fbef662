using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Record.Figures;

/// <param name="Number">The council that opened it.</param>
/// <param name="Tasks">How many it has.</param>
/// <param name="Done">How many of them are done.</param>
/// <param name="Waiting">How many wait for a hand, or for a second one; none once it is over.</param>
/// <param name="Evidence">How often something was shown.</param>
/// <param name="Renewed">How often councils went on with it.</param>
/// <param name="Requests">How often an institution was asked.</param>
/// <param name="Answered">How often it answered.</param>
public sealed record ProjectCounted(int Number, ProjectState State, int Tasks, int Done, int Waiting, int Evidence, int Renewed, int Requests, int Answered);

/// <summary>What an institution was asked.</summary>
/// <param name="Number">In its project from 1.</param>
/// <param name="Lag">Days from asking to the answer, or to today in the neighbourhood's zone.</param>
/// <param name="Shown">How often something was shown from the day it was asked until the answer, or until now.</param>
public sealed record RequestCounted(int Project, int Number, int Lag, int Shown);

internal sealed class ProjectFigures(HeldDecisions decisions)
{
    private readonly Dictionary<int, Touches> touches = [];
    private readonly HashSet<int> jars = [];
    private readonly SortedDictionary<int, Kept> projects = [];
    private readonly Dictionary<int, WorkFigures> work = [];

    private sealed class Kept(Instant until)
    {
        public Instant Until { get; set; } = until;

        public Instant? Finished { get; set; }

        public int Renewed { get; set; }

        public List<ProjectEnded> Ends { get; } = [];
    }

    public void Next(PublicEvent happened, Instant at)
    {
        switch (happened)
        {
            case DecisionMade made:
                touches[made.Council] = made.Touches;
                break;
            case JarOpened opened:
                jars.Add(opened.Council);
                break;
            case CouncilDissolved { Outcome: Outcome.Decided } over when Opens(over.Council):
                projects[over.Council] = new Kept(over.Due + Project.Term);
                break;
            case ProjectRenewed renewed when Open(renewed.Project, at) is { } project:
                project.Until = at + Project.Term;
                project.Renewed++;
                break;
            case ProjectEnded ended when Open(ended.Project, at) is { } project:
                project.Ends.Add(ended);
                break;
            case ProjectFinished finished when projects.TryGetValue(finished.Council, out var project):
                project.Finished = at;
                break;
        }

        if (happened is CouncilDissolved { Council: var number, Due: var due }) Of(number).Began = due;
        if (WorkFigures.Of(happened) is { } council) Of(council).Next(happened, at);
    }

    public ImmutableArray<ProjectCounted> At(Instant now) =>
    [
        .. from project in projects
           let work = Of(project.Key)
           let state = StateAt(project.Value, now)
           select new ProjectCounted(
               project.Key, state, work.Tasks, work.Done, state == ProjectState.Open ? work.WaitingAt(now) : 0, work.Shown, project.Value.Renewed, work.Requests, work.Answered),
    ];

    /// <param name="now">Its day in the zone counts.</param>
    /// <param name="zone">The neighbourhood's.</param>
    public ImmutableArray<RequestCounted> RequestsAt(Instant now, DateTimeZone zone) =>
        [.. from project in projects from request in Of(project.Key).RequestsAt(project.Key, now, zone) select request];

    /// <summary>Of any council, whether or not it opened a project.</summary>
    public (int All, int Done) TasksOf(int council) => (Of(council).Tasks, Of(council).Done);

    /// <summary>When it is over, or will be; null where there is none.</summary>
    public Instant? OverAt(int number) => projects.TryGetValue(number, out var project) ? Over(project).At : null;

    private bool Opens(int council) => jars.Contains(council) || touches.GetValueOrDefault(council, Touches.Amendment) == Touches.Nothing;

    private WorkFigures Of(int council)
    {
        if (!work.TryGetValue(council, out var one)) work[council] = one = new WorkFigures();
        return one;
    }

    private Kept? Open(int number, Instant now) => projects.TryGetValue(number, out var project) && now < Over(project).At ? project : null;

    private ProjectState StateAt(Kept project, Instant now)
    {
        var (at, end) = Over(project);
        if (now < at) return ProjectState.Open;
        return end switch { ProjectEnd.Done => ProjectState.Done, ProjectEnd.Dropped => ProjectState.Dropped, _ => ProjectState.Expired };
    }

    /// <summary>The earliest of what ends it; of two at once the one that was said first.</summary>
    private (Instant At, ProjectEnd? End) Over(Kept project)
    {
        IEnumerable<(Instant At, ProjectEnd? End)> ends =
        [
            project.Finished is { } finished ? (finished, ProjectEnd.Done) : (project.Until, null),
            .. from ended in project.Ends
               let holds = decisions.From(ended.Council)
               where holds is not null
               select (holds.Value, (ProjectEnd?)ended.End),
        ];
        return ends.MinBy(end => end.At);
    }
}
