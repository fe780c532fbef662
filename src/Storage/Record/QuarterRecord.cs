using System.Collections.Immutable;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using Faubourg.Storage.Sqlite;

namespace Faubourg.Storage.Record;

/// <summary>
/// The public record of one quarter: what is signed of it, and nothing else. Any caller, any time. What is read is read in the
/// quarter's own loop, a row or a few: no reader's old view of the file keeps alive what was erased.
/// </summary>
public sealed class QuarterRecord
{
    private readonly LiveQuarter quarter;
    private readonly TileCache cache = new();
    private readonly KeptLines lines = new();
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
    /// <param name="hidden">Digests of texts that are not to be shown yet, and their entries.</param>
    /// <param name="ct">Stops between two parts.</param>
    public async Task WriteDisclosures(Stream to, IReadOnlyDictionary<string, long> hidden, CancellationToken ct)
    {
        var size = Size;
        for (var from = 0L; from < size; from += KeptLines.Entries)
        {
            var part = new Part(from, Math.Min(from + KeptLines.Entries, size), hidden);
            var some = part.IsForAll && lines.Find(from) is { } known ? known : await quarter.Look(-1, tables => Lines(tables, part), ct).ConfigureAwait(false);
            await to.WriteAsync(some, ct).ConfigureAwait(false);
        }
    }

    private byte[] Lines(RecordTables tables, Part part)
    {
        var held = tables.Disclosures(part.From, part.Until);
        byte[] some = [.. held.Where(each => !part.Hidden.ContainsKey(each.Digest)).SelectMany(each => DisclosureLine.Of(each.Seq, each.D))];
        if (part.IsForAll) lines.Keep(part.From, some);
        return some;
    }

    /// <summary>Entries of the record, and what nobody is to be shown.</summary>
    private readonly record struct Part(long From, long Until, IReadOnlyDictionary<string, long> Hidden)
    {
        /// <summary>Whole, and with nothing hidden in it: the same whenever it is read, until something is erased.</summary>
        public bool IsForAll
        {
            get
            {
                if (Until - From < KeptLines.Entries) return false;
                foreach (var seq in Hidden.Values)
                    if (seq >= From && seq < Until) return false;
                return true;
            }
        }
    }

    /// <summary>Something was erased: nothing of it is kept here.</summary>
    internal void Forget() => lines.Forget();

    /// <summary>It is on the disk: from here on it may be seen.</summary>
    internal void Show(SignedCheckpoint signed) => Volatile.Write(ref latest, signed);

    private static string Written(string origin, string key) => VerifierKey.Ed25519(origin, Convert.FromBase64String(key)).ToString();
}
