using System.Collections.Concurrent;

namespace Faubourg.Storage.Record;

/// <summary>
/// Lines of disclosures.jsonl as they were last read, in parts of so many entries. Whoever reads them, any caller; kept and forgotten only
/// in the quarter's own loop, so that nothing erased is kept after it.
/// </summary>
internal sealed class KeptLines
{
    /// <summary>In a part.</summary>
    public const int Entries = 256;

    /// <summary>Of a quarter; a busy one writes some 125 KiB a year.</summary>
    private const long MostBytes = 4 << 20;

    private readonly ConcurrentDictionary<long, byte[]> parts = new();
    private long bytes;

    public byte[]? Find(long part) => parts.GetValueOrDefault(part);

    /// <summary>What finds no room is read anew each time.</summary>
    public void Keep(long part, byte[] lines)
    {
        if (bytes + lines.Length <= MostBytes && parts.TryAdd(part, lines)) bytes += lines.Length;
    }

    /// <summary>Something was erased.</summary>
    public void Forget()
    {
        parts.Clear();
        bytes = 0;
    }
}
