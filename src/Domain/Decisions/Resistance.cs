using System.Collections.Immutable;
using Faubourg.Domain.Counting;

namespace Faubourg.Domain.Decisions;

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
    /// <param name="highest">Highest value anybody gave to each; empty where it was not told.</param>
    /// <param name="atHighest">How many gave it; empty likewise.</param>
    public static ImmutableArray<int> Least(
        ImmutableArray<int> options, ImmutableArray<int> sums, ImmutableArray<int> highest, ImmutableArray<int> atHighest) =>
    [
        .. LeastResistance.Of([.. sums.Select(sum => (long)sum)], highest.AsSpan(), [.. atHighest.Select(many => (long)many)])
            .Winners.Select(place => options[place]),
    ];
}
