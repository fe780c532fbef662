using CsCheck;
using Faubourg.Domain.Counting.PrefLib;

namespace Faubourg.Domain.Tests.Counting.PrefLib;

/// <summary>What a place is worth, by method and kind of file: docs/decisions/0017-what-a-count-counts.md.</summary>
public sealed class FileCountTests
{
    [Theory]
    // Alternatives A to D; the ballot first, then what each gets.
    [InlineData(CountMethod.Approval, FileKind.Soi, "1 2 0 0", "1 1 0 0")]
    [InlineData(CountMethod.Approval, FileKind.Soi, "1 2 3 4", "1 1 1 0")]
    [InlineData(CountMethod.Approval, FileKind.Toc, "1 2 3 3", "1 1 0 0")]
    [InlineData(CountMethod.Approval, FileKind.Toc, "1 1 2 2", "1 1 0 0")]
    [InlineData(CountMethod.Approval, FileKind.Toi, "1 1 1 1", "0 0 0 0")]
    [InlineData(CountMethod.Approval, FileKind.Toi, "0 0 0 0", "0 0 0 0")]
    [InlineData(CountMethod.Approval, FileKind.Cat, "1 1 2 0", "1 1 0 0")]
    [InlineData(CountMethod.Approval, FileKind.Cat, "2 2 3 3", "0 0 0 0")]
    [InlineData(CountMethod.Score, FileKind.Soc, "1 2 3 4", "3 2 1 0")]
    [InlineData(CountMethod.Score, FileKind.Soi, "0 1 0 2", "0 3 0 2")]
    [InlineData(CountMethod.Score, FileKind.Toc, "1 1 2 3", "2 2 1 0")]
    [InlineData(CountMethod.Score, FileKind.Toi, "0 0 1 1", "0 0 2 2")]
    [InlineData(CountMethod.Score, FileKind.Cat, "1 2 3 0", "2 1 0 0")]
    [InlineData(CountMethod.Majority, FileKind.Soc, "2 1 3 4", "0 1 0 0")]
    [InlineData(CountMethod.Majority, FileKind.Toi, "1 1 2 0", "0 0 0 0")]
    [InlineData(CountMethod.Majority, FileKind.Cat, "1 2 2 3", "1 0 0 0")]
    [InlineData(CountMethod.Majority, FileKind.Cat, "2 3 3 3", "0 0 0 0")]
    [InlineData(CountMethod.Resistance, FileKind.Soc, "1 2 3 4", "0 1 2 3")]
    [InlineData(CountMethod.Resistance, FileKind.Soi, "0 1 0 2", "2 0 2 1")]
    [InlineData(CountMethod.Resistance, FileKind.Toc, "1 1 2 3", "0 0 2 3")]
    [InlineData(CountMethod.Resistance, FileKind.Cat, "1 2 3 3", "0 1 2 2")]
    [InlineData(CountMethod.Resistance, FileKind.Cat, "0 0 0 0", "0 0 0 0")]
    public void A_place_is_worth_what_the_decision_record_says(CountMethod method, FileKind kind, string ranks, string gets)
    {
        var count = Count(method, kind);
        count.Add(Numbers(ranks), 5);
        Assert.Equal(Numbers(gets).Select(g => g * 5L), count.Sums!.Totals.AsEnumerable());
        Assert.Equal(5, count.Sums.Ballots);
    }

    [Fact]
    public void Ranked_takes_places_and_categories_as_they_are()
    {
        foreach (var kind in Enum.GetValues<FileKind>())
        {
            var count = Count(CountMethod.Ranked, kind);
            count.Add([2, 1, 0, 0], 3);
            Assert.Equal("1 > 0 > 2=3", count.Ranking.ToString());
            Assert.Null(count.Sums);
        }
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var fault = Assert.Throws<FileException>(() => Count(CountMethod.Approval, FileKind.Soc));
        Assert.Equal("in .soc everybody ranks everything, so that nobody says where approval ends; use ranked, score or majority.", fault.Message);
        Assert.True(fault.IsUnfit);

        fault = Assert.Throws<FileException>(() => Count(CountMethod.Resistance, FileKind.Cat).Add([1, 0, 2, 3], 1));
        Assert.Equal("alternative 2 is in no category here, so that nobody knows how much it is resisted.", fault.Message);
        Assert.False(fault.IsUnfit);
    }

    [Fact]
    public void Leaving_out_is_as_good_as_putting_last() => Profile.Of(6, 2).Sample(profile =>
    {
        // As PrefLib makes a .toc out of each .soi and .toi: who is not ranked is put last, together.
        var completed = profile.With(ranks => [.. ranks.Select(r => r == 0 ? ranks.Max() + 1 : r)]);
        foreach (var method in Enum.GetValues<CountMethod>())
        {
            // A blank ballot names nobody first; put last together, nobody stands alone either, unless there is only one.
            var (left, last) = (All(method, FileKind.Toi, profile), All(method, FileKind.Toc, completed));
            Assert.Equal(left.Ranking.ToString(), last.Ranking.ToString());
        }
    }, iter: Profile.Iterations / 3);

    [Fact]
    public void Points_of_rankings_are_the_rows_of_the_table_of_pairs() => Profile.Of(6).Sample(profile =>
    {
        var (points, resistance) = (All(CountMethod.Score, FileKind.Toi, profile), All(CountMethod.Resistance, FileKind.Toi, profile));
        for (var c = 0; c < profile.Candidates; c++)
        {
            Assert.Equal(Enumerable.Range(0, profile.Candidates).Sum(o => ByHand.Before(profile, c, o)), points.Sums!.Totals[c]);
            Assert.Equal(Enumerable.Range(0, profile.Candidates).Sum(o => ByHand.Before(profile, o, c)), resistance.Sums!.Totals[c]);
        }
    }, iter: Profile.Iterations / 3);

    private static FileCount All(CountMethod method, FileKind kind, Profile profile)
    {
        var count = new FileCount(method, new FileHeader(kind, [.. Enumerable.Range(1, profile.Candidates).Select(c => $"{c}")], 0));
        foreach (var b in profile.Ballots) count.Add(Compact(b.Ranks), b.Times);
        return count;
    }

    private static int[] Compact(int[] ranks)
    {
        int[] used = [.. ranks.Where(r => r > 0).Distinct().Order()];
        return [.. ranks.Select(r => r == 0 ? 0 : Array.IndexOf(used, r) + 1)];
    }

    private static FileCount Count(CountMethod method, FileKind kind) => new(method, new FileHeader(kind, ["A", "B", "C", "D"], kind == FileKind.Cat ? 3 : 0));

    private static int[] Numbers(string text) => [.. text.Split(' ').Select(int.Parse)];
}
