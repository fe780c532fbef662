using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Decisions;

/// <summary>From ballots or hands to the one decision, or to leaving things as they are.</summary>
internal static class Counts
{
    /// <summary>From this many ballots on they are published one by one, by receipt.</summary>
    private const int ForRows = 20;

    public static IEnumerable<Event> OfHands(Council council, HandsTold told)
    {
        var count = council.Room!.Deliberation.Count!;
        ImmutableArray<int> highest = [.. told.One.Zip(told.Two, (one, two) => two > 0 ? 2 : one > 0 ? 1 : 0)];
        ImmutableArray<int> atHighest = [.. told.One.Zip(told.Two, (one, two) => two > 0 ? two : one)];
        return Publish(council, new Tally(CountBy.Hands, Bands.Of(council.Room.Heads ?? council.Room.PresentCount), Resistance.Sums(told), highest, atHighest), null)
            .Concat(Conclude(council, Resistance.Least(count.Options, Resistance.Sums(told), highest, atHighest)));
    }

    public static IEnumerable<Event> OfPhones(Council council)
    {
        var count = council.Room!.Deliberation.Count!;
        var rows = count.Rows;
        var sums = Resistance.Sums(count.Options.Length, rows);
        ImmutableArray<int> highest = [.. count.Options.Select((_, i) => rows.Max(r => r.Values[i]))];
        ImmutableArray<int> atHighest = [.. count.Options.Select((_, i) => rows.Count(r => r.Values[i] == highest[i]))];
        ImmutableArray<string> lines = rows.Length < ForRows ? [] : [.. rows.Select(r => $"{r.Receipt};{string.Join(';', r.Values)}")];
        return SheetPage.Parted(council.Number, Sheet.Ballots, 1, lines)
            .Concat(Publish(council, new Tally(CountBy.Phones, rows.Length, sums, highest, atHighest), lines.IsEmpty ? null : Hash.Of(Vl1.Roll(lines))))
            .Append(new BallotsForgotten(council.Number))
            .Concat(Conclude(council, Resistance.Least(count.Options, sums, highest, atHighest)));
    }

    private static IEnumerable<Event> Publish(Council council, Tally tally, string? sha256)
    {
        var options = council.Room!.Deliberation.Count!.Options;
        // Highest values are published only where they decide between equal totals.
        var tied = tally.Sums.Count(s => s == tally.Sums.Min()) > 1;
        yield return new ResistanceCounted(council.Number, tally.By, tally.Ballots, options, tally.Sums,
            tied ? tally.Highest : [], tied ? tally.AtHighest : [], sha256);
    }

    private static IEnumerable<Event> Conclude(Council council, ImmutableArray<int> least)
    {
        if (least.Length == 1) return Take(council, least[0]);
        var seed = council.Draws.LastOrDefault(d => d.Seed is not null)?.Seed;
        return seed is null
            ? [new CountTied(council.Number, least)]
            : Take(council, least.MinBy(option => Vl1.Ticket(seed, "tie", option), StringComparer.Ordinal));
    }

    public static IEnumerable<Event> Take(Council council, int option) => option == 0
        ? [new WayChosen(council.Number, Reply.Object), new CountEnded(council.Number)]
        : [Deciding.Make(council, option, Method.Resistance), new CountEnded(council.Number)];

    private sealed record Tally(
        CountBy By, int Ballots, ImmutableArray<int> Sums, ImmutableArray<int> Highest, ImmutableArray<int> AtHighest);
}

/// <param name="CountedBy">Hands or phones.</param>
/// <param name="Ballots">Phones: how many were cast. Hands: lower bound of the band of heads.</param>
/// <param name="Options">Proposal numbers; 0 is "leave things as they are".</param>
/// <param name="Sums">Total resistance, in the same order.</param>
/// <param name="Highest">Only where two least totals were equal: the highest value given to each.</param>
/// <param name="AtHighest">Likewise: how many gave it.</param>
/// <param name="Digest">SHA-256, hex, of the ballots' lines in the sheet before, where there were 20 or more.</param>
[Leaf("resistance.counted")]
public sealed record ResistanceCounted(
    int Council,
    CountBy CountedBy,
    int Ballots,
    ImmutableArray<int> Options,
    ImmutableArray<int> Sums,
    ImmutableArray<int> Highest,
    ImmutableArray<int> AtHighest,
    string? Digest) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        ResistanceCount = new ResistanceCount(CountedBy, Ballots, Options, Sums, Highest, AtHighest),
    });
}

public sealed record ResistanceCount(
    CountBy By, int Ballots, ImmutableArray<int> Options, ImmutableArray<int> Sums, ImmutableArray<int> Highest, ImmutableArray<int> AtHighest);

/// <summary>Ballots and receipts are deleted, with the rows of the journal that held them.</summary>
public sealed record BallotsForgotten(int Council) : RoomEvent(Council)
{
    public override Type? Forgets => typeof(BallotsClosed);

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Deliberation = r.Deliberation with { Count = r.Deliberation.Count! with { Ballots = r.Deliberation.Count.Ballots.Clear(), Rows = [], CheckUntil = default } },
    });
}

public sealed record CountTied(int Council, ImmutableArray<int> Options) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Deliberation = r.Deliberation with { Count = r.Deliberation.Count! with { Phase = Phase.Tied, TiedOptions = Options } },
    });
}

public sealed record CountEnded(int Council) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Deliberation = r.Deliberation with { Count = null } });
}
