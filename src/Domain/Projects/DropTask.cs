using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;

namespace Faubourg.Domain.Projects;

/// <summary>"I cannot after all": nobody asks why, and the task waits for another hand.</summary>
public sealed record DropTask(string Slip) : Act
{
    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (quarter.TaskOf(Slip, facts.Now) is not { } task) return new NoSuchSlip();
        if (task.DoneAt is not null) return new DoneAlready();
        return new Event[] { new TaskDropped(quarter.Slips[Slip].Council, task.Number), new SlipsEnded([Slip]) };
    }
}

[Leaf("task.dropped")]
public sealed record TaskDropped(int Council, int Task) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InTask(Council, Task, t => t.In(taken: false, null, stamp.At) with { OfTheEvening = false });
}
