using System.Collections.Concurrent;
using System.Text.Json;
using Faubourg.Storage.Record;

namespace Faubourg.Web.Record;

/// <summary>
/// Where in a record to look: which entries speak of which council, and which took out words. Read once from the entries, then only
/// what was added since; it holds numbers and fingerprints, no words.
/// </summary>
public sealed class RecordIndex
{
    private const int AtOnce = 512;

    private readonly Lock _turn = new();
    private readonly Dictionary<int, List<long>> _councils = [];
    private readonly Dictionary<int, long> _dissolved = [];
    private readonly ConcurrentDictionary<string, Erasure> _erasures = new(StringComparer.Ordinal);
    private Task _reading = Task.CompletedTask;
    private long _size;

    /// <summary>By digest.</summary>
    public IReadOnlyDictionary<string, Erasure> Erasures => _erasures;

    /// <summary>Reads on until so many entries are known, or there are no more.</summary>
    public Task Reach(IRecord record, long size, CancellationToken ct)
    {
        if (Volatile.Read(ref _size) >= size) return Task.CompletedTask;
        lock (_turn)
        {
            _reading = Read(_reading, record, size);
            return _reading.WaitAsync(ct);
        }
    }

    /// <summary>One reads at a time; what failed for somebody before is no reason not to try.</summary>
    private async Task Read(Task before, IRecord record, long size)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (_size < size)
        {
            var entries = await record.Entries(_size, (int)Math.Min(AtOnce, size - _size), CancellationToken.None);
            if (entries.IsEmpty) return;
            lock (_councils)
                foreach (var entry in entries) Note(entry);
            Volatile.Write(ref _size, _size + entries.Length);
        }
    }

    /// <summary>How many entries speak of the council.</summary>
    public int Count(int council)
    {
        lock (_councils) return _councils.TryGetValue(council, out var all) ? all.Count : 0;
    }

    /// <summary>The entry that says that the council is over; null while there is none.</summary>
    public long? Dissolved(int council)
    {
        lock (_councils) return _dissolved.TryGetValue(council, out var seq) ? seq : null;
    }

    /// <summary>A page of a council's entries, the newest first.</summary>
    /// <param name="before">Only entries before this one.</param>
    public RecordPage Page(int council, long before, int length)
    {
        lock (_councils)
        {
            if (!_councils.TryGetValue(council, out var all)) return new RecordPage([], null, null);
            var end = all.BinarySearch(before) is var at && at < 0 ? ~at : at;
            var from = Math.Max(0, end - length);
            long? newer = end == all.Count ? null : end + length < all.Count ? all[end + length] : long.MaxValue;
            return new RecordPage([.. Enumerable.Reverse(all[from..end])], newer, from > 0 ? all[from] : null);
        }
    }

    private void Note(RecordEntry entry)
    {
        var reader = new Utf8JsonReader(entry.Bytes);
        (int Council, List<string> Digests, List<string> Fields, List<string> Ground, bool Dissolves) seen = (0, [], [], [], false);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("council"u8)) seen.Council = Number(ref reader);
            else if (reader.ValueTextEquals("digests"u8)) Words(ref reader, seen.Digests);
            else if (reader.ValueTextEquals("fields"u8) || reader.ValueTextEquals("field"u8)) Words(ref reader, seen.Fields);
            else if (reader.ValueTextEquals("type"u8)) seen.Dissolves = reader.Read() && reader.ValueTextEquals("council.dissolved"u8);
            else if (reader.ValueTextEquals("ground"u8)) Words(ref reader, seen.Ground);
            else reader.Skip();
        }

        if (seen.Council > 0) Add(seen.Council, entry.Seq);
        if (seen.Dissolves) _dissolved[seen.Council] = entry.Seq;
        for (var n = 0; n < seen.Digests.Count; n++)
            _erasures[seen.Digests[n]] = new Erasure(
                entry.Seq, seen.Fields.Count == seen.Digests.Count ? seen.Fields[n] : null, seen.Ground is ["law"]);
    }

    private void Add(int council, long seq)
    {
        if (!_councils.TryGetValue(council, out var all)) _councils[council] = all = [];
        all.Add(seq);
    }

    private static int Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number)) return number;
        reader.Skip();
        return 0;
    }

    private static void Words(ref Utf8JsonReader reader, List<string> into)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String) into.Add(reader.GetString()!);
        if (reader.TokenType != JsonTokenType.StartArray) return;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            if (reader.TokenType == JsonTokenType.String) into.Add(reader.GetString()!);
            else reader.Skip();
    }
}
