using System.Collections.Immutable;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;

namespace Faubourg.Storage.Record;

/// <summary>
/// The public record of one quarter: what is signed of it, and nothing else. Any caller, any time. What is read is read in the
/// quarter's own loop, a row or a few: no reader's old view of the file keeps alive what was erased.
/// </summary>
public sealed class QuarterRecord
{
    private const int DisclosuresAtOnce = 500;

    private readonly LiveQuarter quarter;
    private readonly TileCache cache = new();
    private SignedCheckpoint? latest;

    internal QuarterRecord(LiveQuarter quarter, SignedCheckpoint? latest) => (this.quarter, this.latest) = (quarter, latest);

    /// <summary>The newest checkpoint. It is on the disk, and noted where no backup can undo it.</summary>
    public SignedCheckpoint Latest => Volatile.Read(ref latest) ?? throw new InvalidOperationException("Nothing of this record was ever signed.");

    /// <summary>How many leaves are signed.</summary>
    public long Size => Volatile.Read(ref latest)?.Size ?? 0;

    /// <summary>The keys that sign now, newest first.</summary>
    public ImmutableArray<string> VerifierKeys
    {
        get
        {
            var state = quarter.Now.State;
            var at = quarter.Clock();
            return [.. state.Keys.Reverse().Where(k => k.Signs(state.Size, at)).Select(k => Written(state.Origin, k.Key))];
        }
    }

    /// <summary>The signed note that says where a quarter that moved away lives (<c>where/v1</c>); null when there is none.</summary>
    public string? Where { get; internal init; }

    /// <summary>A policy file that knows the newest key and asks for no witness (C2SP tlog-policy).</summary>
    public string Policy => $"log {Written(quarter.Now.State.Origin, quarter.Now.State.Keys[^1].Key)}\nquorum none\n";

    /// <summary>A tile or an entry bundle as C2SP tlog-tiles has it; null where no published tree has it.</summary>
    public async Task<byte[]?> Tile(TileAt at, CancellationToken ct)
    {
        if (cache.Find(at) is { } known) return known;
        var tile = await quarter.Look(-1, tables => tables.Tile(at), ct).ConfigureAwait(false);
        if (tile is not null && at.Width == TileAt.FullWidth) cache.Keep(at, tile);
        return tile;
    }

    /// <summary>D of this digest, while it is held.</summary>
    public Task<string?> Disclosure(string digest, CancellationToken ct) => quarter.Look(-1, tables => tables.Disclosure(digest), ct);

    /// <summary>The picture that an entry shows, while it is held.</summary>
    public Task<byte[]?> Picture(long seq, CancellationToken ct) => quarter.Look(-1, tables => tables.Picture(seq), ct);

    /// <summary>A signed entry; null where there is none.</summary>
    public async Task<RecordEntry?> Entry(long seq, CancellationToken ct) =>
        seq < 0 ? null : (await Entries(seq, 1, ct).ConfigureAwait(false)).FirstOrDefault();

    /// <summary>Signed entries in their order.</summary>
    /// <param name="from">The first, from 0.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="ct">Withdraws the question.</param>
    public Task<ImmutableArray<RecordEntry>> Entries(long from, int count, CancellationToken ct) =>
        quarter.Look(-1, tables => tables.Entries(Math.Max(from, 0), count, Size), ct);

    /// <summary>
    /// That the entry stands in the record: a tlog-proof file, under a checkpoint that covers it. Signs first where that is not
    /// done yet.
    /// </summary>
    /// <returns>Null where there is no such entry, or none that could be signed.</returns>
    public Task<string?> Proof(long seq, CancellationToken ct) => quarter.Look(
        seq,
        tables => seq >= 0 && seq < Size ? new TlogProof(seq, Proofs.Inclusion(tables.Tiles, seq, Size), Latest.Note).ToString() : null,
        ct);

    /// <summary>disclosures.jsonl: one object a line, <c>{"d":"…","seq":N}</c>, in order of entry and digest.</summary>
    /// <param name="to">Where it goes.</param>
    /// <param name="hidden">Digests of texts that are not to be shown yet.</param>
    /// <param name="ct">Stops between two lines.</param>
    public async Task WriteDisclosures(Stream to, IReadOnlySet<string> hidden, CancellationToken ct)
    {
        var (seq, digest) = (0L, "");
        while (true)
        {
            var (after, from) = (digest, seq);
            var some = await quarter.Look(-1, tables => tables.Disclosures(from, after, Size, DisclosuresAtOnce), ct).ConfigureAwait(false);
            foreach (var held in some.Where(held => !hidden.Contains(held.Digest)))
                await to.WriteAsync(DisclosureLine.Of(held.Seq, held.D), ct).ConfigureAwait(false);
            if (some.Count < DisclosuresAtOnce) return;
            (seq, digest, _) = some[^1];
        }
    }

    /// <summary>It is on the disk: from here on it may be seen.</summary>
    internal void Show(SignedCheckpoint signed) => Volatile.Write(ref latest, signed);

    private static string Written(string origin, string key) => VerifierKey.Ed25519(origin, Convert.FromBase64String(key)).ToString();
}
