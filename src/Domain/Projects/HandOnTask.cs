using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;

namespace Faubourg.Domain.Projects;

/// <summary>Somebody else goes on with it: the old six words end, and new ones hold.</summary>
/// <param name="Slip">Hash of the slip of whoever has it.</param>
/// <param name="Next">Hash of the slip of whoever will have it.</param>
/// <param name="Name">Public; null stays nameless.</param>
public sealed record HandOnTask(string Slip, string Next, Text? Name) : Act
{
    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (quarter.TaskOf(Slip, facts.Now) is not { } task) return new NoSuchSlip();
        var council = quarter.Slips[Slip].Council;
        if (task.DoneAt is not null) return new DoneAlready();
        if (quarter.OpenProject(council, facts.Now) is null) return new NoOpenProject();
        if (task.Turns >= TakeWaitingTask.Most) return new TooManyTurns(TakeWaitingTask.Most);
        var until = Dissolution.TaskEnd(task.By, Rules.Minute(facts.Now));
        return new Event[]
        {
            new TaskHandedOn(council, task.Number, Name),
            new SlipsEnded([Slip]),
            new SlipLeft(council, new Slip(Next, Purpose.Task, council, until, task.Number) { Turns = task.Turns + 1 }),
        };
    }
}

/// <param name="Name">Who goes on with it, if they gave a name.</param>
[Leaf("task.handed_on")]
public sealed record TaskHandedOn(int Council, int Task, Text? Name) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InTask(Council, Task, t => t.In(taken: true, Name is null ? null : new TextAt(stamp.Seq, "name"), stamp.At));
}
