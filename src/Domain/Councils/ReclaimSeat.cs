using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Councils;

/// <summary>A phone was lost: its holder asks, on another device, for the seat they had. Everybody sees it.</summary>
/// <param name="MinutesSlip">Hash of a new slip for the minutes: the lost phone's is void.</param>
public sealed record ReclaimSeat(int Council, string Mark, Ticket Ticket, string? MinutesSlip = null) : CouncilAct(Council)
{
    private protected override Decision Decide(Sitting sitting)
    {
        var room = sitting.Room;
        var shown = Ticket.Token is { } token && Door.Honours(room, token, sitting.Now)
            || Ticket.Code is { } code && Door.HonoursCode(room, code, sitting.Now);
        if (!shown) return Ticket.Code is null ? new TokenTooOld() : new WrongCode();
        if (room.Devices.ContainsKey(sitting.Actor.Device)) return new AlreadySeated();
        return room.Seats.Values.FirstOrDefault(s => s.Mark == Mark && s.Device is not null) is { } seat
            ? new SeatReclaimed(Council, seat.Number, sitting.Actor.Device, MinutesSlip)
            : new NoSuchSeat();
    }
}

public sealed record SeatReclaimed(int Council, int Seat, string Device, string? MinutesSlip) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Reclaims = r.Reclaims.SetItem(Seat, new Reclaim(Device, Room.Numbers, MinutesSlip)) });
}

/// <summary>"Yes, this is them." Two seated devices must say so.</summary>
public sealed record VouchFor(int Council, int SeatAsked) : SeatedAct(Council)
{
    private const int Needed = 2;

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.Room.Reclaims.TryGetValue(SeatAsked, out var reclaim)) return new NoSuchSeat();
        // Whoever asked sat down on a seat of their own meanwhile: nobody holds two.
        if (sitting.Room.Devices.ContainsKey(reclaim.Device)) return new NoSuchSeat();
        if (seat.Device is null) return new NeedsOwnDevice();
        if (seat.Number == SeatAsked || reclaim.VouchedBy.Contains(seat.Number)) return new AlreadySaid();
        return reclaim.VouchedBy.Count + 1 < Needed
            ? new Vouched(Council, SeatAsked, seat.Number)
            : new SeatMoved(Council, SeatAsked, reclaim.Device);
    }
}

public sealed record Vouched(int Council, int Seat, int By) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Reclaims = r.Reclaims.SetItem(Seat, r.Reclaims[Seat] with { VouchedBy = r.Reclaims[Seat].VouchedBy.Add(By) }),
    });
}

/// <summary>The seat is on another device now; the lost one holds nothing.</summary>
public sealed record SeatMoved(int Council, int Seat, string Device) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Seats = r.Seats.SetItem(Seat, r.Seats[Seat] with { Device = Device, Here = true, MinutesSlip = r.Reclaims[Seat].MinutesSlip }),
        Devices = r.Devices.Remove(r.Seats[Seat].Device!).SetItem(Device, Seat),
        Reclaims = r.Reclaims.Remove(Seat),
        Deliberation = r.Deliberation.WithoutBallot(Seat),
    });
}

public sealed record NoSuchSeat : Refusal;

/// <summary>Counting, vouching and confirming need two devices, not two people at one.</summary>
public sealed record NeedsOwnDevice : Refusal;
