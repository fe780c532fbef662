using CsCheck;
using Faubourg.Domain.Counting;

namespace Faubourg.Domain.Tests.Counting;

public sealed class LeastResistanceTests
{
    /// <summary>
    /// metagovernment.org/wiki/Systemic_Consensus: Paula, Theodora, Henry and Uwe plan a weekend with three of five activities.
    /// </summary>
    [Fact]
    public void The_weekend_of_four_friends_comes_out_as_published()
    {
        var sums = new Sums(4);
        sums.Add([8, 4, 2, 1], 1);
        sums.Add([3, 7, 4, 6], 1);
        sums.Add([0, 9, 6, 3], 1);
        sums.Add([1, 0, 2, 0], 1);
        Assert.Equal([12, 20, 14, 10], sums.Totals.AsEnumerable());
        Assert.Equal("3 > 0 > 2 > 1", Of(sums).ToString());

        // Tea time, on which Uwe said nothing: with a blank as 5 hiking is taken, with a blank as 0 tea would be.
        Assert.Equal("3 > 0 > 2 > 4 > 1", LeastResistance.Of([12, 20, 14, 10, 18], [], []).ToString());
        Assert.Equal("3 > 0 > 4 > 2 > 1", LeastResistance.Of([12, 20, 14, 10, 13], [], []).ToString());
    }

    [Theory]
    [InlineData("1 > 0", new long[] { 9, 4 }, new int[] { 3, 10 }, new long[] { 3, 1 })] // the total first
    [InlineData("1 > 0", new long[] { 4, 4 }, new int[] { 3, 2 }, new long[] { 1, 2 })] // then the highest value
    [InlineData("1 > 0", new long[] { 4, 4 }, new int[] { 2, 2 }, new long[] { 2, 1 })] // then who gave it
    [InlineData("0=1", new long[] { 4, 4 }, new int[] { 2, 2 }, new long[] { 1, 1 })] // then a lot
    public void Equal_totals_are_told_apart_by_the_highest_value_and_by_how_many_gave_it(string order, long[] sums, int[] highest, long[] at) =>
        Assert.Equal(order, LeastResistance.Of(sums, highest, at).ToString());

    [Fact]
    public void Highest_values_are_told_for_all_or_for_none() =>
        Assert.Throws<ArgumentException>(() => LeastResistance.Of([1, 2, 3], [1, 2], [1, 2]));

    [Fact]
    public void Nobody_before_the_winner_meets_less_resistance_however_one_sorts() => Profile.Of(6).Sample(profile =>
    {
        var sums = profile.Sums;
        var order = Of(sums).Order;
        // Sorted by the slowest way there is: each one's place is how many are better.
        for (var c = 0; c < profile.Candidates; c++)
        {
            var better = Enumerable.Range(0, profile.Candidates).Count(o => Compare(sums, o, c) < 0);
            var before = order.TakeWhile(together => !together.Contains(c)).Sum(together => together.Length);
            Assert.Equal(better, before);
        }
    }, iter: Profile.Iterations);

    [Fact]
    public void Less_resistance_never_lowers_a_winner() => Gen.Select(Profile.Of(5), Gen.Int[0, 1_000_000]).Sample((profile, chance) =>
    {
        foreach (var winner in Of(profile.Sums).Winners)
        {
            var random = new Random(chance);
            // A smaller total wins whatever the highest values are; where nothing changed, nothing may.
            var eased = profile.With(values => [.. values.Select((v, c) => c == winner && v > 0 ? v - random.Next(2) : v)]);
            Assert.Contains(winner, Of(eased.Sums).Winners);
        }
    }, iter: Profile.Iterations);

    private static Ranking Of(Sums sums) => LeastResistance.Of(sums.Totals.AsSpan(), sums.Highest.AsSpan(), sums.AtHighest.AsSpan());

    private static int Compare(Sums sums, int a, int b)
    {
        if (sums.Totals[a] != sums.Totals[b]) return sums.Totals[a].CompareTo(sums.Totals[b]);
        if (sums.Highest[a] != sums.Highest[b]) return sums.Highest[a].CompareTo(sums.Highest[b]);
        return sums.AtHighest[a].CompareTo(sums.AtHighest[b]);
    }
}
