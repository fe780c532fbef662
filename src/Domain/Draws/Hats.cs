using System.Collections.Immutable;
using Faubourg.Domain.Councils;

namespace Faubourg.Domain.Draws;

/// <summary>Who is in which hat, from what the willing said before anything random.</summary>
internal static class Hats
{
    /// <summary>From this many willing on, the facilitator comes from the first-timers and the companion from the others.</summary>
    private const int ForTwoHats = 3;

    /// <summary>Everybody who would take some role: they are on the roll, whichever hats they are in.</summary>
    public static ImmutableArray<Seat> Willing(Room room) => [.. room.Present.Where(s => s.Willing is not null)];

    /// <summary>
    /// The hat for a role: the willing, less the convener unless nobody else is, less all who held it last time unless the room
    /// consents or nobody but the convener would be left.
    /// </summary>
    public static Hat For(Role role, Room room, ImmutableArray<Seat> willing)
    {
        var wanting = willing.Where(s => s.Willing!.For(role)).ToImmutableArray();
        var others = wanting.RemoveAll(s => IsOpener(room, s));
        if (!others.IsEmpty) wanting = others;
        if (room.Excepted.Contains(role)) return new Hat(wanting, 0);
        var fresh = wanting.RemoveAll(s => s.Willing!.Held.Contains(role));
        return fresh.IsEmpty ? new Hat(wanting, 0) : new Hat(fresh, wanting.Length - fresh.Length);
    }

    /// <summary>The hats of all roles.</summary>
    public static ImmutableSortedDictionary<Role, Hat> Fill(Room room, ImmutableArray<Seat> willing)
    {
        var hats = ImmutableSortedDictionary.CreateBuilder<Role, Hat>();
        var guides = For(Role.Facilitator, room, willing);
        var first = guides.Seats.Where(s => s.Willing!.FirstTime).ToImmutableArray();
        var practised = guides.Seats.Where(s => !s.Willing!.FirstTime).ToImmutableArray();
        var two = guides.Seats.Length >= ForTwoHats && !first.IsEmpty && !practised.IsEmpty;
        hats[Role.Facilitator] = two ? guides with { Seats = first } : guides;
        hats[Role.Companion] = two ? guides with { Seats = practised } : guides;
        foreach (var role in new[] { Role.NoteKeeper, Role.Timekeeper, Role.Spokesperson })
            hats[role] = For(role, room, willing);
        return hats.ToImmutable();
    }

    /// <summary>First-timers with two tickets: where the hat is too small to be parted.</summary>
    public static ImmutableArray<Seat> Doubled(ImmutableArray<Seat> facilitators) =>
        facilitators.Length < ForTwoHats ? facilitators.RemoveAll(s => !s.Willing!.FirstTime) : [];

    public static bool IsOpener(Room room, Seat seat) => seat.Device is not null && seat.Device == room.Opener;
}

/// <summary>Who may be called for a role.</summary>
/// <param name="Seats">Those in the hat.</param>
/// <param name="Excluded">How many were left out because they held it last time.</param>
internal sealed record Hat(ImmutableArray<Seat> Seats, int Excluded);
