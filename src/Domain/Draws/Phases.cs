using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Draws;

/// <summary>
/// Between the closed roll and the numbers: devices commit to a secret, then show it. Both lists are in the record before what
/// follows is made. A phase ends when everybody who said that they would is done, or by the clock; who is missing is listed and
/// left out, which is safe because the public numbers come after.
/// </summary>
public static class Phases
{
    /// <summary>Of one phase, at the longest.</summary>
    public static readonly Duration Each = Duration.FromSeconds(10);

    /// <summary>From the end of the last phase to the beacon's round, at the least.</summary>
    public static readonly Duration BeforeTheRound = Duration.FromSeconds(30);

    /// <summary>What a commitment hides: SHA-256, hex, of <c>vl1|commit|draw|number|nonce</c>.</summary>
    /// <param name="draw">Name of the draw: <c>origin/council/draw</c>.</param>
    /// <param name="number">Of the roll.</param>
    /// <param name="nonce">64 hex digits.</param>
    public static string CommitmentOf(string draw, int number, string nonce) => Hash.Of($"vl1|commit|{draw}|{number}|{nonce}");

    internal static IEnumerable<Event> Begin(int council, int draw, Way way, bool anybodyCommits, Instant now)
    {
        if (way == Way.Hat) yield break;
        if (way == Way.Beacon) yield return new BeaconAnnounced(council, draw, Beacon.FirstFrom(now + (anybodyCommits ? Each + Each : Duration.Zero) + BeforeTheRound));
        if (anybodyCommits) yield return new PhaseBegun(council, DrawPhase.Committing, now + Each);
        else yield return new CommitmentsClosed(council, draw, Hash.Of(""), 0);
    }

    /// <summary>The time of a phase is over. It is counted from when it was due, so that a halted host gives nobody more of it.</summary>
    internal static IEnumerable<Event> End(Council council, Instant due, Instant now) => council.Room!.Draw!.Phase == DrawPhase.Committing
        ? CloseCommitments(council, due)
        : CloseReveals(council, now);

    /// <summary>Ends the phase if nobody is awaited any more.</summary>
    internal static IEnumerable<Event> EndIfDone(Council council, Instant now)
    {
        var open = council.Room!.Draw!;
        var done = open.Phase == DrawPhase.Committing
            ? Awaited(council).All(open.Commitments.ContainsKey)
            : open.Commitments.Keys.All(open.Nonces.ContainsKey);
        return done ? End(council, now, now) : [];
    }

    /// <summary>Numbers whose device said that it would take part, and is here.</summary>
    private static IEnumerable<int> Awaited(Council council)
    {
        var room = council.Room!;
        var lot = council.Draws[^1].Lot;
        return room.Roll
            .Where(r => room.Seats[r.Value] is { Here: true, Device: not null } seat
                && (lot is null ? seat.Willing : seat.ForLots.GetValueOrDefault(lot.Role)) is { Commits: true })
            .Select(r => r.Key);
    }

    private static IEnumerable<Event> CloseCommitments(Council council, Instant from)
    {
        var open = council.Room!.Draw!;
        ImmutableArray<string> lines = [.. open.Commitments.Select(c => $"{c.Key};{c.Value}")];
        foreach (var page in SheetPage.Parted(council.Number, Sheet.Commitments, open.Number, lines)) yield return page;
        yield return new CommitmentsClosed(council.Number, open.Number, Hash.Of(Vl1.Roll(lines)), lines.Length);
        if (!lines.IsEmpty) yield return new PhaseBegun(council.Number, DrawPhase.Revealing, from + Each);
    }

    private static IEnumerable<Event> CloseReveals(Council council, Instant now)
    {
        var open = council.Room!.Draw!;
        // Shown in time, but not in the record before the round was out: nobody could tell, so it does not count.
        var late = council.Draws[^1].Round is { } round && now >= Beacon.TimeOf(round);
        var nonces = late ? ImmutableSortedDictionary<int, string>.Empty : open.Nonces;
        ImmutableArray<string> lines = [.. Vl1.Reveals(open.Commitments.Keys, nonces)];
        foreach (var page in SheetPage.Parted(council.Number, Sheet.Reveals, open.Number, lines)) yield return page;
        yield return new RevealsClosed(council.Number, open.Number, Hash.Of(Vl1.Roll(lines)), lines.Length, open.Commitments.Count - nonces.Count);
    }
}

/// <summary>Devices have until then.</summary>
public sealed record PhaseBegun(int Council, DrawPhase Phase, Instant Until) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Draw = r.Draw! with { Phase = Phase, Ends = Until } });
}

/// <summary>The round that will count, named before it exists.</summary>
/// <param name="Draw">Whose roll was just closed.</param>
/// <param name="Round">Of drand's chain quicknet.</param>
[Leaf("beacon.announced")]
public sealed record BeaconAnnounced(int Council, int Draw, long Round) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.In(Council, c => c with { Draws = c.Draws.SetItem(Draw - 1, c.Draws[Draw - 1] with { Round = Round }) });
}

/// <summary>No device commits to anything after this.</summary>
/// <param name="Draw">Whose.</param>
/// <param name="Digest">SHA-256, hex, of the lines <c>number;commitment</c> in the sheet before, each ended by LF: the <c>commits</c> line of the transcript.</param>
/// <param name="Lines">How many; with none there is no sheet, and nothing is revealed.</param>
[Leaf("commitments.closed")]
public sealed record CommitmentsClosed(int Council, int Draw, string Digest, int Lines) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        Draws = c.Draws.SetItem(Draw - 1, c.Draws[Draw - 1] with { Commitments = c.DrawLines }),
        DrawLines = [],
        Room = c.Room?.AwaitsNumbers(),
    });
}

/// <summary>Nothing is revealed after this; now the numbers are made.</summary>
/// <param name="Draw">Whose.</param>
/// <param name="Digest">SHA-256, hex, of the lines in the sheet before, each ended by LF: <c>reveal;number;nonce</c>, then <c>missing;number</c>.</param>
/// <param name="Lines">How many: one for each commitment.</param>
/// <param name="Missing">How many of them committed and showed nothing in time.</param>
[Leaf("reveals.closed")]
public sealed record RevealsClosed(int Council, int Draw, string Digest, int Lines, int Missing) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        Draws = c.Draws.SetItem(Draw - 1, c.Draws[Draw - 1] with { Reveals = Vl1.NoncesOf(c.DrawLines) }),
        DrawLines = [],
        Room = c.Room?.AwaitsNumbers(),
    });
}
