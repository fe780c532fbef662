using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Power;

/// <summary>How evenly an evening was shared, in tenths: no number that could be matched with a list of who came.</summary>
/// <param name="First">Of ten turns, how many were somebody's first.</param>
/// <param name="Heard">Of ten who were there, how many spoke.</param>
/// <param name="ConvenerWon">The proposal of whoever convened was the one decided; null when they made no difference.</param>
public sealed record Sharing(int? First, int? Heard, bool? ConvenerWon);

/// <summary>What one evening says of how power was shared; of nobody in it. Only of five people or more.</summary>
/// <param name="First">0 to 10; absent under five turns.</param>
/// <param name="Heard">0 to 10; absent under five turns.</param>
/// <param name="ConvenerWon">Absent when nothing was decided, or whoever convened had no seat.</param>
[Leaf("turns.counted")]
public sealed record TurnsCounted(int Council, int? First, int? Heard, bool? ConvenerWon) : PublicEvent
{
    /// <summary>Under this many turns, or people, a share would say too much of each.</summary>
    public const int Least = 5;

    public const int Whole = 10;

    internal static IEnumerable<TurnsCounted> Of(Council council)
    {
        var room = council.Room!;
        var heads = room.Heads ?? room.Seats.Count;
        if (Math.Max(council.HeadsAtDraw, council.HeadsAtDeciding) < Least || heads < Least) yield break;
        var (turns, first) = (room.Floor.AllTurns, room.Floor.AllFirstTurns);
        var told = new TurnsCounted(
            council.Number,
            turns < Least ? null : Tenths(first, turns),
            turns < Least ? null : Tenths(Math.Min(first, heads), heads),
            ConvenersOwn(council, room));
        if (told is not { First: null, ConvenerWon: null }) yield return told;
    }

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.In(Council, c => c with { Sharing = new Sharing(First, Heard, ConvenerWon) });

    private static bool? ConvenersOwn(Council council, Room room) =>
        council.Decision is { } decision && room.Opener is { } opener && room.Devices.TryGetValue(opener, out var seat)
            ? room.Proposals[decision.Proposal].Author == seat
            : null;

    /// <summary>Rounded half up.</summary>
    private static int Tenths(int part, int whole) => (2 * Whole * part + whole) / (2 * whole);
}
