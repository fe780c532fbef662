using CsCheck;
using Faubourg.Domain.Counting;

namespace Faubourg.Domain.Tests.Counting;

public sealed class PairsTests
{
    [Fact]
    public void Each_pair_is_as_often_before_as_ballots_say() => Profile.Any(20).Sample(profile =>
    {
        var pairs = profile.Pairs;
        Assert.Equal(profile.Ballots.Sum(b => b.Times), pairs.Ballots);
        for (var a = 0; a < profile.Candidates; a++)
            for (var b = 0; b < profile.Candidates; b++)
                Assert.Equal(ByHand.Before(profile, a, b), pairs[a, b]);
    }, iter: Profile.Iterations / 5);

    [Fact]
    public void Who_is_not_ranked_stands_below_all_that_are_and_equal_to_the_others_who_are_not()
    {
        var pairs = new Pairs(4);
        pairs.Add([0, 7, 0, 7], 3);
        Assert.Equal((3, 3, 0, 0, 0), (pairs[1, 0], pairs[3, 2], pairs[0, 2], pairs[2, 0], pairs[0, 1]));
        Assert.Equal((0, 0), (pairs[1, 3], pairs[3, 1]));
    }

    [Fact]
    public void A_blank_ballot_is_cast_and_moves_nothing()
    {
        var pairs = new Pairs(3);
        pairs.Add([0, 0, 0], 5);
        pairs.Add([1, 1, 1], 2);
        Assert.Equal(7, pairs.Ballots);
        Assert.All(pairs.Rows, cell => Assert.Equal(0, cell));
        Assert.Equal("0=1=2", Schulze.Of(pairs).ToString());
    }

    [Fact]
    public void More_ballots_than_can_be_counted_are_refused_and_change_nothing()
    {
        var pairs = new Pairs(2);
        pairs.Add([1, 2], long.MaxValue);
        Assert.Throws<OverflowException>(() => pairs.Add([2, 1], 1));
        Assert.Equal((long.MaxValue, long.MaxValue, 0), (pairs.Ballots, pairs[0, 1], pairs[1, 0]));
    }

    [Fact]
    public void What_is_no_ballot_is_refused()
    {
        var pairs = new Pairs(2);
        Assert.Throws<ArgumentException>(() => pairs.Add([1], 1));
        Assert.Throws<ArgumentException>(() => pairs.Add([1, 2, 3], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => pairs.Add([1, -1], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => pairs.Add([1, 2], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => pairs[0, 2]);
        Assert.Equal(0, pairs.Ballots);
    }

    [Fact]
    public void A_published_table_is_read_again() => Profile.Any(7).Sample(profile =>
    {
        var pairs = profile.Pairs;
        var read = Pairs.Parse(profile.Candidates, pairs.Rows.AsSpan(), pairs.Ballots)!;
        Assert.Equal(pairs.Rows.AsEnumerable(), read.Rows.AsEnumerable());
        Assert.Equal(pairs.Ballots, read.Ballots);
    }, iter: 200);

    [Theory]
    [InlineData(2, 5, "0 3 3")] // a cell is missing
    [InlineData(2, 5, "1 3 2 0")] // somebody before themselves
    [InlineData(2, 5, "0 3 3 0")] // six said something, five were there
    [InlineData(2, 5, "0 -1 2 0")]
    [InlineData(2, 5, "0 2 -1 0")]
    [InlineData(2, 5, "0 6 0 0")]
    [InlineData(2, 5, "0 9223372036854775807 9223372036854775807 0")]
    [InlineData(2, -1, "0 0 0 0")]
    [InlineData(-1, 1, "0")]
    public void A_table_that_no_ballots_make_is_refused(int candidates, long ballots, string rows) =>
        Assert.Null(Pairs.Parse(candidates, [.. rows.Split(' ').Select(long.Parse)], ballots));
}
