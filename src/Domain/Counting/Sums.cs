using System.Collections.Immutable;

namespace Faubourg.Domain.Counting;

/// <summary>Ballots that give each candidate a number, added up: ticks, scores, resistance, single votes.</summary>
public sealed class Sums
{
    private readonly long[] totals, atHighest;
    private readonly int[] highest;

    /// <param name="candidates">How many there are; they are numbered from 0.</param>
    public Sums(int candidates) => (totals, atHighest, highest) = (new long[candidates], new long[candidates], new int[candidates]);

    /// <summary>How many ballots were cast, blank ones with them.</summary>
    public long Ballots { get; private set; }

    public ImmutableArray<long> Totals => [.. totals];

    /// <summary>The highest number that anybody gave to each; 0 before any ballot.</summary>
    public ImmutableArray<int> Highest => [.. highest];

    /// <summary>How many gave it.</summary>
    public ImmutableArray<long> AtHighest => [.. atHighest];

    /// <summary>Adds ballots that say the same.</summary>
    /// <param name="values">One number for each candidate, at least 0.</param>
    /// <param name="times">How many say so; at least 1.</param>
    /// <exception cref="ArgumentException">Not one number for each candidate, or one under 0.</exception>
    /// <exception cref="OverflowException">A sum is more than 2^63 - 1; what was added before is then of no use.</exception>
    public void Add(ReadOnlySpan<int> values, long times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        if (values.Length != totals.Length) throw new ArgumentException("One number for each candidate.", nameof(values));
        foreach (var value in values) ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(values));
        Ballots = checked(Ballots + times);
        for (var c = 0; c < values.Length; c++)
        {
            totals[c] = checked(totals[c] + checked(values[c] * times));
            if (values[c] > highest[c]) (highest[c], atHighest[c]) = (values[c], 0);
            if (values[c] == highest[c]) atHighest[c] = checked(atHighest[c] + times);
        }
    }
}
