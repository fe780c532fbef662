using Faubourg.Ledger;
using Faubourg.Ledger.Tree;

namespace Faubourg.Verify.Files;

/// <summary>
/// Tiles and bundles of a record. Where a partial one is missing, the beginning of the full one serves: a log may drop partial
/// tiles once they are full (C2SP tlog-tiles, "Partial Tiles").
/// </summary>
internal sealed class RecordTiles(IFiles files) : ITiles
{
    private byte[] buffer = new byte[TileAt.FullWidth * Merkle.HashBytes];

    public ReadOnlyMemory<byte> Tile(TileAt at) => Hashes(at).ToArray();

    /// <summary>The hashes of a tile, until the next is read.</summary>
    /// <exception cref="LedgerException">It is missing, or of another length than it says.</exception>
    public ReadOnlySpan<byte> Hashes(TileAt at)
    {
        var read = files.Read(at.Path, ref buffer);
        if (read < 0 && !at.IsFull)
        {
            read = files.Read((at with { Width = TileAt.FullWidth }).Path, ref buffer);
            if (read == TileAt.FullWidth * Merkle.HashBytes) read = at.Bytes;
        }

        if (read < 0) throw new LedgerException($"{at.Path} is missing");
        return read == at.Bytes ? buffer.AsSpan(0, read) : throw new LedgerException($"{at.Path} has {read} bytes, not {at.Bytes}");
    }
}
