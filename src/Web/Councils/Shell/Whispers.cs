using Faubourg.Domain.Councils;

namespace Faubourg.Web.Councils;

/// <summary>Whose own part of the page an act of somebody else has changed, where <see cref="Turn"/> did not turn for all.</summary>
internal static class Whispers
{
    /// <returns>Keys of devices.</returns>
    public static IEnumerable<string> To(Room? before, Room? after)
    {
        if (before is null || after is null || ReferenceEquals(before, after)) return [];
        return Seats(before, after)
            .Select(seat => after.Seats.GetValueOrDefault(seat))
            .Select(seat => seat?.Device ?? (seat?.BesideSeat is { } phone ? after.Seats[phone].Device : null))
            .OfType<string>()
            .Concat(after.Walls.Except(before.Walls))
            .Concat(before.Reclaims.Values.Concat(after.Reclaims.Values).Select(r => r.Device))
            .Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<int> Seats(Room before, Room after) =>
    [
        .. after.Seats.Values.Where(s => before.Seats.TryGetValue(s.Number, out var was) && was.Here != s.Here).Select(s => s.Number),
        .. new[] { before.Floor.Speaker, after.Floor.Speaker }.Where(_ => before.Floor.Speaker != after.Floor.Speaker).OfType<int>(),
        .. Guide(before, after),
        .. after.Proposals.Values.Where(p => p.MergeOffered is not null && before.Proposals.GetValueOrDefault(p.Number)?.MergeOffered != p.MergeOffered)
            .Select(p => after.Proposals[p.MergeOffered!.Value].Author),
    ];

    /// <summary>What is read aloud says how many have not spoken and what was proposed.</summary>
    private static IEnumerable<int> Guide(Room before, Room after) =>
        after.Guide is { } guide && (before.Floor.AllFirstTurns != after.Floor.AllFirstTurns || before.Proposals != after.Proposals) ? [guide] : [];
}
