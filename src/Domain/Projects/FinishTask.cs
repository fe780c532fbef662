using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;

namespace Faubourg.Domain.Projects;

/// <summary>"Done", by whoever holds the task's slip, until 30 days after it was due. With the same slip they may show it afterwards.</summary>
public sealed record FinishTask(string Slip) : Act
{
    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts) => quarter.TaskOf(Slip, facts.Now) switch
    {
        null => new NoSuchSlip(),
        { DoneAt: not null } => new DoneAlready(),
        var task => new TaskDone(quarter.Slips[Slip].Council, task.Number),
    };
}

[Leaf("task.done")]
public sealed record TaskDone(int Council, int Task) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InTask(Council, Task, t => t with { DoneAt = stamp.At });
}

/// <summary>The task was done; nothing is left to do with it.</summary>
public sealed record DoneAlready : Refusal;
