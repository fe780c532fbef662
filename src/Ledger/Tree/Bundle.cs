using System.Buffers.Binary;

namespace Faubourg.Ledger.Tree;

/// <summary>A bundle of entries: each with its length in front, in two bytes, the greater first (C2SP tlog-tiles, "Log entries").</summary>
public static class Bundle
{
    private const int LengthBytes = sizeof(ushort);

    /// <exception cref="LedgerException">More than 256 entries, or one longer than <see cref="Limits.EntryBytes"/>.</exception>
    public static byte[] Write(IEnumerable<byte[]> entries)
    {
        var all = entries.ToList();
        if (all.Count > TileAt.FullWidth) throw new LedgerException($"{all.Count} entries in one bundle");
        if (all.Any(entry => entry.Length > Limits.EntryBytes)) throw new LedgerException("an entry too long for a bundle");
        var bundle = new byte[all.Sum(entry => LengthBytes + entry.Length)];
        var rest = bundle.AsSpan();
        foreach (var entry in all)
        {
            BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)entry.Length);
            entry.CopyTo(rest[LengthBytes..]);
            rest = rest[(LengthBytes + entry.Length)..];
        }

        return bundle;
    }

    /// <summary>The entries, as parts of the bundle's own memory. How many there must be is for the caller to see.</summary>
    /// <exception cref="LedgerException">Cut off within an entry, or more than 256 of them.</exception>
    public static List<ReadOnlyMemory<byte>> Read(ReadOnlyMemory<byte> bundle)
    {
        var entries = new List<ReadOnlyMemory<byte>>();
        for (var rest = bundle; !rest.IsEmpty;)
        {
            if (entries.Count == TileAt.FullWidth) throw new LedgerException("a bundle of more than 256 entries");
            if (rest.Length < LengthBytes) throw new LedgerException("a bundle cut off within a length");
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest.Span);
            if (rest.Length - LengthBytes < length) throw new LedgerException($"a bundle cut off within entry {entries.Count}");
            entries.Add(rest.Slice(LengthBytes, length));
            rest = rest[(LengthBytes + length)..];
        }

        return entries;
    }
}
