using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Councils;

/// <summary>A neighbour without a phone sits down beside one, with a number on paper.</summary>
public sealed record SeatBeside(int Council, Text? Name) : CouncilAct(Council)
{
    /// <summary>People beside one phone, its own holder not counted.</summary>
    public const int Most = 4;

    private protected override Decision Decide(Sitting sitting)
    {
        var room = sitting.Room;
        if ((sitting with { Actor = sitting.Actor with { Paper = null } }).Seat() is not { } phone) return new NotSeated();
        if (room.Present.Count(s => s.BesideSeat == phone.Number) >= Most) return new NoMoreBeside(Most);
        if (room.Seats.Count >= TakeSeat.Most) return new RoomFull(TakeSeat.Most);
        var paper = room.Seats.Values.Max(s => s.Paper ?? 0) + 1;
        var mark = Marks.Unused(room, sitting.Facts.Chance);
        return new SeatTaken(Council, new Seat(
            room.Seats.Count + 1, null, mark, Name, phone.Remote, sitting.Step < Step.Deciding, null, phone.Number, paper));
    }
}

/// <summary>Somebody goes home. Roles they hold pass on.</summary>
public sealed record LeaveSeat(int Council) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        var left = new List<Event>();
        foreach (var gone in sitting.Room.Present.Where(s => s == seat || s.BesideSeat == seat.Number && seat.Paper is null))
        {
            left.Add(new SeatLeft(Council, gone.Number));
            foreach (var role in sitting.Room.Roles.Where(r => r.Value == gone.Number).Select(r => r.Key))
                left.AddRange(Draws.Calling.Next(sitting.Council, role, Draws.Why.Left, gone.Number));
        }
        return left;
    }
}

public sealed record SeatLeft(int Council, int Seat) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Seats = r.Seats.SetItem(Seat, r.Seats[Seat] with { Here = false }),
        Floor = r.Floor.Without(Seat),
        SaidMoveOn = r.SaidMoveOn.Remove(Seat),
        SaidNotYet = r.SaidNotYet.Remove(Seat),
        Thanked = r.Thanked.Remove(Seat),
    });
}

/// <summary>Say or change what one wants to be called in this council.</summary>
public sealed record SayName(int Council, Text? Name) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat) => new NameSaid(Council, seat.Number, Name);
}

public sealed record NameSaid(int Council, int Seat, Text? Name) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Seats = r.Seats.SetItem(Seat, r.Seats[Seat] with { Name = Name }),
    });
}

public sealed record NoMoreBeside(int Most) : Refusal;
