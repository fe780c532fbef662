using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain.Draws;

/// <summary>Key-bearers: drawn with the other roles, each hands in one public key before the council dissolves.</summary>
internal static class Bearers
{
    /// <summary>Enough heads, and nobody bears keys, or not for much longer.</summary>
    public static bool AreWanted(Quarter quarter, Room room, Instant now) =>
        room.Heads >= Weight.LeastHeads && quarter.NeedsBearers(now);

    /// <summary>The same for a lot of their own, later in the evening, when the exact count may be gone.</summary>
    public static bool AreWanted(Quarter quarter, Council council, Instant now) =>
        Math.Max(council.HeadsAtDraw, council.HeadsAtDeciding) >= Weight.LeastHeads && quarter.NeedsBearers(now)
        && council.Room!.Bearers.IsEmpty;

    /// <summary>
    /// Their hat: the willing, less the convener and less those who bear keys now, as long as enough are left without them. Null
    /// where fewer are willing than are needed: then nobody is drawn.
    /// </summary>
    public static Hat? Hat(Quarter quarter, Room room, ImmutableArray<Seat> willing, Instant now)
    {
        if (!AreWanted(quarter, room, now)) return null;
        var wanting = willing.Where(s => s.Willing!.For(Role.KeyBearer)).ToImmutableArray();
        return wanting.Length < Recovery.Least ? null : Among(room, wanting, s => s.Willing!.Held);
    }

    /// <summary>The hat of a lot of their own, under the same rules.</summary>
    /// <param name="willing">At least three.</param>
    public static Hat ForALot(Room room, ImmutableArray<Seat> willing) => Among(room, willing, s => s.ForLots[Role.KeyBearer].Held);

    private static Hat Among(Room room, ImmutableArray<Seat> wanting, Func<Seat, ImmutableArray<Role>> held)
    {
        var others = wanting.RemoveAll(s => Hats.IsOpener(room, s));
        var fresh = others.RemoveAll(s => held(s).Contains(Role.KeyBearer));
        return fresh.Length >= Recovery.Least ? new Hat(fresh, others.Length - fresh.Length)
            : others.Length >= Recovery.Least ? new Hat(others, 0)
            : new Hat(wanting, 0);
    }

    /// <summary>
    /// The next ones in the order of the draw, until five bear keys. Whether they hold another role tonight does not matter: this
    /// one takes a minute, and then a year.
    /// </summary>
    public static IEnumerable<RoleCalled> Call(Council council, Why why)
    {
        var room = council.Room!;
        if (Calling.DrawOf(council, Role.KeyBearer) is not { } draw) return [];
        var called = room.Called.GetValueOrDefault(Role.KeyBearer, []);
        return draw.Orders[Role.KeyBearer]
            .Where(n => !called.Contains(n) && room.Seats[room.Rolls[draw.Number][n]].Here)
            .Take(Recovery.Most - room.Bearers.Count)
            .Select(n => new RoleCalled(council.Number, Role.KeyBearer, n, why, null));
    }

    /// <summary>Somebody gives it back, or goes home without having made a key: the next in order is called.</summary>
    public static List<Event> PassOn(Council council, int seat, Why why)
    {
        var gone = new BearerGone(council.Number, seat);
        return [gone, .. Call(gone.In(council), why)];
    }

    /// <summary>With three keys or more the record can be moved without its host. Their order says nothing of who sat where.</summary>
    public static IEnumerable<RecoverySet> Set(Council council, Instant at, Chance chance)
    {
        var keys = council.Room!.Bearers.Values.OfType<string>().ToArray();
        if (keys.Length >= Recovery.Least)
            yield return new RecoverySet(council.Number, [.. chance.Shuffle(keys)], Recovery.Least, Rules.Minute(at) + Recovery.Term);
    }

    /// <summary>For each who made a key, where enough did: until the keys are void.</summary>
    public static IEnumerable<Slip> Slips(Council council, Instant at)
    {
        var made = council.Room!.Bearers.Where(b => b.Value is not null).Select(b => b.Key).ToArray();
        if (made.Length < Recovery.Least) yield break;
        foreach (var seat in made)
            if (council.Room.Seats[seat].SlipFor(Role.KeyBearer) is { } hash)
                yield return new Slip(hash, Purpose.KeyBearer, council.Number, Rules.Minute(at) + Recovery.Term, Role: Role.KeyBearer);
    }
}

/// <summary>A seat bears no key any more; one that it made counts for nothing.</summary>
public sealed record BearerGone(int Council, int Seat) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, In);

    internal Council In(Council council) => council with { Room = council.Room! with { Bearers = council.Room.Bearers.Remove(Seat) } };
}
