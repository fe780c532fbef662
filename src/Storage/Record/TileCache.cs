using System.Collections.Concurrent;
using Faubourg.Ledger.Tree;

namespace Faubourg.Storage.Record;

/// <summary>Full tiles and bundles that were asked for lately: they never change. Any caller.</summary>
internal sealed class TileCache
{
    /// <summary>Of a quarter. A full tile is 8 KiB, a full bundle perhaps a hundred.</summary>
    private const long MostBytes = 2 << 20;

    private readonly ConcurrentDictionary<TileAt, byte[]> kept = new();
    private long bytes;

    public byte[]? Find(TileAt at) => kept.GetValueOrDefault(at);

    /// <summary>When there is no room, all of it goes: whoever reads a whole log comes by once.</summary>
    public void Keep(TileAt at, byte[] tile)
    {
        if (tile.Length > MostBytes || !kept.TryAdd(at, tile)) return;
        if (Interlocked.Add(ref bytes, tile.Length) <= MostBytes) return;
        kept.Clear();
        Interlocked.Exchange(ref bytes, 0);
    }
}
