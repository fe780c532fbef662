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
    public static IEnumerable<Event> First(Sitting sitting, Draw draw, DrawRevealed revealed)
    {
        var council = sitting.Council with
        {
            Draws = sitting.Council.Draws.SetItem(draw.Number - 1, draw with { Orders = revealed.Orders(draw) }),
        };
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
        if (role != Role.Facilitator || number is not { } n || council.Room!.Roles.GetValueOrDefault(Role.Companion) != council.Room.Roll[n]) yield break;
        var after = called.In(council);
        yield return Of(after, Role.Companion, Find(after, Role.Companion), Why.MovedUp);
    }

    private static int? Find(Council council, Role role)
    {
        var room = council.Room!;
        if (council.Draws.LastOrDefault() is not { } draw || !draw.Orders.TryGetValue(role, out var order)) return null;
        var called = room.Called.GetValueOrDefault(role, []);
        var waiting = order
            .Where(n => !called.Contains(n) && room.Seats[room.Roll[n]].Here)
            .Where(n => role != Role.Companion || room.Roles.GetValueOrDefault(Role.Facilitator) != room.Roll[n])
            .ToArray();
        // One seat holds one role, unless fewer are willing than there are roles.
        var free = waiting.Where(n => !room.Roles.ContainsValue(room.Roll[n])).ToArray();
        return free.Length > 0 ? free[0] : waiting.Length > 0 ? waiting[0] : null;
    }

    private static RoleCalled Of(Council council, Role role, int? number, Why why)
    {
        var guides = role is Role.Facilitator or Role.Companion;
        var first = guides && number is { } n ? council.Room!.Seats[council.Room.Roll[n]].Willing?.FirstTime : null;
        return new RoleCalled(council.Number, role, number, why, first);
    }
}

/// <summary>Somebody was called for a role; with no number, nobody was left and the role is empty.</summary>
/// <param name="Number">Of the closed roll.</param>
/// <param name="FirstTime">Said so by whoever was called.</param>
[Leaf("role.called")]
public sealed record RoleCalled(int Council, Role Role, int? Number, Why Why, bool? FirstTime) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => In(c) with
    {
        Calls = c.Calls.Add(new Call(Role, Number, Why, stamp.At, FirstTime)),
    });

    internal Council In(Council council) => council.Room is not { } room ? council : council with
    {
        Room = room with
        {
            Roles = Role == Role.KeyBearer ? room.Roles
                : Number is { } n ? room.Roles.SetItem(Role, room.Roll[n])
                : room.Roles.Remove(Role),
            Bearers = Role == Role.KeyBearer && Number is { } bearer ? room.Bearers.SetItem(room.Roll[bearer], null) : room.Bearers,
            Called = Number is { } m
                ? room.Called.SetItem(Role, room.Called.GetValueOrDefault(Role, []).Add(m))
                : room.Called,
            Thanked = Role == Role.Facilitator ? Room.Numbers : room.Thanked,
            GuideHandedOver = Role != Role.Facilitator && room.GuideHandedOver,
        },
    };
}

/// <summary>"I would like to step back": thanked, never asked why.</summary>
public sealed record StepBack(int Council, Role Role) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.Room.Holds(seat, Role)) return new NotYourRole();
        return Role == Role.KeyBearer
            ? Bearers.PassOn(sitting.Council, seat.Number, Why.SteppedBack)
            : Calling.Next(sitting.Council, Role, Why.SteppedBack).ToList<Event>();
    }
}

public sealed record NotYourRole : Refusal;
