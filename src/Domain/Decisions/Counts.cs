using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Counting;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Decisions;

/// <summary>From ballots, hands or paper to the one decision, or to leaving things as they are.</summary>
internal static class Counts
{
    /// <summary>From this many ballots on they are published one by one, by receipt.</summary>
    internal const int ForRows = 20;

    /// <summary>Resistance by hands alone: no, one or two hands.</summary>
    public static IEnumerable<Event> OfHands(Council council, HandsTold told)
    {
        var count = council.Room!.Deliberation.Count!;
        ImmutableArray<int> highest = [.. told.One.Zip(told.Two, (one, two) => two > 0 ? 2 : one > 0 ? 1 : 0)];
        ImmutableArray<int> atHighest = [.. told.One.Zip(told.Two, (one, two) => two > 0 ? two : one)];
        return Publish(council, new Tally(CountBy.Hands, Bands.Of(council.Room.Heads ?? council.Room.PresentCount), Resistance.Sums(told), highest, atHighest), null, null)
            .Concat(Conclude(council, Resistance.Least(count.Options, Resistance.Sums(told), highest, atHighest)));
    }

    /// <summary>The minute of "is mine there?" is over.</summary>
    public static IEnumerable<Event> OfPhones(Council council)
    {
        var count = council.Room!.Deliberation.Count!;
        return count.Method == Method.Resistance && count.Parts.Length == 1 ? OfResistance(council, count) : OfParts(council, count);
    }

    private static IEnumerable<Event> OfResistance(Council council, OpenCount count)
    {
        var rows = count.Rows;
        var sums = Resistance.Sums(count.Options.Length, rows);
        ImmutableArray<int> highest = [.. count.Options.Select((_, i) => rows.Max(r => r.Values[i]))];
        ImmutableArray<int> atHighest = [.. count.Options.Select((_, i) => rows.Count(r => r.Values[i] == highest[i]))];
        var lines = Lines(rows);
        return SheetPage.Parted(council.Number, Sheet.Ballots, council.CountsMade + 1, lines)
            .Concat(Publish(council, new Tally(CountBy.Phones, rows.Length, sums, highest, atHighest), Digest(lines), Math.Max(0, count.Electorate.Count - rows.Length)))
            .Append(new BallotsForgotten(council.Number))
            .Concat(Conclude(council, Resistance.Least(count.Options, sums, highest, atHighest)));
    }

    /// <summary>Every part is published, one after the other, and what they come to together.</summary>
    /// <param name="council">The council.</param>
    /// <param name="count">With all that was told.</param>
    public static IEnumerable<Event> OfParts(Council council, OpenCount count)
    {
        var happened = new List<Event>();
        var parts = ImmutableArray.CreateBuilder<BallotsCount>();
        for (var i = 0; i < count.Parts.Length; i++)
        {
            var lines = count.Parts[i] == CountBy.Phones ? Lines(count.Rows) : [];
            var (ballots, table) = TableOf(count, count.Parts[i]);
            var (sums, pairs) = count.Method == Method.Ranked ? (ImmutableArray<int>.Empty, table) : (table, []);
            int? abstaining = i + 1 == count.Parts.Length ? Math.Max(0, Could(council.Room!, count) - count.Cast) : null;
            happened.AddRange(SheetPage.Parted(council.Number, Sheet.Ballots, council.CountsMade + 1, lines));
            happened.Add(new BallotsCounted(
                council.Number, count.Method, count.Parts[i], i + 1, count.Parts.Length, ballots, abstaining, count.Options, sums, pairs, Digest(lines)));
            parts.Add(new BallotsCount(count.Method, count.Parts[i], i + 1, count.Parts.Length, ballots, abstaining, count.Options, sums, pairs));
        }
        if (count.Has(CountBy.Phones)) happened.Add(new BallotsForgotten(council.Number));
        return happened.Concat(Conclude(council, Totals.Of(parts.DrainToImmutable()).Winners));
    }

    /// <summary>A count that comes to nothing: its ballots are forgotten, whose they were and what they said.</summary>
    public static IEnumerable<Event> Dropped(Council council)
    {
        if (council.Room?.Deliberation.Count is not { } count) yield break;
        if (count.Phase == Phase.Checking) yield return new BallotsForgotten(council.Number);
        yield return new CountStopped(council.Number);
    }

