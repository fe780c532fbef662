namespace Faubourg.Ledger.Tree;

/// <summary>
/// All that appending needs of a tree: at each level the hashes of the tile that is not yet full, 255 at most (C2SP tlog-tiles,
/// "Partial Tiles"). An entry costs one leaf hash and, spread over a full tile, less than one node. Not for two threads at once.
/// </summary>
public sealed class Edge
{
    /// <summary>256^8 is more than a size can say.</summary>
    private const int Levels = 8;

    private readonly byte[]?[] hashes = new byte[Levels][];
    private readonly int[] widths = new int[Levels];

    /// <summary>The edge of the empty tree.</summary>
    public Edge()
    {
    }

    private Edge(Edge other)
    {
        Size = other.Size;
        other.widths.CopyTo(widths, 0);
        for (var level = 0; level < Levels; level++)
            if (widths[level] > 0)
                other.Present(level).CopyTo(Room(level));
    }

    /// <summary>Entries so far.</summary>
    public long Size { get; private set; }

    /// <summary>
    /// Told of each tile that became full, in the order in which they do, before <see cref="Append"/> returns. The bytes are
    /// the listener's. It must not throw: the edge would be left between two sizes.
    /// </summary>
    public Action<TileAt, byte[]>? OnFull { get; set; }

    /// <summary>The edge of a log of this size, from its partial tiles. Whether they are true shows in the root.</summary>
    /// <exception cref="LedgerException">A tile is missing or of another length; a negative size.</exception>
    public static Edge From(ITiles tiles, long size)
    {
        if (size < 0) throw new LedgerException("a size below 0");
        var edge = new Edge { Size = size };
        for (var level = 0; level < Levels; level++)
        {
            var whole = TileAt.Whole(size, level);
            if (whole % TileAt.FullWidth == 0) continue;
            var at = new TileAt(level, whole / TileAt.FullWidth, (int)(whole % TileAt.FullWidth));
            Subtrees.Checked(tiles, at).CopyTo(edge.Room(level));
            edge.widths[level] = at.Width;
        }

        return edge;
    }

    /// <summary>The root over all entries so far (RFC 6962 §2.1).</summary>
    public byte[] Root()
    {
        if (Size == 0) return Merkle.EmptyRoot;
        var root = new byte[Merkle.HashBytes];
        var begun = false;
        Span<byte> scratch = stackalloc byte[TileAt.FullWidth / 2 * Merkle.HashBytes];
        for (var level = 0; level < Levels; level++)
        {
            // From the right: the smallest whole subtree first, each bigger one to its left.
            for (var width = widths[level]; width > 0; width &= width - 1)
            {
                var last = width & -width;
                var part = scratch[..(last * Merkle.HashBytes)];
                Present(level).Slice((width - last) * Merkle.HashBytes, part.Length).CopyTo(part);
                var subtree = Merkle.Fold(part);
                if (begun) Merkle.Node(subtree, root, root);
                else subtree.CopyTo(root);
                begun = true;
            }
        }

        return root;
    }

    /// <param name="leafHash">32 bytes: <see cref="Merkle.Leaf"/> of the entry.</param>
    /// <exception cref="LedgerException">The log holds 2^63 − 1 entries.</exception>
    public void Append(ReadOnlySpan<byte> leafHash)
    {
        if (leafHash.Length != Merkle.HashBytes) throw new ArgumentException("A leaf hash has 32 bytes.", nameof(leafHash));
        if (Size == long.MaxValue) throw new LedgerException("a log of 2^63 − 1 entries is full");
        Size++;
        Put(0, leafHash);
        for (var level = 0; widths[level] == TileAt.FullWidth; level++)
        {
            var tile = Room(level).AsSpan();
            OnFull?.Invoke(new TileAt(level, (TileAt.Whole(Size, level) / TileAt.FullWidth) - 1, TileAt.FullWidth), tile.ToArray());
            Put(level + 1, Merkle.Fold(tile));
            widths[level] = 0;
        }
    }

    private void Put(int level, ReadOnlySpan<byte> hash)
    {
        hash.CopyTo(Room(level).AsSpan(widths[level] * Merkle.HashBytes));
        widths[level]++;
    }

    /// <summary>The partial tile of each level that has one, as a log of this size serves them; copies.</summary>
    public IEnumerable<(TileAt At, byte[] Hashes)> Partials()
    {
        for (var level = 0; level < Levels; level++)
        {
            if (widths[level] == 0) continue;
            yield return (new TileAt(level, TileAt.Whole(Size, level) / TileAt.FullWidth, widths[level]), Present(level).ToArray());
        }
    }

    /// <summary>The same edge once more, without its listener: to try an append that may fail. At most 8 KiB for each level.</summary>
    public Edge Copy() => new(this);

    private ReadOnlySpan<byte> Present(int level) => Room(level).AsSpan(0, widths[level] * Merkle.HashBytes);

    private byte[] Room(int level) => hashes[level] ??= new byte[TileAt.FullWidth * Merkle.HashBytes];
}
