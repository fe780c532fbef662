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
        var gone = sitting.Room.Present
            .Where(s => s == seat || s.BesideSeat == seat.Number && seat.Paper is null)
            .Select(s => s.Number)
            .ToArray();
        var spoke = sitting.Room.Floor.Speaker is { } speaker && gone.Contains(speaker);
        var roles = sitting.Room.Roles.Where(r => gone.Contains(r.Value)).Select(r => r.Key).ToArray();
        var happened = new List<Event>();
        var council = sitting.Council;
        foreach (var left in gone.Select(number => new SeatLeft(Council, number)))
        {
            happened.Add(left);
            council = left.In(council);
        }
        foreach (var called in roles.SelectMany(role => Draws.Calling.Next(council, role, Draws.Why.Left)))
        {
            happened.Add(called);
            council = called.In(council);
        }
        if (spoke) happened.AddRange(Floor.EndTurn.Onward(council));
        return happened;
    }
}

public sealed record SeatLeft(int Council, int Seat) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, In);

    internal Council In(Council council) => council with { Room = Without(council.Room!) };

    private Room Without(Room room) => room with
    {
        Seats = room.Seats.SetItem(Seat, room.Seats[Seat] with { Here = false }),
        Floor = room.Floor.Without(Seat),
        SaidMoveOn = room.SaidMoveOn.Remove(Seat),
        SaidNotYet = room.SaidNotYet.Remove(Seat),
        SaidMustLeave = room.SaidMustLeave.Remove(Seat),
        Thanked = room.Thanked.Remove(Seat),
    };
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
