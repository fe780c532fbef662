using Faubourg.Ledger.Tree;

namespace Faubourg.Ledger.Tests.Tree;

/// <summary>The tiles of a log as long as one likes, all of whose entries are empty: a subtree's hash follows from its height.</summary>
internal sealed class Uniform : ITiles
{
    private static readonly byte[][] ByHeight = Heights();

    public static byte[] Leaf => ByHeight[0];

    public ReadOnlyMemory<byte> Tile(TileAt at) => Enumerable.Repeat(ByHeight[at.Level * TileAt.Height], at.Width).SelectMany(hash => hash).ToArray();

    private static byte[][] Heights()
    {
        var hashes = new List<byte[]> { LeafHash.Of([]) };
        for (var height = 1; height < 63; height++)
        {
            var node = new byte[Merkle.HashBytes];
            Merkle.Node(hashes[^1], hashes[^1], node);
            hashes.Add(node);
        }

        return [.. hashes];
    }
}
