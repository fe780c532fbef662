using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>What a newcomer shows at the door. The convener's own device shows nothing; nor does the open link of a remote council.</summary>
public sealed record Ticket(string? Token = null, string? Code = null);

/// <summary>Sit down. The same device asking twice has one seat.</summary>
public sealed record TakeSeat(int Council, Ticket Ticket, Text? Name, string MinutesSlip) : CouncilAct(Council)
{
    public const int Most = 1000;

    /// <summary>How long before the start the room may be entered.</summary>
    public static readonly Duration Early = Duration.FromHours(1);

    private protected override Decision Decide(Sitting sitting)
    {
        var room = sitting.Room;
        if (sitting.Now < sitting.Council.StartsAt - Early) return new TooEarly();
        if (Admit(sitting) is { } refusal) return refusal;
        if (room.Devices.TryGetValue(sitting.Actor.Device, out var own))
            return room.Seats[own].Here ? new AlreadySeated() : new SeatConfirmed(Council, own);
        if (room.Seats.Count >= Most) return new RoomFull(Most);
        var seat = new Seat(
            room.Seats.Count + 1,
            sitting.Actor.Device,
            Marks.Unused(room, sitting.Facts.Chance),
            Name,
            Remote: sitting.Council.Attendance == Attendance.Remote || ByOpenLink(sitting),
            MayBallot: sitting.Step < Step.Deciding,
            MinutesSlip);
        var taken = new SeatTaken(Council, seat);
        return sitting.Step == Step.Announced
            ? new Event[] { taken, new StepMoved(Council, Step.Gathering), new StepBegun(Council) }
            : taken;
    }

    private Refusal? Admit(Sitting sitting)
    {
        var room = sitting.Room;
        if (Ticket.Token is { } token) return Door.Honours(room, token, sitting.Now) ? null : new TokenTooOld();
        if (Ticket.Code is { } code) return Door.HonoursCode(room, code, sitting.Now) ? null : new WrongCode();
        if (OpensTheRoom(sitting)) return null;
        var own = room.Devices.TryGetValue(sitting.Actor.Device, out var number) ? room.Seats[number] : null;
        if (own is { Here: true }) return null;
        // Who sat in the room comes back through its door: or scanning again would sort out nobody.
        return ByOpenLink(sitting) && own is not { Remote: false } ? null : new DoorClosed();
    }

    private bool ByOpenLink(Sitting sitting) =>
        Ticket is { Token: null, Code: null } && sitting.Council.Attendance != Attendance.Room && !OpensTheRoom(sitting);

    /// <summary>The convener's device needs nobody to let it in while nobody sits in the room who could.</summary>
    private static bool OpensTheRoom(Sitting sitting) =>
        sitting.Council.Attendance != Attendance.Remote
        && sitting.Actor.Device == sitting.Room.Opener
        && sitting.Room.Present.All(s => s.Remote);
}

public sealed record SeatTaken(int Council, Seat Seat) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Seats = r.Seats.Add(Seat.Number, Seat),
        Devices = Seat.Device is { } device ? r.Devices.Add(device, Seat.Number) : r.Devices,
    });
}

/// <summary>Somebody who had left, or was asked to scan again, is here.</summary>
public sealed record SeatConfirmed(int Council, int Seat) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Seats = r.Seats.SetItem(Seat, r.Seats[Seat] with { Here = true }),
    });
}

public sealed record TooEarly : Refusal;

public sealed record TokenTooOld : Refusal;

public sealed record WrongCode : Refusal;

public sealed record DoorClosed : Refusal;

public sealed record AlreadySeated : Refusal;

public sealed record RoomFull(int Most) : Refusal;
