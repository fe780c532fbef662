using CsCheck;
using Faubourg.Domain.Counting;

namespace Faubourg.Domain.Tests.Counting;

/// <summary>Approval, score and majority: what is added up, and what holds in every electorate.</summary>
public sealed class SumsTests
{
    private static readonly Func<long[], Ranking>[] Counts = [s => Approval.Of(s), s => Score.Of(s), s => Majority.Of(s)];

    [Fact]
    public void Sums_and_highest_values_are_those_of_the_ballots() => Profile.Of(8).Sample(profile =>
    {
        var sums = profile.Sums;
        Assert.Equal(profile.Ballots.Sum(b => b.Times), sums.Ballots);
        for (var c = 0; c < profile.Candidates; c++)
        {
            var highest = profile.Ballots.Select(b => b.Ranks[c]).DefaultIfEmpty(0).Max();
            Assert.Equal(profile.Ballots.Sum(b => (long)b.Ranks[c] * b.Times), sums.Totals[c]);
            Assert.Equal(highest, sums.Highest[c]);
            Assert.Equal(profile.Ballots.Where(b => b.Ranks[c] == highest).Sum(b => b.Times), sums.AtHighest[c]);
        }
    }, iter: Profile.Iterations);

    [Fact]
    public void The_most_stand_first_and_equal_sums_stand_equal()
    {
        foreach (var count in Counts)
        {
            Assert.Equal("1=3 > 0 > 2", count([5, 9, 0, 9]).ToString());
            Assert.Equal("0=1", count([0, 0]).ToString());
            Assert.Equal("1 > 0", count([long.MinValue, long.MaxValue]).ToString());
            Assert.Empty(count([]).Winners);
        }
    }

    [Fact]
    public void Two_electorates_that_agree_on_winners_keep_them_together() =>
        Gen.Select(Profile.Of(5, 5), Profile.Of(5, 5)).Sample((one, other) =>
        {
            var both = new Profile(5, [.. one.Ballots, .. other.Ballots]);
            foreach (var count in Counts)
            {
                int[] common = [.. count([.. one.Sums.Totals]).Winners.Intersect(count([.. other.Sums.Totals]).Winners)];
                if (common.Length > 0) Assert.Equal(common, count([.. both.Sums.Totals]).Winners.AsEnumerable());
            }
        }, iter: Profile.Iterations);

    [Fact]
    public void Neither_the_order_of_candidates_nor_that_of_ballots_counts() =>
        Gen.Select(Profile.Of(6), Gen.Int[0, 1_000_000]).Sample((profile, chance) =>
        {
            var numbers = Enumerable.Range(0, profile.Candidates).ToArray();
            new Random(chance).Shuffle(numbers);
            var other = profile.With(ranks => [.. Enumerable.Range(0, ranks.Length).Select(c => ranks[Array.IndexOf(numbers, c)])]);
            other.Ballots.AsSpan().Reverse();
            foreach (var count in Counts)
                Assert.Equal(
                    count([.. profile.Sums.Totals]).Order.Select(together => string.Join('=', together.Select(c => numbers[c]).Order())),
                    count([.. other.Sums.Totals]).Order.Select(together => string.Join('=', together)));
        }, iter: Profile.Iterations);

    [Fact]
    public void More_points_never_lower_anybody() => Gen.Select(Profile.Of(5), Gen.Int[0, 4]).Sample((profile, which) =>
    {
        var raised = which % profile.Candidates;
        var more = profile.With(values => [.. values.Select((v, c) => c == raised ? v + 1 : v)]);
        foreach (var count in Counts)
            if (count([.. profile.Sums.Totals]).Winners.Contains(raised)) Assert.Contains(raised, count([.. more.Sums.Totals]).Winners);
    }, iter: Profile.Iterations);

    [Fact]
    public void More_than_half_is_more_than_half_of_all_ballots()
    {
        Assert.True(Majority.IsMoreThanHalf(3, 5));
        Assert.False(Majority.IsMoreThanHalf(2, 4));
        Assert.False(Majority.IsMoreThanHalf(0, 0));
        Assert.True(Majority.IsMoreThanHalf(long.MaxValue, long.MaxValue));
    }

    [Fact]
    public void Sums_that_grow_too_large_are_refused()
    {
        Assert.Throws<OverflowException>(() => new Sums(1).Add([2], long.MaxValue));
        var sums = new Sums(1);
        sums.Add([1], long.MaxValue);
        Assert.Throws<OverflowException>(() => sums.Add([0], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => sums.Add([-1], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => sums.Add([1], 0));
        Assert.Throws<ArgumentException>(() => sums.Add([1, 2], 1));
    }
}
