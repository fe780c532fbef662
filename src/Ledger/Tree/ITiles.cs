namespace Faubourg.Ledger.Tree;

/// <summary>Where tiles of hashes come from: a database, a folder, a server. What it gives need not be true; who reads checks.</summary>
public interface ITiles
{
    /// <summary>
    /// The hashes of a tile, <see cref="TileAt.Bytes"/> of them, unchanged for as long as the caller looks at them.
    /// It is asked for tiles of hashes only, full or partial as the log's size has them.
    /// </summary>
    /// <exception cref="LedgerException">There is no such tile.</exception>
    ReadOnlyMemory<byte> Tile(TileAt at);
}
