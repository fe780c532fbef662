using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;

namespace Faubourg.Domain.Projects;

/// <summary>"All of it is done", by whoever had one of its tasks since the evening, once every task is.</summary>
/// <param name="Slip">Hash of the slip of one of its tasks.</param>
public sealed record FinishProject(string Slip) : Act
{
    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (quarter.TaskOf(Slip, facts.Now) is not { } task) return new NoSuchSlip();
        if (!task.OfTheEvening) return new TakenLater();
        var number = quarter.Slips[Slip].Council;
        if (quarter.OpenProject(number, facts.Now) is null) return new NoOpenProject();
        return quarter.Councils[number].Tasks.Values.All(t => t.DoneAt is not null) ? new ProjectFinished(number) : new TasksLeft();
    }
}

/// <param name="Council">The council that opened it, and so the project.</param>
[Leaf("project.finished")]
public sealed record ProjectFinished(int Council) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.With(quarter.Projects[Council] with { FinishedAt = stamp.At });
}

/// <summary>Whoever took what waited speaks for that task, not for what the council decided.</summary>
public sealed record TakenLater : Refusal;

/// <summary>A task is not done yet.</summary>
public sealed record TasksLeft : Refusal;
