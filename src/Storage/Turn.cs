using System.Collections.Immutable;
using System.Data.Common;
using System.Security.Cryptography;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Storage.Codec;
using Faubourg.Storage.Journal;
using NodaTime;

namespace Faubourg.Storage;

/// <summary>
/// Acts that were waiting together, decided one after the other on a state that nobody sees until all of it is stored in one
/// commit. They share one time.
/// </summary>
internal sealed class Turn(IJournal journal, Published from, Instant now)
{
    /// <summary>
    /// How long an act may be asked again under its key, unless its council dissolves before. Keys are swept at most hourly, and
    /// after 24 hours none may be left.
    /// </summary>
    public static readonly Duration Remembered = Duration.FromHours(23);

    public static readonly Duration BetweenSweeps = Duration.FromHours(1);

    private const int SeedBytes = 32;

    private readonly List<Accept> rows = [];
    private readonly Dictionary<TextAt, string> digests = [];
    private readonly Dictionary<string, Accepted> answered = new(StringComparer.Ordinal);

    public Instant Now => now;

    public Published After { get; private set; } = from;

    public IReadOnlyList<Accept> Rows => rows;

    /// <summary>Somebody's key is remembered with it.</summary>
    public bool Remembers => rows.Exists(r => r.Receipt is not null);

    /// <summary>Something is deleted with it.</summary>
    public bool Purges { get; private set; }

    /// <summary>Leaves are written with it.</summary>
    public bool Grows { get; private set; }

    /// <summary>
    /// A council ends with it, or a text goes: the first is not said before it is signed, and of the second nobody may find the
    /// text gone and no signed leaf that says why.
    /// </summary>
    public bool MustBeSigned { get; private set; }

    /// <summary>What the clock brought until now, before anybody's act.</summary>
    public void ApplyDue()
    {
        if (!(Rules.NextDue(After.State) <= now)) return;
        var happened = Rules.Due(After.State, now, Chance());
        if (!happened.IsEmpty) Keep(happened, null, 0);
    }

    /// <summary>The answer, to be given once the turn is stored; or why this act, and no other, has none.</summary>
    public (Answer? Answer, Exception? Trouble) Take(Act act, Actor actor, string? key, byte[]? picture = null)
    {
        if (key is not null && Again(key) is { } before) return (before, null);
        try
        {
            var decision = Rules.Decide(After.State, act, actor, new Facts(now, Chance()));
            if (decision.Refusal is { } refusal) return (new Refused(refusal), null);
            if (decision.Events.IsEmpty) return (new Accepted(After.Revision, [], After.State), null);
            return (Keep(decision.Events, key, act is CouncilAct { Council: var council } ? council : 0, picture), null);
        }
        catch (Exception trouble) when (trouble is not (IOException or DbException))
        {
            // Nothing of it was kept: the others of this turn are as if it had not been asked.
            return (null, trouble);
        }
    }

    private Accepted? Again(string key)
    {
        if (answered.GetValueOrDefault(key) is { } justNow) return justNow;
        return journal.Answered(key) is var (revision, events) ? new Accepted(revision, events, After.State) : null;
    }

    private Accepted Keep(ImmutableArray<Event> happened, string? key, int council, byte[]? picture = null)
    {
        var revision = After.Revision + 1;
        var (state, entries) = Written(happened);
        entries = Shown.With(entries, picture);
        foreach (var text in entries.OfType<LeafEntry>().SelectMany(l => l.Texts)) digests[text.At] = text.Digest;
        // Whoever ended a council may ask again too: their key is not deleted with it, but after its day.
        var dissolves = entries.Any(e => e is LeafEntry { Dissolves: not null });
        var receipt = key is null ? null : new Receipt(key, dissolves ? 0 : council, now + Remembered);
        rows.Add(new Accept(revision, now, entries, receipt));
        Grows |= entries.Any(e => e is LeafEntry);
        MustBeSigned |= dissolves || entries.Any(e => e is LeafEntry { Erases.IsEmpty: false });
        Purges |= dissolves || entries.Any(e => e is EndEntry or RoomEntry { Forgets: not null } or LeafEntry { Erases.IsEmpty: false });
        After = new Published(state, revision);
        var accepted = new Accepted(revision, happened, state);
        if (key is not null) answered.Add(key, accepted);
        return accepted;
    }

    private (Quarter, ImmutableArray<Entry>) Written(ImmutableArray<Event> happened)
    {
        var state = After.State;
        var entries = ImmutableArray.CreateBuilder<Entry>(happened.Length);
        foreach (var e in happened)
        {
            var seq = state.Size;
            state = Rules.Evolve(state, e, now);
            entries.Add(e switch
            {
                PublicEvent leaf => LeafCodec.Write(leaf, state.Origin, seq, now, at => DigestOf(at, entries)) with
                {
                    Dissolves = (leaf as CouncilDissolved)?.Council,
                },
                RoomEvent { Ends: { IsEmpty: false } marks } => new EndEntry(marks),
                RoomEvent room => new RoomEntry(
                    room.Council,
                    RoomCodec.KindOf(room.GetType()),
                    room.Mark,
                    RoomCodec.Write(room),
                    room.Forgets is { } kind ? RoomCodec.KindOf(kind) : null),
                _ => throw new InvalidOperationException(e.GetType().Name),
            });
        }
        return (state, entries.MoveToImmutable());
    }

    /// <summary>Disclosed by the same act, by an earlier one of this turn, or before.</summary>
    private string? DigestOf(TextAt at, IEnumerable<Entry> sameAct) =>
        sameAct.OfType<LeafEntry>().SelectMany(l => l.Texts).FirstOrDefault(t => t.At == at)?.Digest
        ?? digests.GetValueOrDefault(at)
        ?? journal.Digest(at);

    private static Chance Chance() => new(RandomNumberGenerator.GetBytes(SeedBytes));
}
