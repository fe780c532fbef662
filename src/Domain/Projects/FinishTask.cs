using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain.Projects;

/// <summary>"Done", by whoever holds the task's slip, until 30 days after it was due.</summary>
public sealed record FinishTask(string Slip) : Act
{
    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (!quarter.Slips.TryGetValue(Slip, out var slip) || slip.Purpose != Purpose.Task || !slip.HoldsAt(facts.Now)) return new NoSuchSlip();
        return new Event[] { new TaskDone(slip.Council, slip.Task!.Value), new SlipsEnded([Slip]) };
    }
}

[Leaf("task.done")]
public sealed record TaskDone(int Council, int Task) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        Tasks = c.Tasks.SetItem(Task, c.Tasks[Task] with { DoneAt = stamp.At }),
    });
}
