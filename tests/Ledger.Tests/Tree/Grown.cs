using System.Buffers.Binary;
using Faubourg.Ledger.Tree;

namespace Faubourg.Ledger.Tests.Tree;

/// <summary>A log that grew entry by entry through an <see cref="Edge"/>, with the tiles it left behind.</summary>
internal sealed class Grown : ITiles
{
    private readonly Dictionary<TileAt, byte[]> tiles = [];
    private readonly Edge edge = new();

    public Grown(long size, int seed = 0)
    {
        edge.OnFull = tiles.Add;
        while (edge.Size < size)
        {
            var hash = LeafHash.Of(Entry(edge.Size, seed));
            Leaves.Add(hash);
            edge.Append(hash);
        }

        foreach (var (at, hashes) in edge.Partials()) tiles.Add(at, hashes);
    }

    public List<byte[]> Leaves { get; } = [];

    public Edge Edge => edge;

    public IReadOnlyDictionary<TileAt, byte[]> Tiles => tiles;

    /// <summary>Entries of different lengths, 0 among them.</summary>
    public static byte[] Entry(long index, int seed = 0)
    {
        var entry = new byte[index % 7 * 30];
        if (entry.Length > 0) BinaryPrimitives.WriteInt64BigEndian(entry, index + ((long)seed << 40));
        return entry;
    }

    public ReadOnlyMemory<byte> Tile(TileAt at) => tiles.TryGetValue(at, out var hashes) ? hashes : throw new LedgerException($"no {at.Path}");
}
