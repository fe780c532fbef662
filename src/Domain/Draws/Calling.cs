using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Draws;

/// <summary>Whose turn it is for a role: always the next in the order that the draw fixed.</summary>
internal static class Calling
{
    /// <summary>Over this many heads a timekeeper is drawn too.</summary>
    private const int HeadsForTimekeeper = 12;

    /// <summary>Right after the draw: facilitator, companion, note-keeper, and a timekeeper in a large room.</summary>
    /// <param name="council">With the draw revealed already.</param>
    /// <param name="draw">Its number.</param>
    public static IEnumerable<Event> First(Council council, int draw)
    {
        if (council.Draws[draw - 1].Lot is { } lot) return Lots.First(council, lot);
        return OfTheEvening(council);
    }

    private static IEnumerable<Event> OfTheEvening(Council council)
    {
        foreach (var role in new[] { Role.Facilitator, Role.Companion, Role.NoteKeeper, Role.Timekeeper })
        {
            if (role == Role.Timekeeper && council.Room!.Heads <= HeadsForTimekeeper) continue;
            foreach (var called in Next(council, role, Why.Drawn))
            {
                yield return called;
                council = called.In(council);
            }
        }
        foreach (var bearer in Bearers.Call(council, Why.Drawn)) yield return bearer;
    }

    /// <summary>The next in order for the role, or the role falls empty.</summary>
    /// <param name="council">The council, with whoever leaves gone already.</param>
    /// <param name="role">The role.</param>
    /// <param name="why">Why it is called.</param>
    public static IEnumerable<RoleCalled> Next(Council council, Role role, Why why)
    {
        var number = Find(council, role);
        if (number is null && why == Why.Drawn) yield break;
        var called = Of(council, role, number, why);
        yield return called;
        // Nobody is their own companion: whoever moves up is followed by the next companion in order.
        if (role != Role.Facilitator || number is not { } n || council.Room!.Roles.GetValueOrDefault(Role.Companion) != SeatOf(council, role, n)) yield break;
        var after = called.In(council);
        yield return Of(after, Role.Companion, Find(after, Role.Companion), Why.MovedUp);
    }

    /// <summary>The draw whose order counts for the role: the last one that has any; null when there is none.</summary>
    public static Draw? DrawOf(Council council, Role role) => council.Draws.LastOrDefault(d => d.Orders.ContainsKey(role));

    /// <summary>The seat behind a number that is called for the role.</summary>
    public static int SeatOf(Council council, Role role, int number) => council.Room!.Rolls[DrawOf(council, role)!.Number][number];

    private static int? Find(Council council, Role role)
    {
        var room = council.Room!;
        if (DrawOf(council, role) is not { } draw) return null;
        var roll = room.Rolls[draw.Number];
        var called = room.Called.GetValueOrDefault(role, []);
        var waiting = draw.Orders[role]
            .Where(n => !called.Contains(n) && room.Seats[roll[n]].Here)
            .Where(n => role != Role.Companion || room.Roles.GetValueOrDefault(Role.Facilitator) != roll[n])
            .ToArray();
        // One seat holds one role, unless fewer are willing than there are roles.
        var free = waiting.Where(n => !room.Roles.ContainsValue(roll[n])).ToArray();
        return free.Length > 0 ? free[0] : waiting.Length > 0 ? waiting[0] : null;
    }

    private static RoleCalled Of(Council council, Role role, int? number, Why why)
    {
        var guides = role is Role.Facilitator or Role.Companion;
        var first = guides && number is { } n ? council.Room!.Seats[SeatOf(council, role, n)].Willing?.FirstTime : null;
        return new RoleCalled(council.Number, role, number, why, first);
    }
}

/// <summary>Somebody was called for a role; with no number, nobody was left and the role, or that place of it, is empty.</summary>
/// <param name="Number">Of the closed roll.</param>
/// <param name="FirstTime">Said so by whoever was called.</param>
/// <param name="Instead">Lots: the number that stepped back.</param>
[Leaf("role.called")]
public sealed record RoleCalled(int Council, Role Role, int? Number, Why Why, bool? FirstTime, int? Instead = null) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => In(c) with
    {
        Calls = c.Calls.Add(new Call(Role, Number, Why, stamp.At, FirstTime, Calling.DrawOf(c, Role)?.Number, Instead)),
    });

    internal Council In(Council council)
    {
        if (council.Room is not { } room) return council;
        int? seat = Number is { } n ? Calling.SeatOf(council, Role, n) : null;
        var called = Number is { } m ? room with { Called = room.Called.SetItem(Role, room.Called.GetValueOrDefault(Role, []).Add(m)) } : room;
        return council with { Room = Role == Role.KeyBearer || Role.IsOfALot() ? Serves(council, called, seat) : Holds(called, seat) };
    }

    /// <summary>One of several.</summary>
    private Room Serves(Council council, Room room, int? seat)
    {
        if (Role == Role.KeyBearer) return seat is { } bearer ? room with { Bearers = room.Bearers.SetItem(bearer, null) } : room;
        var serving = room.Serving.GetValueOrDefault(Role, []);
        if (Instead is { } gone) serving = serving.Remove(Calling.SeatOf(council, Role, gone));
        // A draw anew for the role ends what an earlier one gave.
        if (Why == Why.Drawn && room.Called[Role].Length == 1) serving = [];
        return room with { Serving = room.Serving.SetItem(Role, seat is { } one ? serving.Add(one) : serving) };
    }

    private Room Holds(Room room, int? seat) => room with
    {
        Roles = seat is { } one ? room.Roles.SetItem(Role, one) : room.Roles.Remove(Role),
        Thanked = Role == Role.Facilitator ? Room.Numbers : room.Thanked,
        GuideHandedOver = Role != Role.Facilitator && room.GuideHandedOver,
    };
}

/// <summary>"I would like to step back": thanked, never asked why.</summary>
public sealed record StepBack(int Council, Role Role) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.Room.Holds(seat, Role)) return new NotYourRole();
        if (Role.IsOfALot()) return Lots.Next(sitting.Council, Role, seat.Number);
        return Role == Role.KeyBearer
            ? Bearers.PassOn(sitting.Council, seat.Number, Why.SteppedBack)
            : Calling.Next(sitting.Council, Role, Why.SteppedBack).ToList<Event>();
    }
}

public sealed record NotYourRole : Refusal;
