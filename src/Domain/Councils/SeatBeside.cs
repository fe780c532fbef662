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

public sealed record NoMoreBeside(int Most) : Refusal;