    /// <summary>How many ballots a part has, and its sums, or its table row after row.</summary>
    private static (int Ballots, ImmutableArray<int> Table) TableOf(OpenCount count, CountBy part)
    {
        if (part == CountBy.Hands) return (count.Hands!.Voters, count.Hands.One);
        if (count.Method == Method.Ranked)
        {
            var pairs = new Pairs(count.Options.Length);
            if (part == CountBy.Phones)
                foreach (var row in count.Rows) pairs.Add(row.Values.AsSpan(), 1);
            else
                foreach (var line in count.Paper!.Lines.Select(l => RankedLine.Parse(l, count.Options)!)) pairs.Add(line.Ranks.AsSpan(), line.Times);
            return ((int)pairs.Ballots, [.. pairs.Rows.Select(p => (int)p)]);
        }
        return part == CountBy.Paper ? (count.Paper!.Ballots, count.Paper.Sums) : (count.Rows.Length, Resistance.Sums(count.Options.Length, count.Rows));
    }

    /// <summary>How many could have voted: on phones alone the electorate, otherwise everybody in the room and who is elsewhere.</summary>
    private static int Could(Room room, OpenCount count) =>
        count.Parts is [CountBy.Phones] || room.Heads is null ? count.Electorate.Count : Closing.Most(room);

    private static ImmutableArray<string> Lines(ImmutableArray<Ballot> rows) =>
        rows.Length < ForRows ? [] : [.. rows.Select(r => $"{r.Receipt};{string.Join(';', r.Values)}")];

    private static string? Digest(ImmutableArray<string> lines) => lines.IsEmpty ? null : Hash.Of(Vl1.Roll(lines));

    private static IEnumerable<Event> Publish(Council council, Tally tally, string? sha256, int? abstaining)
    {
        var options = council.Room!.Deliberation.Count!.Options;
        // Highest values are published only where they decide between equal totals.
        var tied = tally.Sums.Count(s => s == tally.Sums.Min()) > 1;
        yield return new ResistanceCounted(council.Number, tally.By, tally.Ballots, options, tally.Sums,
            tied ? tally.Highest : [], tied ? tally.AtHighest : [], sha256, abstaining);
    }

    private static IEnumerable<Event> Conclude(Council council, ImmutableArray<int> first)
    {
        if (first.Length == 1) return Take(council, first[0]);
        return Ties.Drawn(Ties.SeedOf(council), first) is { } option ? Take(council, option) : [new CountTied(council.Number, first)];
    }

    public static IEnumerable<Event> Take(Council council, int option) => option == 0
        ? [new WayChosen(council.Number, Reply.Object), new CountEnded(council.Number)]
        : [.. Deciding.Make(council, option, council.Room!.Deliberation.Count!.Method), new CountEnded(council.Number)];

    private sealed record Tally(
        CountBy By, int Ballots, ImmutableArray<int> Sums, ImmutableArray<int> Highest, ImmutableArray<int> AtHighest);
}

/// <summary>Between equals a draw decides, never who stands first in a list.</summary>
internal static class Ties
{
    /// <summary>Of the last draw that had numbers; null where none had.</summary>
    public static string? SeedOf(Council council) => council.Draws.LastOrDefault(d => d.Seed is not null)?.Seed;

    /// <summary>The smallest of the tickets that the seed gives to the options; null without one, and a paper hat decides.</summary>
    public static int? Drawn(string? seed, ImmutableArray<int> options) =>
        seed is null ? null : options.MinBy(option => Vl1.Ticket(seed, "tie", option), StringComparer.Ordinal);
}

/// <param name="CountedBy">Hands or phones.</param>
/// <param name="Ballots">Phones: how many were cast. Hands: lower bound of the band of heads.</param>
/// <param name="Options">Proposal numbers; 0 is "leave things as they are".</param>
/// <param name="Sums">Total resistance, in the same order.</param>
/// <param name="Highest">Only where two least totals were equal: the highest value given to each.</param>
/// <param name="AtHighest">Likewise: how many gave it.</param>
/// <param name="Digest">SHA-256, hex, of the ballots' lines in the sheet before, where there were 20 or more.</param>
/// <param name="Abstaining">Phones: how many could have voted and did not.</param>
[Leaf("resistance.counted")]
public sealed record ResistanceCounted(
    int Council,
    CountBy CountedBy,
    int Ballots,
    ImmutableArray<int> Options,
    ImmutableArray<int> Sums,
    ImmutableArray<int> Highest,
    ImmutableArray<int> AtHighest,
    string? Digest,
    int? Abstaining = null) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        ResistanceCount = new ResistanceCount(CountedBy, Ballots, Options, Sums, Highest, AtHighest, Abstaining),
        BallotsCounts = [],
        TieSeed = Ties.SeedOf(c),
        BallotLines = Digest is null ? [] : c.BallotLines,
        CountsMade = c.CountsMade + 1,
    });
}

public sealed record ResistanceCount(
    CountBy By, int Ballots, ImmutableArray<int> Options, ImmutableArray<int> Sums, ImmutableArray<int> Highest, ImmutableArray<int> AtHighest, int? Abstaining = null);

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
