using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Councils;

/// <summary>"Worth holding": with two devices other than the convener's, the announcement enters feeds and calendars.</summary>
public sealed record FindWorthHolding(int Council) : CouncilAct(Council)
{
    private const int Needed = 2;

    private protected override Decision Decide(Sitting sitting)
    {
        var room = sitting.Room;
        if (!sitting.IsAt(Step.Announced)) return new NotAtThisStep(sitting.Step);
        if (sitting.Actor.Device == room.Opener) return new YoursAlready();
        if (sitting.Council.WorthHolding || room.WorthHolding.Contains(sitting.Actor.Device)) return new AlreadySaid();
        var said = new WorthHoldingSaid(Council, sitting.Actor.Device);
        return room.WorthHolding.Count + 1 < Needed ? said : new Event[] { said, new FoundWorthHolding(Council) };
    }
}

public sealed record WorthHoldingSaid(int Council, string Device) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { WorthHolding = r.WorthHolding.Add(Device) });
}

/// <summary>The number is never shown.</summary>
[Leaf("council.found_worth_holding")]
public sealed record FoundWorthHolding(int Council) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.In(Council, c => c with { WorthHolding = true });
}

public sealed record YoursAlready : Refusal;
