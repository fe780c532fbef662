using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Faubourg.Domain.Counting;

/// <summary>
/// Between each two candidates the strongest chain of victories. A chain is as strong as the weakest victory in it, and the
/// strongest chain is the one whose weakest victory is strongest.
/// </summary>
public sealed class StrongestPaths
{
    private readonly Pairs pairs;
    private readonly Strength[] scale;
    private readonly int[] paths;

    private StrongestPaths(Pairs pairs)
    {
        this.pairs = pairs;
        scale = Scale(pairs);
        paths = new int[pairs.Candidates * pairs.Candidates];
    }

    public int Candidates => pairs.Candidates;

    /// <summary>How strong the strongest path is; <see cref="Strength.None"/> where there is none, and from a candidate to itself.</summary>
    public Strength this[int from, int to] => from == to ? Strength.None : scale[paths[At(from, to)]];

    /// <summary>Whether the strongest path there is stronger than the one back.</summary>
    public bool Beats(int one, int other) => paths[At(one, other)] > paths[At(other, one)];

    public static StrongestPaths Of(Pairs pairs)
    {
        var found = new StrongestPaths(pairs);
        found.Begin();
        found.Widen();
        return found;
    }

    /// <summary>
    /// The candidates along a strongest path, both ends with them, as few as can be; empty where there is no path. The table of pairs
    /// must still be the one that the paths were found in.
    /// </summary>
    public ImmutableArray<int> Route(int from, int to)
    {
        if (from == to || paths[At(from, to)] == 0) return [];
        var cameFrom = new int?[Candidates];
        var next = new Queue<int>([from]);
        while (cameFrom[to] is null)
        {
            var here = next.Dequeue();
            for (var c = 0; c < Candidates; c++)
            {
                if (c == from || cameFrom[c] is not null || Victory(pairs, here, c) < this[from, to]) continue;
                cameFrom[c] = here;
                next.Enqueue(c);
            }
        }

        var route = new Stack<int>();
        for (var c = to; c != from; c = cameFrom[c]!.Value) route.Push(c);
        return [from, .. route];
    }

    /// <summary>Every strength that occurs, the weakest first. Their places on this scale are compared in their stead, being short numbers.</summary>
    private static Strength[] Scale(Pairs pairs)
    {
        var met = new Strength[1 + Victories(pairs)];
        var at = 0;
        for (var a = 0; a < pairs.Candidates; a++)
            for (var b = 0; b < pairs.Candidates; b++)
                if (pairs[a, b] > pairs[b, a]) met[++at] = Victory(pairs, a, b);
        Array.Sort(met);
        var kinds = 1;
        for (var i = 1; i < met.Length; i++)
            if (met[i] != met[kinds - 1]) met[kinds++] = met[i];
        Array.Resize(ref met, kinds);
        return met;
    }

    private static int Victories(Pairs pairs)
    {
        var victories = 0;
        for (var a = 0; a < pairs.Candidates; a++)
            for (var b = 0; b < pairs.Candidates; b++)
                if (pairs[a, b] > pairs[b, a]) victories++;
        return victories;
    }

    private static Strength Victory(Pairs pairs, int a, int b) =>
        pairs[a, b] > pairs[b, a] ? new Strength(pairs[a, b], pairs[b, a]) : Strength.None;

    /// <summary>At first there are paths of one victory only.</summary>
    private void Begin()
    {
        for (var a = 0; a < Candidates; a++)
            for (var b = 0; b < Candidates; b++)
                if (pairs[a, b] > pairs[b, a]) paths[At(a, b)] = Array.BinarySearch(scale, Victory(pairs, a, b));
    }

    /// <summary>Floyd and Warshall's three loops: a path from one to another may lead through each candidate in turn.</summary>
    private void Widen()
    {
        for (var through = 0; through < Candidates; through++)
            for (var from = 0; from < Candidates; from++)
                if (paths[At(from, through)] is var there and > 0 && from != through) Widen(Row(from), there, Row(through));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // as in Pairs
    private static void Widen(Span<int> row, int there, ReadOnlySpan<int> on)
    {
        var (wide, b) = (Vector<int>.Count, 0);
        var most = new Vector<int>(there);
        for (; b <= row.Length - wide; b += wide)
            Vector.Max(new Vector<int>(row[b..]), Vector.Min(most, new Vector<int>(on[b..]))).CopyTo(row[b..]);
        for (; b < row.Length; b++) row[b] = Math.Max(row[b], Math.Min(there, on[b]));
    }

    private Span<int> Row(int candidate) => paths.AsSpan(candidate * Candidates, Candidates);

    private int At(int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)to, (uint)Candidates, nameof(to));
        return from * Candidates + to;
    }
}
