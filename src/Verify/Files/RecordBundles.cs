using System.Buffers.Binary;
using Faubourg.Ledger;
using Faubourg.Ledger.Tree;

namespace Faubourg.Verify.Files;

/// <summary>The entries of a record, bundle by bundle, in one buffer.</summary>
internal sealed class RecordBundles(IFiles files)
{
    private readonly ReadOnlyMemory<byte>[] entries = new ReadOnlyMemory<byte>[TileAt.FullWidth];
    private byte[] buffer = new byte[1 << 16];
    private int length;

    /// <summary>The bytes of the bundle read last, from its first entry to the last that was asked for.</summary>
    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, length);

    /// <summary>Its entries, until the next is read.</summary>
    /// <exception cref="LedgerException">It is missing, cut off, or holds another number of entries.</exception>
    public ReadOnlySpan<ReadOnlyMemory<byte>> Read(TileAt at)
    {
        var full = at with { Width = TileAt.FullWidth };
        var (read, longer) = (files.Read(at.Path, ref buffer), false);
        if (read < 0 && !at.IsFull) (read, longer) = (files.Read(full.Path, ref buffer), true);
        if (read < 0) throw new LedgerException($"{at.Path} is missing");
        length = 0;
        for (var i = 0; i < at.Width; i++) entries[i] = Next(at, i, read);
        if (!longer && length != read) throw new LedgerException($"{at.Path} holds more than its {at.Width} entries");
        return entries.AsSpan(0, at.Width);
    }

    private ReadOnlyMemory<byte> Next(TileAt at, int index, int read)
    {
        if (length == read) throw new LedgerException($"{at.Path} holds {index} entries, not {at.Width}");
        if (read - length < sizeof(ushort)) throw new LedgerException($"{at.Path} is cut off within entry {FirstOf(at) + index}");
        var size = BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(length));
        length += sizeof(ushort);
        if (read - length < size) throw new LedgerException($"{at.Path} is cut off within entry {FirstOf(at) + index}");
        var entry = buffer.AsMemory(length, size);
        length += size;
        return entry;
    }

    private static long FirstOf(TileAt at) => at.Index * TileAt.FullWidth;
}
