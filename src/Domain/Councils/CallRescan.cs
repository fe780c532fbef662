using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Councils;

/// <summary>More seats than heads: everybody scans again, and whoever does not is taken to have left.</summary>
public sealed record CallRescan(int Council) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.IsAt(Step.Gathering, Step.Hearing)) return new NotAtThisStep(sitting.Step);
        if (!sitting.Room.MoreSeatsThanHeads) return new NothingToMend();
        return new Event[] { new RescanCalled(Council, seat.BesideSeat ?? seat.Number), new DoorOpened(Council, sitting.Now + Door.StaysOpen) };
    }
}

/// <summary>Only the phone that shows the door stays seated, with those beside it.</summary>
public sealed record RescanCalled(int Council, int Seat) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Seats = r.Seats.SetItems(r.Seats.Values
            .Where(s => s.Number != Seat && s.BesideSeat != Seat && !s.Remote)
            .Select(s => KeyValuePair.Create(s.Number, s with { Here = false }))),
        Floor = r.Floor.Ended(),
    });
}

public sealed record NothingToMend : Refusal;
