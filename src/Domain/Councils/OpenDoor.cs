using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>"Let my neighbour in."</summary>
public sealed record OpenDoor(int Council) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat) =>
        new DoorOpened(Council, sitting.Now + Door.StaysOpen);
}

public sealed record DoorOpened(int Council, Instant Until) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        // Opened again while open, the door keeps its code: somebody may be typing it.
        DoorOpenings = stamp.At < r.DoorOpenUntil ? r.DoorOpenings : r.DoorOpenings + 1,
        DoorOpenUntil = Until,
    });
}
