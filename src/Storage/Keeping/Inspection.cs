using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using Faubourg.Storage.Codec;
using Faubourg.Storage.Sqlite;

namespace Faubourg.Storage.Keeping;

/// <summary>
/// Goes through a record from leaf 0 on and reports whatever does not fit: the same for a quarter's file and for an exported
/// folder. It holds the right edge of the tree and the digests that are missing, nothing more.
/// </summary>
/// <param name="stored">A tile as it is kept; null when it is not.</param>
/// <param name="report">Told what is wrong, and where.</param>
internal sealed class Inspection(Func<TileAt, byte[]?> stored, Action<string> report)
{
    private readonly Edge edge = new();
    private readonly KeyChain chain = new();
    private readonly HashSet<(string Digest, long Seq)> erased = [];
    private readonly Dictionary<string, long> missing = new(StringComparer.Ordinal);

    /// <summary>The picture of an entry and its disclosure, as it is kept; null when it is not.</summary>
    public required Func<long, Disclosure, byte[]?> Picture { get; init; }

    /// <summary>The log's, from leaf 0.</summary>
    public string? Origin { get; private set; }

    /// <summary>How many leaves were gone through.</summary>
    public long Size => edge.Size;

    public KeyChain Keys => chain;

    /// <summary>Digests of leaves whose texts are neither held nor erased.</summary>
    public IReadOnlyDictionary<string, long> Missing => missing;

    /// <summary>The next leaf.</summary>
    /// <param name="bytes">As stored.</param>
    /// <param name="held">D of each of its texts that is held.</param>
    public void Leaf(byte[] bytes, IEnumerable<string> held)
    {
        var seq = edge.Size;
        try
        {
            Look(seq, Leaves.Read(bytes), held);
        }
        catch (FormatException wrong)
        {
            report($"entry {seq}: {wrong.Message}");
        }
        // What the tree says of the leaf's index is the root before it: a statement of another key is over that.
        Span<byte> hash = stackalloc byte[Merkle.HashBytes];
        Merkle.Leaf(bytes, hash);
        edge.OnFull = Compare;
        edge.Append(hash);
    }

    /// <summary>A checkpoint of exactly the leaves gone through.</summary>
    public void Checkpoint(string note)
    {
        try
        {
            var read = Note.Parse(note);
            var checkpoint = Ledger.Notes.Checkpoint.Parse(read.Text);
            if (checkpoint.Origin != Origin) report($"checkpoint {Size}: it is of another log, {checkpoint.Origin}");
            if (checkpoint.Size != Size) report($"checkpoint {Size}: it says {checkpoint.Size} leaves");
            if (!checkpoint.Root.AsSpan().SequenceEqual(edge.Root())) report($"checkpoint {Size}: its root is not that of the leaves");
            read.Open(chain.At(checkpoint.Origin, Size));
        }
        catch (FormatException wrong)
        {
            report($"checkpoint {Size}: {wrong.Message}");
        }
    }

    /// <summary>The partial tiles of a log of exactly the leaves gone through.</summary>
    public void Partials()
    {
        foreach (var (at, hashes) in edge.Partials()) Compare(at, hashes);
    }

    /// <summary>After the last leaf: texts that nobody erased and that are not here.</summary>
    public void End()
    {
        foreach (var (digest, seq) in erased)
            if (missing.TryGetValue(digest, out var of) && of == seq)
                missing.Remove(digest);
        foreach (var (digest, seq) in missing) report($"entry {seq}: the text of {digest} is neither held nor erased");
    }

    private void Look(long seq, Leaf leaf, IEnumerable<string> held)
    {
        Origin ??= leaf.Log;
        if (leaf.Log != Origin) report($"entry {seq}: it is of another log, {leaf.Log}");
        if (leaf.Seq != seq) report($"entry {seq}: it says it is entry {leaf.Seq}");
        if (chain.Follow(leaf, seq, edge) is { } wrong) report($"entry {seq}: {wrong}");
        var digests = leaf.Digests.ToHashSet(StringComparer.Ordinal);
        foreach (var d in held)
        {
            var text = Disclosure.Read(d);
            if (!digests.Remove(text.Digest)) report($"entry {seq}: a text is kept beside it that does not belong to it");
            else if (text.Name == LeafMap.Picture && Pictures.Fault(text, Picture(seq, text)) is { } fault) report($"entry {seq}: {fault}");
        }

        foreach (var digest in digests) missing[digest] = seq;
        // Only there where the leaf says that it erases: named beside other entries, a digest is taken out of none.
        erased.UnionWith(LeafCodec.ErasedDigests(leaf).SelectMany(_ => LeafCodec.Erases(leaf), (digest, at) => (digest, at.Seq)));
    }

    private void Compare(TileAt at, byte[] hashes)
    {
        if (stored(at) is not { } kept) report($"{at.Path}: it is missing");
        else if (!kept.AsSpan().SequenceEqual(hashes)) report($"{at.Path}: its hashes are not those of the leaves");
    }
}
