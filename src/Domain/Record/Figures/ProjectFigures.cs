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
/// <param name="Evidence">How often something was shown.</param>
/// <param name="Requests">How often an institution was asked.</param>
/// <param name="Answered">How often it answered.</param>
public sealed record ProjectCounted(int Number, ProjectState State, int Tasks, int Done, int Evidence, int Requests, int Answered);

internal sealed class ProjectFigures(HeldDecisions decisions)
{
    private readonly Dictionary<int, Touches> touches = [];
    private readonly HashSet<int> jars = [];
    private readonly SortedDictionary<int, Kept> projects = [];
    private readonly Dictionary<int, Work> work = [];

    private sealed class Kept(Instant until)
    {
        public Instant Until { get; set; } = until;

        public Instant? Finished { get; set; }

        public List<ProjectEnded> Ends { get; } = [];
    }

    private sealed class Work
    {
        public int Tasks { get; set; }

        public HashSet<int> Done { get; } = [];

        public int Evidence { get; set; }

        public int Requests { get; set; }

        public int Answered { get; set; }
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
            case CouncilDissolved { Outcome: Outcome.Decided } over when touches[over.Council] == Touches.Nothing || jars.Contains(over.Council):
                projects[over.Council] = new Kept(over.Due + Project.Term);
                break;
            case ProjectRenewed renewed when Open(renewed.Project, at) is { } project:
                project.Until = at + Project.Term;
                break;
            case ProjectEnded ended when Open(ended.Project, at) is { } project:
                project.Ends.Add(ended);
                break;
            case ProjectFinished { Council: var number }:
                projects[number].Finished = at;
                break;
            default:
                Worked(happened);
                break;
        }
    }

    public ImmutableArray<ProjectCounted> At(Instant now) =>
    [
        .. from project in projects
           let work = Of(project.Key)
           select new ProjectCounted(project.Key, StateAt(project.Value, now), work.Tasks, work.Done.Count, work.Evidence, work.Requests, work.Answered),
    ];

    /// <summary>When it is over, or will be; null where there is none.</summary>
    public Instant? OverAt(int number) => projects.TryGetValue(number, out var project) ? Over(project).At : null;

    private void Worked(PublicEvent happened)
    {
        switch (happened)
        {
            case TaskOpened task:
                Of(task.Council).Tasks++;
                break;
            case TaskDone task:
                Of(task.Council).Done.Add(task.Task);
                break;
            case EvidenceShown shown:
                Of(shown.Council).Evidence++;
                break;
            case RequestAsked asked:
                Of(asked.Council).Requests++;
                break;
            case RequestAnswered answered:
                Of(answered.Council).Answered++;
                break;
        }
    }

    private Work Of(int council)
    {
        if (!work.TryGetValue(council, out var one)) work[council] = one = new Work();
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
