using System.Collections.Concurrent;
using Faubourg.Domain;
using Faubourg.Ledger;
using Faubourg.Storage.Codec;

namespace Faubourg.Storage.Sqlite;

/// <summary>Leaves to the events they stand for, a stretch ahead of whoever takes them: on one core the next are read while on another the last ones become state.</summary>
internal sealed class Decoding(IReadOnlyList<Leaf> leaves, IReadOnlyDictionary<long, Dictionary<string, Text>> texts)
{
    private const int Stretch = 512;

    private const int StretchesAhead = 8;

    private readonly Dictionary<long, HashSet<string>> erased = leaves.SelectMany(LeafCodec.Erases)
        .ToLookup(t => t.Seq, t => t.Name)
        .ToDictionary(t => t.Key, t => t.ToHashSet(StringComparer.Ordinal));

    /// <summary>One for each leaf, in their order; null for a kind that only a later program knows.</summary>
    public IEnumerable<PublicEvent?> InOrder()
    {
        using var ready = new BlockingCollection<PublicEvent?[]>(StretchesAhead);
        using var enough = new CancellationTokenSource();
        var reading = Task.Run(() => Read(ready, enough.Token));
        try
        {
            foreach (var stretch in ready.GetConsumingEnumerable())
                foreach (var happened in stretch)
                    yield return happened;
        }
        finally
        {
            // Whoever stops early leaves nobody waiting; and what was wrong with a leaf is said here.
            enough.Cancel();
            reading.GetAwaiter().GetResult();
        }
    }

    private void Read(BlockingCollection<PublicEvent?[]> ready, CancellationToken enough)
    {
        try
        {
            for (var from = 0; from < leaves.Count && !enough.IsCancellationRequested; from += Stretch)
            {
                var stretch = new PublicEvent?[Math.Min(Stretch, leaves.Count - from)];
                for (var n = 0; n < stretch.Length; n++) stretch[n] = Read(leaves[from + n]);
                ready.Add(stretch, enough);
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody wants the rest.
        }
        finally
        {
            ready.CompleteAdding();
        }
    }

    private PublicEvent? Read(Leaf leaf) => LeafCodec.Read(leaf, texts.GetValueOrDefault(leaf.Seq), erased.GetValueOrDefault(leaf.Seq));
}
