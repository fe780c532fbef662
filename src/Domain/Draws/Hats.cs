using System.Collections.Immutable;
using Faubourg.Domain.Councils;

namespace Faubourg.Domain.Draws;

/// <summary>Who is in which hat, from what the willing said before anything random.</summary>
internal static class Hats
{
    /// <summary>From this many willing on, the facilitator comes from the first-timers and the companion from the others.</summary>
    private const int ForTwoHats = 3;

    /// <summary>The willing for any role. The convener stands among them only if nobody else is willing.</summary>
    public static ImmutableArray<Seat> Willing(Room room)
    {
        var willing = room.Present.Where(s => s.Willing is not null).ToImmutableArray();
        var others = willing.RemoveAll(s => IsOpener(room, s));
        return others.IsEmpty ? willing : others;
    }

    /// <summary>Those whom the last such draw leaves out of the hat for a role: all who held it, unless the room consents or nobody else is willing.</summary>
    public static ImmutableArray<Seat> For(Role role, Room room, ImmutableArray<Seat> willing)
    {
        var wanting = willing.Where(s => s.Willing!.For(role)).ToImmutableArray();
        if (room.Excepted.Contains(role)) return wanting;
        var fresh = wanting.RemoveAll(s => s.Willing!.Held.Contains(role));
        return fresh.IsEmpty ? wanting : fresh;
    }

    /// <summary>The hats of all roles, by seat.</summary>
    public static ImmutableSortedDictionary<Role, ImmutableArray<Seat>> Fill(Room room, ImmutableArray<Seat> willing)
    {
        var hats = ImmutableSortedDictionary.CreateBuilder<Role, ImmutableArray<Seat>>();
        var guides = For(Role.Facilitator, room, willing);
        var first = guides.Where(s => s.Willing!.FirstTime).ToImmutableArray();
        var practised = guides.Where(s => !s.Willing!.FirstTime).ToImmutableArray();
        var two = guides.Length >= ForTwoHats && !first.IsEmpty && !practised.IsEmpty;
        hats[Role.Facilitator] = two ? first : guides;
        hats[Role.Companion] = two ? practised : guides;
        foreach (var role in new[] { Role.NoteKeeper, Role.Timekeeper, Role.Spokesperson })
            hats[role] = For(role, room, willing);
        return hats.ToImmutable();
    }

    /// <summary>First-timers with two tickets: where the hat is too small to be parted.</summary>
    public static ImmutableArray<Seat> Doubled(ImmutableArray<Seat> facilitators) =>
        facilitators.Length < ForTwoHats ? facilitators.RemoveAll(s => !s.Willing!.FirstTime) : [];

    private static bool IsOpener(Room room, Seat seat) => seat.Device is not null && seat.Device == room.Opener;
}
