using System.Numerics;

namespace Faubourg.Ledger.Tree;

/// <summary>Hashes of parts of a tree of a given size, read from its tiles. One for each question asked: it keeps the last tile of each level.</summary>
internal sealed class Subtrees(ITiles tiles, long size)
{
    private readonly Dictionary<int, (TileAt At, ReadOnlyMemory<byte> Hashes)> last = [];

    /// <summary>MTH(D[from:to]) of RFC 6962 §2.1, where a whole subtree as big as the range would begin at its first leaf.</summary>
    public byte[] Root(long from, long to)
    {
        var root = new byte[Merkle.HashBytes];
        var begun = false;
        Span<byte> scratch = stackalloc byte[TileAt.FullWidth / 2 * Merkle.HashBytes];
        for (var width = to - from; width > 0; width &= width - 1)
        {
            // From the right: the smallest whole subtree first, each bigger one to its left.
            var height = BitOperations.TrailingZeroCount(width);
            var subtree = Whole(from + (width & (width - 1)), height, scratch);
            if (begun) Merkle.Node(subtree, root, root);
            else subtree.CopyTo(root);
            begun = true;
        }

        return root;
    }

    /// <summary>The whole subtree of 2^height leaves that begins here: one hash of a tile, or up to 128 beside one another.</summary>
    private ReadOnlySpan<byte> Whole(long from, int height, Span<byte> scratch)
    {
        var level = height / TileAt.Height;
        var first = from >> (level * TileAt.Height);
        var part = scratch[..(Merkle.HashBytes << (height % TileAt.Height))];
        Tile(level, first / TileAt.FullWidth).Span.Slice((int)(first % TileAt.FullWidth) * Merkle.HashBytes, part.Length).CopyTo(part);
        return Merkle.Fold(part);
    }

    private ReadOnlyMemory<byte> Tile(int level, long index)
    {
        var at = TileAt.In(size, level, index) ?? throw new LedgerException($"no tile {index} at level {level} in a log of {size}");
        if (last.TryGetValue(level, out var kept) && kept.At == at) return kept.Hashes;
        var hashes = Checked(tiles, at);
        last[level] = (at, hashes);
        return hashes;
    }

    /// <exception cref="LedgerException">There is none, or it is of another length.</exception>
    public static ReadOnlyMemory<byte> Checked(ITiles tiles, TileAt at)
    {
        var hashes = tiles.Tile(at);
        return hashes.Length == at.Bytes ? hashes : throw new LedgerException($"{at.Path} has {hashes.Length} bytes instead of {at.Bytes}");
    }
}
