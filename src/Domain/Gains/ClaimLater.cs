using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Slips;

namespace Faubourg.Domain.Gains;

/// <summary>Whoever has a task says what was gained by it, once that is seen. The slip that says "done" says this too.</summary>
public sealed record ClaimLater(string Slip, GainDraft Gain) : Act
{
    /// <summary>Of one council, those of the evening among them.</summary>
    public const int Most = 5;

    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (quarter.TaskOf(Slip, facts.Now) is not { } task) return new NoSuchSlip();
        if (!task.OfTheEvening) return new TakenLater();
        var council = quarter.Slips[Slip].Council;
        return quarter.Councils[council].Gains.Length >= Most ? new TooManyGains(Most) : Gain.Written(council);
    }
}
