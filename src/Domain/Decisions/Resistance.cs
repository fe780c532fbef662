using System.Collections.Immutable;

namespace Faubourg.Domain.Decisions;

/// <summary>How resistance is shown: no, one or two hands in the room, or 0 to 10 on phones.</summary>
public enum CountBy { Hands, Phones }

public enum Phase { Open, Checking, Tied }

/// <summary>A count of resistance under way. Option 0 is "leave things as they are".</summary>
public sealed record OpenCount(CountBy By, ImmutableArray<int> Options)
{
    public Phase Phase { get; init; } = Phase.Open;

    /// <summary>Since when ballots are taken.</summary>
    public NodaTime.Instant Since { get; init; }

    /// <summary>Phones: each seat's ballot. Gone when the count closes.</summary>
    public ImmutableSortedDictionary<int, Ballot> Ballots { get; init; } = ImmutableSortedDictionary<int, Ballot>.Empty;

    /// <summary>Phones: the ballots by receipt, for a minute of "is mine there?".</summary>
    public ImmutableArray<Ballot> Rows { get; init; } = [];

    public NodaTime.Instant CheckUntil { get; init; }

    /// <summary>Hands: what each teller's device typed.</summary>
    public ImmutableSortedDictionary<string, HandsTold> Told { get; init; } = ImmutableSortedDictionary<string, HandsTold>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Options with the same least resistance.</summary>
    public ImmutableArray<int> TiedOptions { get; init; } = [];

    /// <summary>Which of them came out of the hat, by device that typed it.</summary>
    public ImmutableSortedDictionary<string, int> TieTyped { get; init; } = ImmutableSortedDictionary<string, int>.Empty.WithComparers(StringComparer.Ordinal);

    public bool Doubted { get; init; }
}

/// <param name="Receipt">128 random bits, 22 base64url characters.</param>
/// <param name="Values">0 to 10, in the order of the options.</param>
public sealed record Ballot(string Receipt, ImmutableArray<int> Values);

/// <param name="One">One hand, in the order of the options.</param>
/// <param name="Two">Two hands, in the order of the options.</param>
public sealed record HandsTold(ImmutableArray<int> One, ImmutableArray<int> Two)
{
    public bool Same(HandsTold other) => One.AsSpan().SequenceEqual(other.One.AsSpan()) && Two.AsSpan().SequenceEqual(other.Two.AsSpan());
}

/// <summary>The arithmetic of systemic consensing (systemic-consensing.at): the least total resistance is taken.</summary>
public static class Resistance
{
    /// <summary>Totals, in the order of the options.</summary>
    public static ImmutableArray<int> Sums(int options, IEnumerable<Ballot> ballots)
    {
        var sums = new int[options];
        foreach (var ballot in ballots)
            for (var i = 0; i < options; i++) sums[i] += ballot.Values[i];
        return [.. sums];
    }

    /// <summary>Two hands weigh twice one hand.</summary>
    public static ImmutableArray<int> Sums(HandsTold told) => [.. told.One.Zip(told.Two, (one, two) => one + 2 * two)];

    /// <summary>The options with the least total; of them those with the lower highest value, then with fewer of it.</summary>
    /// <param name="options">Option numbers.</param>
    /// <param name="sums">Totals.</param>
    /// <param name="highest">Highest value anybody gave to each.</param>
    /// <param name="atHighest">How many gave it.</param>
    public static ImmutableArray<int> Least(
        ImmutableArray<int> options, ImmutableArray<int> sums, ImmutableArray<int> highest, ImmutableArray<int> atHighest)
    {
        var ranked = options.Select((o, i) => (Option: o, Key: (sums[i], highest[i], atHighest[i]))).ToArray();
        var least = ranked.Min(r => r.Key);
        return [.. ranked.Where(r => r.Key == least).Select(r => r.Option)];
    }
}
