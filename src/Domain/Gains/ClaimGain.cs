using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Gains;

/// <summary>What sort of sovereignty was gained.</summary>
public enum GainKind { NeedMet, DependenceReduced, DecidingSpace, SkillLearnt, HeldInCommon }

/// <summary>In which part of daily life.</summary>
public enum GainDomain { Food, Housing, Care, Safety, Space, Money, Repair, Energy, Knowledge, Other }

/// <summary>A gain while it is worded.</summary>
/// <param name="Amount">How much, 0 to 1,000,000,000; null where it cannot be counted.</param>
/// <param name="Unit">Of what.</param>
public sealed record GainDraft(GainKind Kind, GainDomain Domain, int? Amount, Text? Unit, Text What)
{
    internal GainClaimed Written(int council) => new(council, Kind, Domain, Amount, What, Unit);
}

/// <summary>"What do we now do, decide, own or know without asking?" Written again on the same line, it replaces what stood.</summary>
/// <param name="Line">1 to 3.</param>
public sealed record ClaimGain(int Council, GainDraft Gain, int Line = 1) : SeatedAct(Council)
{
    /// <summary>In one evening.</summary>
    public const int MostInTheRoom = 3;

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.IsAt(Step.Reckoning)) return new NotAtThisStep(sitting.Step);
        return Line is < 1 or > MostInTheRoom ? new TooManyGains(MostInTheRoom) : new GainWorded(Council, Gain, Line);
    }
}

public sealed record GainWorded(int Council, GainDraft Gain, int Line = 1) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with { Gains = r.Gains.SetItem(Line, Gain) });
}

[Leaf("gain.claimed")]
public sealed record GainClaimed(int Council, GainKind Kind, GainDomain Domain, int? Amount, Text What, Text? Unit) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp)
    {
        var gain = new Gain(Kind, Domain, Amount, new TextAt(stamp.Seq, "what"), Unit is null ? null : new TextAt(stamp.Seq, "unit"));
        var number = quarter.Gains.Count + 1;
        return quarter.In(Council, c => c with { Gains = c.Gains.Add(gain), GainNumbers = c.GainNumbers.Add(number) }) with
        {
            Gains = quarter.Gains.Add(number, new LoggedGain(number, Council, stamp.At, gain)),
        };
    }
}

/// <summary>A gain as claimed.</summary>
public sealed record Gain(GainKind Kind, GainDomain Domain, int? Amount, TextAt What, TextAt? Unit);

public sealed record TooManyGains(int Most) : Refusal;
