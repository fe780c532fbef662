using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using Faubourg.Verify.Files;
using Faubourg.Verify.Reading;

namespace Faubourg.Verify.Checks;

/// <summary>Sees an entry while it is hashed.</summary>
/// <param name="seq">Its index.</param>
/// <param name="entry">Its bytes, until this returns.</param>
/// <param name="before">The tree of the entries before it.</param>
internal delegate void SeeEntry(long seq, ReadOnlyMemory<byte> entry, Edge before);

/// <summary>
/// Every entry hashed as stored, every tile of every level held against these hashes, and the root against the checkpoint. Memory does
/// not grow with the log but for a seal of 16 bytes a bundle.
/// </summary>
/// <param name="seals">Is given each bundle as it is read; null where nothing is replayed afterwards.</param>
internal sealed class HashCheck(IFiles files, Checkpoint checkpoint, Findings findings, Progress progress, BundleSeals? seals)
{
    /// <summary>So many wrong hashes are named; more would only say the same again.</summary>
    private const int MostNamed = 20;

    private readonly RecordTiles tiles = new(files);
    private readonly RecordBundles bundles = new(files);
    private readonly List<(TileAt At, int Hash)> wrong = [];
    private readonly Edge edge = new();

    /// <summary>Sizes at which the root is wanted, and these roots.</summary>
    public SortedDictionary<long, byte[]?> Roots { get; } = [];

    /// <summary>The root over the entries. Null where they could not all be read.</summary>
    public byte[]? Root { get; private set; }

    /// <summary>Entries, tiles and root are those of the checkpoint.</summary>
    public bool Holds { get; private set; }

    public void Run(SeeEntry? see)
    {
        edge.OnFull = Compare;
        try
        {
            Hash(see);
            foreach (var (at, hashes) in edge.Partials()) Compare(at, hashes);
        }
        catch (LedgerException broken)
        {
            findings.Break("files", edge.Size, broken.Message);
            return;
        }

        Root = edge.Root();
        if (!Root.AsSpan().SequenceEqual(checkpoint.Root.AsSpan())) NameWrongEntries();
        else foreach (var (at, hash) in wrong) findings.Break("tile", null, $"{at.Path}: hash {hash} is not what the entries lead to, and they do lead to the signed root");
        Holds = wrong.Count == 0 && Root.AsSpan().SequenceEqual(checkpoint.Root.AsSpan());
    }

    private void Hash(SeeEntry? see)
    {
        var wanted = Roots.Keys.ToArray();
        var next = 0;
        Span<byte> hash = stackalloc byte[Merkle.HashBytes];
        for (long index = 0; edge.Size < checkpoint.Size; index++)
        {
            var left = checkpoint.Size - (index * TileAt.FullWidth);
            var entries = bundles.Read(new TileAt(TileAt.Entries, index, (int)Math.Min(left, TileAt.FullWidth)));
            foreach (var entry in entries)
            {
                for (; next < wanted.Length && wanted[next] == edge.Size; next++) Roots[wanted[next]] = edge.Root();
                see?.Invoke(edge.Size, entry, edge);
                Merkle.Leaf(entry.Span, hash);
                edge.Append(hash);
            }

            seals?.Add(bundles.Bytes);
            progress.Hashed(edge.Size);
        }

        for (; next < wanted.Length && wanted[next] == edge.Size; next++) Roots[wanted[next]] = edge.Root();
    }

    private void Compare(TileAt at, byte[] hashes)
    {
        var stored = tiles.Hashes(at);
        if (stored.SequenceEqual(hashes)) return;
        // Whoever spoils a tile above must not use up what is said of entries.
        var named = wrong.Count(other => (other.At.Level == 0) == (at.Level == 0));
        for (var i = 0; i < at.Width && named < MostNamed; i++)
            if (!stored.Slice(i * Merkle.HashBytes, Merkle.HashBytes).SequenceEqual(hashes.AsSpan(i * Merkle.HashBytes, Merkle.HashBytes)))
            {
                wrong.Add((at, i));
                named++;
            }
    }

    /// <summary>
    /// The root is another. Where the stored hashes of the entries lead to the signed root, they are the true ones, and those
    /// entries are wrong whose hash differs. Else all that can be said is where the first difference is.
    /// </summary>
    private void NameWrongEntries()
    {
        var entries = wrong.Where(w => w.At.Level == 0).ToArray();
        if (entries.Length > 0 && StoredRoot() is { } stored && stored.AsSpan().SequenceEqual(checkpoint.Root.AsSpan()))
        {
            foreach (var (at, hash) in entries)
                findings.Break("entry", (at.Index * TileAt.FullWidth) + hash, "its bytes are not those that were signed");
            return;
        }

        var where = wrong.Count == 0 ? "the tiles agree with the entries" : $"the first difference is in {wrong[0].At.Path}, hash {wrong[0].Hash}";
        findings.Break("root", FirstWrong(), $"the entries do not lead to the root of the checkpoint; {where}");
    }

    private long? FirstWrong() => wrong.Where(w => w.At.Level == 0).Select(w => (long?)(w.At.Index * TileAt.FullWidth) + w.Hash).FirstOrDefault();

    private byte[]? StoredRoot()
    {
        try
        {
            var stored = new Edge();
            for (long index = 0; stored.Size < checkpoint.Size; index++)
            {
                var hashes = tiles.Hashes(TileAt.In(checkpoint.Size, 0, index)!.Value);
                for (var at = 0; at < hashes.Length; at += Merkle.HashBytes) stored.Append(hashes.Slice(at, Merkle.HashBytes));
            }

            return stored.Root();
        }
        catch (LedgerException)
        {
            return null;
        }
    }
}
