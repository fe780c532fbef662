using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Councils;

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
        // Whoever made a key keeps it, in the room or not.
        foreach (var bearer in gone.Where(n => sitting.Room.Bearers.TryGetValue(n, out var key) && key is null))
        {
            var passed = Draws.Bearers.PassOn(council, bearer, Draws.Why.Left);
            happened.AddRange(passed);
            foreach (var e in passed) council = e is Draws.RoleCalled next ? next.In(council) : ((Draws.BearerGone)e).In(council);
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
