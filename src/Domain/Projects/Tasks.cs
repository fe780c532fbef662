using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain.Projects;

/// <summary>A task while the room gives out who does what.</summary>
/// <param name="Number">From 1.</param>
/// <param name="What">What is to be done.</param>
/// <param name="By">By when.</param>
/// <param name="WantsHelper">Somebody else is wanted beside whoever takes it.</param>
public sealed record TaskDraft(int Number, Text What, LocalDate? By, bool WantsHelper)
{
    public int? TakenBy { get; init; }

    /// <summary>Only if the taker gave one.</summary>
    public Text? Taker { get; init; }

    /// <summary>Hash of the slip with which its taker can say "done".</summary>
    public string? Slip { get; init; }

    public int? HelpedBy { get; init; }

    public Text? Helper { get; init; }

    internal IEnumerable<Event> Written(int council)
    {
        yield return new TaskOpened(council, Number, By, TakenBy is not null, WantsHelper, HelpedBy is not null, What, Taker, Helper);
    }
}

/// <summary>A task as the record has it. An untaken one stays open for anybody.</summary>
public sealed record ProjectTask(
    int Number, TextAt What, LocalDate? By, bool Taken, bool WantsHelper, bool Helped, TextAt? Taker, TextAt? Helper, Instant? DoneAt)
{
    /// <summary>How often it changed hands since its council: taken, handed on or dropped.</summary>
    public int Turns { get; init; }

    /// <summary>Its hands go back to the evening: taken at the council, and only handed on since. Whoever takes what waits was perhaps never there.</summary>
    public bool OfTheEvening { get; init; }

    /// <summary>Since when whoever has it has it, or since when nobody does; null: since its council.</summary>
    public Instant? Since { get; init; }

    /// <summary>Names that were given with it by those who have it no more.</summary>
    public ImmutableArray<TextAt> Before { get; init; } = [];

    /// <summary>The same task in other hands, or in none.</summary>
    internal ProjectTask In(bool taken, TextAt? taker, Instant at) => this with
    {
        Taken = taken,
        Taker = taker,
        Since = at,
        Turns = Turns + 1,
        Before = Taker is null ? Before : Before.Add(Taker),
    };
}

/// <summary>Somebody names a task that the decision needs.</summary>
public sealed record AddTask(int Council, Text What, LocalDate? By, bool WantsHelper) : SeatedAct(Council)
{
    public const int Most = 50;

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.IsAt(Step.Tasking)) return new NotAtThisStep(sitting.Step);
        if (sitting.Room.Tasks.Count >= Most) return new TooManyTasks(Most);
        var number = sitting.Room.Tasks.Keys.LastOrDefault() + 1;
        return new TaskWritten(Council, new TaskDraft(number, What, By, WantsHelper));
    }
}

/// <summary>"I will", or, where somebody has it and a helper is wanted, "I will help".</summary>
/// <param name="Name">Public, with the minutes; null stays nameless.</param>
/// <param name="Slip">Hash of the slip to say "done" with.</param>
public sealed record TakeTask(int Council, int Task, Text? Name, string Slip) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.IsAt(Step.Tasking)) return new NotAtThisStep(sitting.Step);
        if (!sitting.Room.Tasks.TryGetValue(Task, out var task)) return new NoSuchTask();
        if (task.TakenBy is null) return new TaskWritten(Council, task with { TakenBy = seat.Number, Taker = Name, Slip = Slip });
        if (task.TakenBy == seat.Number || !task.WantsHelper || task.HelpedBy is not null) return new TakenAlready();
        return new TaskWritten(Council, task with { HelpedBy = seat.Number, Helper = Name });
    }
}

/// <summary>Somebody finds that they cannot, before the step is over.</summary>
public sealed record GiveBackTask(int Council, int Task) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.IsAt(Step.Tasking)) return new NotAtThisStep(sitting.Step);
        if (!sitting.Room.Tasks.TryGetValue(Task, out var task)) return new NoSuchTask();
        if (task.HelpedBy == seat.Number) return new TaskWritten(Council, task with { HelpedBy = null, Helper = null });
        return task.TakenBy == seat.Number
            ? new TaskWritten(Council, task with { TakenBy = null, Taker = null, Slip = null })
            : new NotYourTask();
    }
}

public sealed record TaskWritten(int Council, TaskDraft Draft) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Tasks = r.Tasks.SetItem(Draft.Number, Draft) });
}

/// <param name="Taken">Somebody will do it.</param>
/// <param name="Taker">Their name, if they gave one.</param>
[Leaf("task.opened")]
public sealed record TaskOpened(
    int Council, int Task, LocalDate? By, bool Taken, bool WantsHelper, bool Helped, Text What, Text? Taker, Text? Helper) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        Tasks = c.Tasks.SetItem(Task, new ProjectTask(
            Task,
            new TextAt(stamp.Seq, "what"),
            By,
            Taken,
            WantsHelper,
            Helped,
            Taker is null ? null : new TextAt(stamp.Seq, "taker"),
            Helper is null ? null : new TextAt(stamp.Seq, "helper"),
            null)
        { OfTheEvening = Taken }),
    });
}

public sealed record TooManyTasks(int Most) : Refusal;

public sealed record NoSuchTask : Refusal;

public sealed record TakenAlready : Refusal;

public sealed record NotYourTask : Refusal;
