using Faubourg.Domain.Councils;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain.Gains;

/// <summary>
/// Evidence: what anybody can go and see. By whoever has a task of the council that claimed it since that evening; whoever took one
/// from what waited speaks for the task alone, and shows it in the project.
/// </summary>
/// <param name="Evidence">Which of its project's evidence shows it, from 1; null for none.</param>
public sealed record ShowGain(string Slip, int Gain, Text How, int? Evidence = null) : Act
{
    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (quarter.TaskOf(Slip, facts.Now) is not { } task) return new NoSuchSlip();
        if (!task.OfTheEvening) return new TakenLater();
        if (Showings.Refuse(quarter, Gain, facts.Now) is { } refusal) return refusal;
        if (quarter.Gains[Gain].Council != quarter.Slips[Slip].Council) return new NoSuchSlip();
        return Showings.Knows(quarter, quarter.Gains[Gain], Evidence) ? new GainShown(Gain, null, Evidence, How) : new NoSuchEvidence();
    }
}

/// <summary>The same in a later council, while it asks what was gained: what nobody has a slip for can be shown too.</summary>
public sealed record TellGain(int Council, int Gain, Text How) : SeatedAct(Council)
{
    /// <summary>In one evening, of all gains.</summary>
    public const int Most = 10;

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.IsAt(Step.Reckoning)) return new NotAtThisStep(sitting.Step);
        if (Showings.Refuse(sitting.Quarter, Gain, sitting.Now) is { } refusal) return refusal;
        if (sitting.Quarter.Gains[Gain].Council == Council) return new NoSuchGain();
        return sitting.Room.GainsTold.Count >= Most && !sitting.Room.GainsTold.ContainsKey(Gain) ? new ShownOften(Most) : new GainTold(Council, Gain, How);
    }
}

internal static class Showings
{
    public static Refusal? Refuse(Quarter quarter, int number, Instant now)
    {
        if (!quarter.Gains.TryGetValue(number, out var gain)) return new NoSuchGain();
        if (!gain.IsAliveAt(quarter, now)) return new GainIsOver();
        return gain.Shown.Length >= LoggedGain.MostShown ? new ShownOften(LoggedGain.MostShown) : null;
    }

    /// <summary>Whether there is this evidence, when one is named at all.</summary>
    public static bool Knows(Quarter quarter, LoggedGain gain, int? evidence) => evidence is null or >= 1 && !(evidence > quarter.Councils[gain.Council].Evidence.Length);
}

/// <summary>What is told of a gain, until the step is over.</summary>
public sealed record GainTold(int Council, int Gain, Text How) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with { GainsTold = r.GainsTold.SetItem(Gain, How) });
}

/// <param name="Gain">Which, in the order of claims.</param>
/// <param name="Council">The council that was told; absent where a slip's holder wrote it.</param>
/// <param name="Evidence">Which of its project's evidence shows it.</param>
[Leaf("gain.shown")]
public sealed record GainShown(int Gain, int? Council, int? Evidence, Text How) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp)
    {
        if (!quarter.Gains.TryGetValue(Gain, out var gain)) return quarter;
        var how = new TextAt(stamp.Seq, "how");
        // The words stand in the minutes of whoever wrote them: there they can be blacked out.
        var told = quarter.In(Council ?? gain.Council, c => c with { GainWords = c.GainWords.Add(how) });
        return Showings.Refuse(quarter, Gain, stamp.At) is null
            ? told with { Gains = told.Gains.SetItem(Gain, gain with { Shown = gain.Shown.Add(new Showing(stamp.At, how, Evidence, Council)) }) }
            : told;
    }
}

public sealed record NoSuchGain : Refusal;

/// <summary>It lapsed, or works no more.</summary>
public sealed record GainIsOver : Refusal;

public sealed record ShownOften(int Most) : Refusal;

public sealed record NoSuchEvidence : Refusal;
