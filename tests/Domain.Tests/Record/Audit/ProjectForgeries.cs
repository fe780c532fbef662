using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Record.Audit;
using Faubourg.Domain.Tests.Projects;
using NodaTime;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Record.Audit;

/// <summary>Records in which something grows from a decision that cannot have.</summary>
internal static class ProjectForgeries
{
    private static readonly Duration Day = Duration.FromDays(1);

    public static readonly ImmutableSortedDictionary<string, (Rule Rule, Func<Forged> Forged)> All = new Dictionary<string, (Rule, Func<Forged>)>
    {
        ["a task is taken from whoever has it"] = (Rule.TasksChangeHands, () => Grown().Before<TaskTaken>(_ => new TaskTaken(1, 1, false, null))),
        ["help where none was wanted"] = (Rule.TasksChangeHands, () => Grown().With<TaskTaken>(e => e with { Helps = true })),
        ["a second helper"] = (Rule.TasksChangeHands, () => Grown().Before<TaskHandedOn>(_ => new TaskTaken(1, 1, true, null))),
        ["done with a task left"] = (Rule.TasksChangeHands, () => Grown().Before<TaskDone>(_ => new ProjectFinished(1))),
        ["finished by those who were not there"] = (Rule.TasksChangeHands, () => Grown()
            .With<TaskOpened>(e => e with { Taken = false, Taker = null }, e => e.Task == 1)
            .Before<EvidenceShown>(_ => new TaskTaken(1, 1, false, null)).Without<TaskTaken>(e => e.Helps)),
        ["handed round and round"] = (Rule.TasksChangeHands, () => Enumerable.Range(0, TakeWaitingTask.Most).Aggregate(Grown(), (f, _) => f.Before<TaskHandedOn>(e => e))),
        ["a task that is not there is taken"] = (Rule.SpeaksOfWhatIs, () => Grown().With<TaskTaken>(e => e with { Task = 9 })),
        ["done while the council sat"] = (Rule.StepsInOrder, () => Grown().Before<StepMoved>(_ => new TaskDone(1, 1))),
        ["shown fifty-one times"] = (Rule.NothingAfterTheEnd, () => Enumerable.Range(0, ShowEvidence.Most).Aggregate(Grown(), (f, _) => f.Before<EvidenceShown>(e => e))),
        ["shown of what never was a project"] = (Rule.SpeaksOfWhatIs, () => Ended().Then(new EvidenceShown(2, null, T("look"), null))),
        ["taken when the project was over"] = (Rule.NothingAfterTheEnd, () => Grown().Until<EvidenceShown>().Then(new TaskTaken(1, 2, false, null), 42 * Day)),
        ["asked when the project was over"] = (Rule.NothingAfterTheEnd, () => Grown().Until<EvidenceShown>().Then(Asked(new LocalDate(2026, 12, 1)), 42 * Day)),
        ["finished twice"] = (Rule.NothingAfterTheEnd, () => Grown().Then(new ProjectFinished(1))),
        ["handed on by nobody"] = (Rule.SpeaksOfWhatIs, () => Grown().Before<TaskTaken>(_ => new TaskHandedOn(1, 2, null))),
        ["dropped by nobody"] = (Rule.SpeaksOfWhatIs, () => Grown().Before<TaskTaken>(_ => new TaskDropped(1, 2))),
        ["done by nobody"] = (Rule.SpeaksOfWhatIs, () => Grown().Before<TaskTaken>(_ => new TaskDone(1, 2))),
        ["shown by nobody"] = (Rule.SpeaksOfWhatIs, () => Grown().Before<TaskTaken>(_ => new EvidenceShown(1, 2, T("look"), null))),
        ["shown a year later"] = (Rule.NothingAfterTheEnd, () => Grown().Then(new EvidenceShown(1, 1, T("look"), null), 365 * Day)),
        ["shown for the whole by somebody a week later"] = (Rule.NothingAfterTheEnd, () => Grown().Then(new EvidenceShown(1, null, T("look"), null), 7 * Day)),
        ["a request is missing"] = (Rule.NumbersInOrder, () => Grown().With<RequestAsked>(e => e with { Request = 2 })),
        ["asked next year"] = (Rule.LagIsOurs, () => Grown().With<RequestAsked>(e => e with { On = e.On.PlusYears(1) })),
        ["answered before it was asked"] = (Rule.LagIsOurs, () => Grown().With<RequestAnswered>(e => e with { On = e.On.PlusDays(-30) })),
        ["answered twice"] = (Rule.SpeaksOfWhatIs, () => Grown().Before<RequestAnswered>(e => e)),
        ["no project is ended"] = (Rule.SpeaksOfWhatIs, () => Ended().With<ProjectEnded>(e => e with { Project = 9 })),
        ["ended by another council than decided"] = (Rule.DeedsFollow, () => Ended().With<ProjectEnded>(e => e with { Council = 1 })),
        ["five end what fifty opened"] = (Rule.Weight, () => Ended()
            .With<HeadsCounted>(e => e with { AtLeast = 50 }, e => e is { Council: 1, Step: Step.Hearing })),
        ["five go on with the money of fifty"] = (Rule.Weight, () => Renewed()
            .With<HeadsCounted>(e => e with { AtLeast = 50 }, e => e is { Council: 1, Step: Step.Hearing })),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static RequestAsked Asked(LocalDate on) => new(1, 1, on, T("the parks office"), T("two planks"));

    private static Forged Grown() => new(HonestProjects.Grown());

    private static Forged Ended() => new(HonestProjects.Ended());

    private static Forged Renewed() => new(HonestProjects.Renewed());
}
