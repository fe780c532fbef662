using Faubourg.Domain;
using Faubourg.Ledger;
using Faubourg.Storage.Codec;

namespace Faubourg.Storage.Sqlite;

/// <summary>
/// Leaves as stored to the events they stand for, in stretches: another core reads ahead while this one makes state of what is read, and
/// whoever would wait reads a stretch itself. What is read is used at once and dropped: nothing of it grows old before the collector.
/// </summary>
/// <param name="written">Every leaf, in order.</param>
/// <param name="texts">What is still held of their texts, by leaf.</param>
internal sealed class Decoding(IReadOnlyList<byte[]> written, IReadOnlyDictionary<long, List<StoredText>> texts)
{
    private const int Length = 256;

    /// <summary>Stretches that may lie read and unused.</summary>
    private const int Ahead = 8;

    private readonly Dictionary<long, HashSet<string>> erased = written.Where(MayErase).SelectMany(bytes => LeafCodec.Erases(Leaves.Read(bytes)))
        .ToLookup(t => t.Seq, t => t.Name)
        .ToDictionary(t => t.Key, t => t.ToHashSet(StringComparer.Ordinal));

    private readonly Stretch[] stretches = [.. Enumerable.Range(0, (written.Count + Length - 1) / Length).Select(_ => new Stretch())];

    /// <summary>One for each leaf, in their order; null for a kind that only a later program knows.</summary>
    /// <exception cref="LeafException">One that is no leaf, or a text that is none.</exception>
    public IEnumerable<PublicEvent?> InOrder()
    {
        using var room = new SemaphoreSlim(Ahead);
        using var enough = new CancellationTokenSource();
        var helping = Task.Run(() => Help(room, enough.Token));
        try
        {
            for (var n = 0; n < stretches.Length; n++)
            {
                if (!TryRead(n) && !stretches[n].Read.Task.IsCompleted && n + 1 < stretches.Length) TryRead(n + 1);
                foreach (var happened in stretches[n].Read.Task.GetAwaiter().GetResult()) yield return happened;
                stretches[n] = Stretch.Used;
                room.Release();
            }
        }
        finally
        {
            // Whoever stops early leaves nobody at work.
            enough.Cancel();
            helping.GetAwaiter().GetResult();
        }
    }

    private void Help(SemaphoreSlim room, CancellationToken enough)
    {
        for (var n = 0; n < stretches.Length; n++)
        {
            try
            {
                room.Wait(enough);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            TryRead(n);
        }
    }

    /// <summary>False where somebody else reads it, or has. What is wrong with a leaf is told to whoever wants its stretch.</summary>
    private bool TryRead(int n)
    {
        var stretch = stretches[n];
        if (!stretch.Claim()) return false;
        try
        {
            var events = new PublicEvent?[Math.Min(Length, written.Count - n * Length)];
            for (var i = 0; i < events.Length; i++) events[i] = Read(Leaves.Read(written[n * Length + i]));
            stretch.Read.SetResult(events);
        }
        catch (Exception broken)
        {
            stretch.Read.SetException(broken);
        }

        return true;
    }

    private PublicEvent? Read(Leaf leaf) =>
        LeafCodec.Read(leaf, texts.TryGetValue(leaf.Seq, out var stored) ? stored.ToDictionary(t => t.Name, t => t.Read(), StringComparer.Ordinal) : null, erased.GetValueOrDefault(leaf.Seq));

    /// <summary>Leaves that erase are few, and say so in a field of their own: the others need not be read for that.</summary>
    private static bool MayErase(byte[] leaf) => leaf.AsSpan().IndexOf(LeafCodec.DigestsField) >= 0;

    private sealed class Stretch
    {
        public static readonly Stretch Used = new() { claimed = 1 };

        private int claimed;

        public TaskCompletionSource<PublicEvent?[]> Read { get; } = new();

        public bool Claim() => Interlocked.Exchange(ref claimed, 1) == 0;
    }
}
