using Faubourg.Ledger;
using Faubourg.Ledger.Tree;

namespace Faubourg.Storage.Sqlite;

/// <summary>
/// The tiles of the tree at the last checkpoint, one row each. Full ones are final. The row of a partial one holds its present
/// width; narrower ones, of earlier checkpoints, are its beginning.
/// </summary>
internal sealed class StoredTiles(Statements sql) : ITiles
{
    public ReadOnlyMemory<byte> Tile(TileAt at) =>
        Stored(at) is { } stored && stored.Length >= at.Width * Merkle.HashBytes
            ? stored.AsMemory(0, at.Width * Merkle.HashBytes)
            : throw new LedgerException($"There is no {at.Path}.");

    public byte[]? Stored(TileAt at) => (byte[]?)sql.One("SELECT hashes FROM tile WHERE level = ?1 AND n = ?2", at.Level, at.Index);

    /// <summary>
    /// A tile exists for others once a signed tree has it, and a partial one only in the widths that some signed tree had
    /// (tlog-tiles, "Partial tiles"): a width that was never published would say how many leaves came between two checkpoints.
    /// </summary>
    public bool IsPublished(TileAt at)
    {
        // Leaves under one hash of the tile, and the sizes in which it has exactly this width.
        if (Leaves(Math.Max(at.Level, 0)) is not { } under) return false;
        var from = ((Int128)at.Index * TileAt.FullWidth + at.Width) * under;
        if (from > long.MaxValue) return false;
        return at.Width == TileAt.FullWidth
            ? sql.One("SELECT 1 FROM checkpoint WHERE size >= ?1 LIMIT 1", (long)from) is not null
            : sql.One("SELECT 1 FROM checkpoint WHERE size >= ?1 AND size < ?2 LIMIT 1", (long)from, (long)Int128.Min(from + under, long.MaxValue)) is not null;
    }

    /// <summary>256^level; null beyond what a log can hold.</summary>
    private static long? Leaves(int level) => level <= 7 ? 1L << (8 * level) : null;
}
