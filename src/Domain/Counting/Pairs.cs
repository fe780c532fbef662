using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Faubourg.Domain.Counting;

/// <summary>The square table of a ranked vote: for each two candidates, on how many ballots the first stands before the second.</summary>
/// <remarks>Not for several threads at once while ballots are added.</remarks>
public sealed class Pairs
{
    private readonly long[] cells;
    private readonly long[] places;

    /// <param name="candidates">How many there are, from 0; they are numbered from 0.</param>
    public Pairs(int candidates)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(candidates);
        Candidates = candidates;
        cells = new long[checked(candidates * candidates)];
        places = new long[candidates];
    }

    public int Candidates { get; }

    /// <summary>How many ballots were cast, blank ones with them.</summary>
    public long Ballots { get; private set; }

    /// <summary>On how many ballots <paramref name="a"/> stands before <paramref name="b"/>.</summary>
    public long this[int a, int b] => cells[a * Candidates + Known(b)];

    /// <summary>The whole table, row after row: the first row says how often candidate 0 stands before each.</summary>
    public ImmutableArray<long> Rows => [.. cells];

    /// <summary>Adds ballots that say the same.</summary>
    /// <param name="ranks">
    /// The rank of each candidate: 1 is best, equal ranks are allowed, and ranks may be left out between. 0 is "not ranked": below
    /// all that are ranked, and equal among themselves. A ballot of zeros is blank: it is cast, and moves nothing.
    /// </param>
    /// <param name="times">How many say so; at least 1.</param>
    /// <exception cref="ArgumentException">Not one rank for each candidate, or one under 0.</exception>
    /// <exception cref="OverflowException">More ballots than 2^63 - 1; nothing was added.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a count may be over before the compiler notices how often it comes here
    public void Add(ReadOnlySpan<int> ranks, long times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        if (ranks.Length != Candidates) throw new ArgumentException("One rank for each candidate.", nameof(ranks));
        for (var c = 0; c < ranks.Length; c++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(ranks[c], nameof(ranks));
            places[c] = ranks[c] == 0 ? long.MaxValue : ranks[c];
        }

        // No cell can be more than all ballots, so this one sum is the only one that has to be watched.
        Ballots = checked(Ballots + times);
        for (var a = 0; a < ranks.Length; a++)
            if (ranks[a] != 0) AddBefore(places[a], cells.AsSpan(a * Candidates, Candidates), times);
    }

    /// <summary>Adds to each cell of a row whose candidate stands after that place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddBefore(long place, Span<long> row, long times)
    {
        var (wide, b) = (Vector<long>.Count, 0);
        var (mine, many) = (new Vector<long>(place), new Vector<long>(times));
        for (; b <= row.Length - wide; b += wide)
        {
            var after = Vector.LessThan(mine, new Vector<long>(places, b));
            (new Vector<long>(row[b..]) + (after & many)).CopyTo(row[b..]);
        }

        for (; b < row.Length; b++)
            if (place < places[b]) row[b] += times;
    }

    /// <summary>A table that somebody published.</summary>
    /// <param name="candidates">How many stood.</param>
    /// <param name="rows">The table, row after row.</param>
    /// <param name="ballots">How many were cast.</param>
    /// <returns>Null where so many ballots cannot make that table.</returns>
    public static Pairs? Parse(int candidates, ReadOnlySpan<long> rows, long ballots)
    {
        if (candidates < 0 || ballots < 0 || rows.Length != (long)candidates * candidates) return null;
        for (var a = 0; a < candidates; a++)
        {
            if (rows[a * candidates + a] != 0) return null;
            for (var b = 0; b < a; b++)
            {
                var (one, other) = (rows[a * candidates + b], rows[b * candidates + a]);
                if (one < 0 || other < 0 || one > ballots || other > ballots - one) return null;
            }
        }

        var pairs = new Pairs(candidates) { Ballots = ballots };
        rows.CopyTo(pairs.cells);
        return pairs;
    }

    private int Known(int candidate)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)candidate, (uint)Candidates, nameof(candidate));
        return candidate;
    }
}
