using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain.Projects;

/// <summary>"I will", or "I will help", by anybody, after the council. Whoever takes it holds a slip for it.</summary>
/// <param name="Name">Public; null stays nameless.</param>
/// <param name="Slip">Hash of the slip to say "done" with. A helper has none.</param>
public sealed record TakeWaitingTask(int Council, int Task, Text? Name, string Slip) : Act
{
    /// <summary>How often a task may change hands.</summary>
    public const int Most = 50;

    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (quarter.OpenProject(Council, facts.Now) is null) return new NoOpenProject();
        var council = quarter.Councils[Council];
        if (!council.Tasks.TryGetValue(Task, out var task)) return new NoSuchTask();
        if (task.DoneAt is not null) return new DoneAlready();
        var waits = task.WaitsAt(council, facts.Now);
        if (!waits && !task.WantsHelperAt(council, facts.Now)) return new TakenAlready();
        if (task.Turns >= Most) return new TooManyTurns(Most);
        var taken = new TaskTaken(Council, Task, !waits, Name);
        if (!waits) return taken;
        var until = Dissolution.TaskEnd(task.By, Rules.Minute(facts.Now));
        return new Event[] { taken, new SlipLeft(Council, new Slip(Slip, Purpose.Task, Council, until, Task) { Turns = task.Turns + 1 }) };
    }
}

/// <param name="Helps">Beside whoever has it.</param>
/// <param name="Name">Who, if they gave a name.</param>
[Leaf("task.taken")]
public sealed record TaskTaken(int Council, int Task, bool Helps, Text? Name) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp)
    {
        var name = Name is null ? null : new TextAt(stamp.Seq, "name");
        return quarter.InTask(Council, Task, t => Helps ? t with { Helped = true, Helper = name } : t.In(taken: true, name, stamp.At) with { OfTheEvening = false });
    }
}

/// <summary>It changed hands so often that a council should look at it.</summary>
public sealed record TooManyTurns(int Most) : Refusal;
