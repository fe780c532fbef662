using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Draws;

/// <summary>What a lot of its own is drawn for. An exclusion that would leave nobody in the hat is not applied.</summary>
/// <param name="Role">Key-bearer, keeper, juror, mediator, delegate or alternate.</param>
/// <param name="Places">1 to 100; for key-bearers 5. Whoever comes after them in the order stands by as alternate.</param>
/// <param name="WithoutConvener">The one who convened stays out of the hat.</param>
/// <param name="WithoutLast">So does whoever held the role last time.</param>
/// <param name="WithoutServing">So does whoever holds another role in this council.</param>
public sealed record Lot(Role Role, int Places, bool WithoutConvener = false, bool WithoutLast = true, bool WithoutServing = false);

/// <summary>Before anything is drawn the room is told what for. Everybody is then asked anew whether they would.</summary>
public sealed record OpenLot(int Council, Lot Lot) : SeatedAct(Council)
{
    public const int MostPlaces = 100;

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        var room = sitting.Room;
        if (!sitting.IsAt(Lots.Steps)) return new NotAtThisStep(sitting.Step);
        if (room.Draw is not null) return new DrawIsOpen();
        if (room.Asked is not null) return new RoomIsAsked();
        if (room.PresentCount < CloseRoll.Least) return new TooFewPresent(CloseRoll.Least);
        if (sitting.Council is { HeadsAtDraw: 0, HeadsAtDeciding: 0 }) return new CountHeadsFirst();
        if (!Lots.IsDrawn(Lot.Role)) return new NotOfALot();
        if (Lot.Places is < 1 or > MostPlaces) return new WrongPlaces(MostPlaces);
        if (Lot.Role == Role.KeyBearer && !Bearers.AreWanted(sitting.Quarter, sitting.Council, sitting.Now)) return new NotOfALot();
        var places = Lot.Role == Role.KeyBearer ? Recovery.Most : Lot.Places;
        return new LotOpened(Council, Lot.Role, places, Lot.WithoutConvener, Lot.WithoutLast, Lot.WithoutServing);
    }
}

/// <summary>Its hat is filled and its roll closed after this; another one opened before that takes its place.</summary>
/// <param name="Places">How many are called; those after them stand by in the same order.</param>
/// <param name="WithoutConvener">Whoever convened stays out of the hat, as long as anybody else is in it; so for the other two.</param>
/// <param name="WithoutLast">Whoever held the role last time stays out.</param>
/// <param name="WithoutServing">Whoever holds another role in this council stays out.</param>
[Leaf("lot.opened")]
public sealed record LotOpened(int Council, Role Role, int Places, bool WithoutConvener, bool WithoutLast, bool WithoutServing) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        Lot = new Lot(Role, Places, WithoutConvener, WithoutLast, WithoutServing),
        Room = c.Room is null ? null : c.Room with { Seats = c.Room.Seats.ToImmutableSortedDictionary(s => s.Key, s => s.Value.Unasked(Role)) },
    });
}

/// <summary>Lots apart from the evening's own: who is in the hat, who is called.</summary>
internal static class Lots
{
    /// <summary>When one may be drawn: once the room has met and was counted.</summary>
    public static readonly ImmutableArray<Step> During = [Step.Hearing, Step.Deciding, Step.Tasking, Step.Reckoning, Step.Closing];

    public static ReadOnlySpan<Step> Steps => During.AsSpan();

    public static bool IsDrawn(Role role) => role == Role.KeyBearer || role.IsOfALot();

    /// <summary>Those who said so since the lot was opened.</summary>
    public static ImmutableArray<Seat> Willing(Room room, Role role) => [.. room.Present.Where(s => s.ForLots.ContainsKey(role))];

    public static Hat Hat(Council council, ImmutableArray<Seat> willing)
    {
        var (room, lot) = (council.Room!, council.Lot!);
        if (lot.Role == Role.KeyBearer) return Bearers.ForALot(room, willing);
        var left = willing;
        if (lot.WithoutConvener) left = Without(left, s => Hats.IsOpener(room, s));
        if (lot.WithoutLast) left = Without(left, s => s.ForLots[lot.Role].Held.Contains(lot.Role));
        if (lot.WithoutServing) left = Without(left, s => Serves(room, s));
        return new Hat(left, willing.Length - left.Length);
    }

    private static ImmutableArray<Seat> Without(ImmutableArray<Seat> seats, Predicate<Seat> excluded)
    {
        var left = seats.RemoveAll(excluded);
        return left.IsEmpty ? seats : left;
    }

    private static bool Serves(Room room, Seat seat) =>
        room.Roles.ContainsValue(seat.Number) || room.Bearers.ContainsKey(seat.Number) || room.Serving.Values.Any(seats => seats.Contains(seat.Number));

    /// <summary>The first of the order who are here, one for each place.</summary>
    public static IEnumerable<RoleCalled> First(Council council, Lot lot) => lot.Role == Role.KeyBearer
        ? Bearers.Call(council, Why.Drawn)
        : Apart(council, lot.Role, Waiting(council, lot.Role), []).Take(lot.Places).Select(n => new RoleCalled(council.Number, lot.Role, n, Why.Drawn, FirstTime(council, lot.Role, n)));

    /// <summary>Somebody gives their place back: the next in order is called, or the place stays empty.</summary>
    public static RoleCalled Next(Council council, Role role, int seat)
    {
        var draw = Calling.DrawOf(council, role)!;
        var number = council.Room!.Rolls[draw.Number].First(r => r.Value == seat).Key;
        var taken = council.Room.Serving.GetValueOrDefault(role, []).Where(s => s != seat).Select(s => council.Room.Seats[s].Phone);
        var next = Apart(council, role, Waiting(council, role), taken).Select(n => (int?)n).FirstOrDefault();
        return new RoleCalled(council.Number, role, next, Why.SteppedBack, FirstTime(council, role, next), number);
    }

    /// <summary>Asked of keepers alone: whether money is kept by the same few.</summary>
    private static bool? FirstTime(Council council, Role role, int? number) =>
        role == Role.Keeper && number is { } n && council.Room!.Seats[Calling.SeatOf(council, role, n)].ForLots.GetValueOrDefault(role) is { } willing ? willing.FirstTime : null;

    /// <summary>Where two must agree, one phone has one place: two people who share it would be one voice.</summary>
    /// <param name="taken">Phones that have a place already.</param>
    private static IEnumerable<int> Apart(Council council, Role role, IEnumerable<int> numbers, IEnumerable<int> taken)
    {
        if (role is not (Role.Keeper or Role.Mediator)) return numbers;
        var phones = taken.ToHashSet();
        return numbers.Where(n => phones.Add(council.Room!.Seats[Calling.SeatOf(council, role, n)].Phone));
    }

    private static IEnumerable<int> Waiting(Council council, Role role)
    {
        var room = council.Room!;
        if (Calling.DrawOf(council, role) is not { } draw) return [];
        var called = room.Called.GetValueOrDefault(role, []);
        return draw.Orders[role].Where(n => !called.Contains(n) && room.Seats[room.Rolls[draw.Number][n]].Here);
    }
}

/// <summary>This role is drawn with the evening's, or not now.</summary>
public sealed record NotOfALot : Refusal;

public sealed record WrongPlaces(int Most) : Refusal;
