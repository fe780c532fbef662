using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Gains;

/// <summary>What sort of sovereignty was gained.</summary>
public enum GainKind { NeedMet, DependenceReduced, DecidingSpace, SkillLearnt, HeldInCommon }

/// <summary>In which part of daily life.</summary>
public enum GainDomain { Food, Housing, Care, Safety, Space, Money, Repair, Energy, Knowledge, Other }

/// <summary>The gain while the room words it.</summary>
/// <param name="Amount">How much, 0 to 1,000,000,000; null where it cannot be counted.</param>
/// <param name="Unit">Of what.</param>
public sealed record GainDraft(GainKind Kind, GainDomain Domain, int? Amount, Text? Unit, Text What)
{
    internal GainClaimed Written(int council) => new(council, Kind, Domain, Amount, What, Unit);
}

/// <summary>"What do we now do, decide, own or know without asking?" One gain a council; written again, it replaces what stood.</summary>
public sealed record ClaimGain(int Council, GainDraft Gain) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat) =>
        sitting.IsAt(Step.Reckoning) ? new GainWorded(Council, Gain) : new NotAtThisStep(sitting.Step);
}

public sealed record GainWorded(int Council, GainDraft Gain) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with { Gain = Gain });
}

[Leaf("gain.claimed")]
public sealed record GainClaimed(int Council, GainKind Kind, GainDomain Domain, int? Amount, Text What, Text? Unit) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        Gain = new Gain(Kind, Domain, Amount, new TextAt(stamp.Seq, "what"), Unit is null ? null : new TextAt(stamp.Seq, "unit")),
    });
}

/// <summary>A gain as claimed by its council.</summary>
public sealed record Gain(GainKind Kind, GainDomain Domain, int? Amount, TextAt What, TextAt? Unit);
