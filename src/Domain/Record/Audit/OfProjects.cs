using Faubourg.Domain.Councils;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Record.Audit;

/// <summary>What becomes of what a decision opened.</summary>
internal static class OfProjects
{
    private static readonly Duration ToCorrect = Duration.FromHours(72);

    public static void Check(Case c, PublicEvent happened)
    {
        switch (happened)
        {
            case ProjectRenewed e: WasOpen(c, e.Council, e.Project); break;
            case ProjectEnded e: WasOpen(c, e.Council, e.Project); break;
            case ProjectFinished e: Finished(c, e); break;
            case TaskTaken e: Taken(c, e); break;
            case TaskHandedOn e:
                if (Held(c, e.Council, e.Task) is { } handed)
                    c.Require(handed.Turns < TakeWaitingTask.Most, Rule.TasksChangeHands, "The task changed hands too often.");
                Open(c, e.Council);
                break;
            case TaskDropped e: Held(c, e.Council, e.Task); break;
            case TaskDone e: Held(c, e.Council, e.Task); break;
            case EvidenceShown e: Shown(c, e); break;
            case RequestAsked e: Asked(c, e); break;
            case RequestAnswered e: Answered(c, e); break;
        }
    }

    /// <summary>It was put before the room while the project was open; the count may have closed a little later.</summary>
    private static void WasOpen(Case c, int council, int project)
    {
        var then = c.WhenPut(council);
        c.Require(then.OpenProject(project, then.At) is not null, Rule.SpeaksOfWhatIs, "There is no such open project.");
    }

    /// <summary>The council of a project that is open; null, and a breach, otherwise.</summary>
    private static Council? Open(Case c, int number)
    {
        if (c.Council(number) is not { } council) return null;
        return c.Require(c.Before.OpenProject(number, c.At) is not null, Rule.NothingAfterTheEnd, "The project is not open.") ? council : null;
    }

    /// <summary>A task that somebody has, who can still say so.</summary>
    private static ProjectTask? Held(Case c, int number, int task)
    {
        if (c.Council(number) is not { } council) return null;
        if (!c.Require(council is { IsOver: true, DissolvedAt: not null }, Rule.StepsInOrder, "The council is not over yet.")) return null;
        var held = council.Tasks.GetValueOrDefault(task);
        if (!c.Require(held is { Taken: true, DoneAt: null }, Rule.SpeaksOfWhatIs, "There is no such task, nobody has it, or it was done.")) return null;
        return c.Require(c.At <= held!.SlipEnds(council) + OfAfterwards.Slack, Rule.NothingAfterTheEnd, "It came too late.") ? held : null;
    }

    private static void Taken(Case c, TaskTaken e)
    {
        if (Open(c, e.Council) is not { } council) return;
        if (!c.Require(council.Tasks.GetValueOrDefault(e.Task) is { DoneAt: null }, Rule.SpeaksOfWhatIs, "There is no such task, or it was done.")) return;
        var task = council.Tasks[e.Task];
        c.Require(e.Helps ? task.WantsHelperAt(council, c.At) : task.WaitsAt(council, c.At), Rule.TasksChangeHands, "Somebody had taken it.");
        c.Require(task.Turns < TakeWaitingTask.Most, Rule.TasksChangeHands, "The task changed hands too often.");
    }

    private static void Finished(Case c, ProjectFinished e)
    {
        if (Open(c, e.Council) is not { } council) return;
        c.Require(
            !council.Tasks.IsEmpty && council.Tasks.Values.All(t => t.DoneAt is not null), Rule.TasksChangeHands, "A task of it was not done.");
        c.Require(council.Tasks.Values.Any(t => t.OfTheEvening), Rule.TasksChangeHands, "Nobody of its evening has a task who could say so.");
    }

    private static void Shown(Case c, EvidenceShown e)
    {
        if (Speaks(c, e.Council, e.Task) is not { } council) return;
        c.Require(council.Evidence.Length < ShowEvidence.Most, Rule.NothingAfterTheEnd, "More was shown than fits a project.");
    }

    private static void Asked(Case c, RequestAsked e)
    {
        if (Open(c, e.Council) is not { } council) return;
        c.Require(e.Request == council.Requests.Length + 1 && e.Request <= AskInstitution.Most, Rule.NumbersInOrder, "The request is not the next one.");
        c.Require(Request.MayBeAsked(e.On, c.At), Rule.LagIsOurs, "It was asked on a day that was not.");
    }

    private static void Answered(Case c, RequestAnswered e)
    {
        if (c.Council(e.Council) is not { } council) return;
        var request = e.Request > 0 ? council.Requests.ElementAtOrDefault(e.Request - 1) : null;
        if (!c.Require(request is { Answered: null }, Rule.SpeaksOfWhatIs, "There is no such request, or it was answered.")) return;
        c.Require(c.At < request!.WrittenAt + Request.Open, Rule.NothingAfterTheEnd, "It came too late.");
        c.Require(e.On >= request.On && Request.MayBeAsked(e.On, c.At), Rule.LagIsOurs, "It was answered before it was asked, or is yet to be.");
    }

    /// <summary>Of a task by whoever has it; of the project by whoever was at its council, for 72 hours.</summary>
    private static Council? Speaks(Case c, int number, int? task)
    {
        if (c.Council(number) is not { } council) return null;
        if (!c.Require(c.Before.Projects.ContainsKey(number), Rule.SpeaksOfWhatIs, "There is no such project.")) return null;
        if (task is null) return OfAfterwards.InTime(c, council, ToCorrect) ? council : null;
        var held = council.Tasks.GetValueOrDefault(task.Value);
        if (!c.Require(held is { Taken: true }, Rule.SpeaksOfWhatIs, "There is no such task, or nobody has it.")) return null;
        return c.Require(c.At <= held!.SlipEnds(council) + OfAfterwards.Slack, Rule.NothingAfterTheEnd, "It came too late.") ? council : null;
    }
}
