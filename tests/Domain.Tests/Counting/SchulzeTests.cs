using Faubourg.Domain.Counting;

namespace Faubourg.Domain.Tests.Counting;

/// <summary>
/// Examples with published results. S = Markus Schulze, "The Schulze Method of Voting", arXiv:1804.02973, §3; W = en.wikipedia.org/wiki/Schulze_method;
/// C = the tests of julien-boudry/Condorcet (Tests/lib/Algo/Methods/SchulzeTest.php), which take theirs from the paper.
/// </summary>
public sealed class SchulzeTests
{
    private const string Wikipedia = "5 ACBED\n5 ADECB\n8 BEDAC\n3 CABED\n7 CAEBD\n2 CBADE\n7 DCEBA\n8 EBADC";

    [Fact]
    public void The_example_of_45_voters_has_its_published_table_paths_and_order()
    {
        var pairs = Written.Pairs(5, Wikipedia);
        Assert.Equal(
            [0, 20, 26, 30, 22, 25, 0, 16, 33, 18, 19, 29, 0, 17, 24, 15, 12, 28, 0, 14, 23, 27, 21, 31, 0],
            pairs.Rows.AsEnumerable());

        var paths = StrongestPaths.Of(pairs);
        long[] published = [0, 28, 28, 30, 24, 25, 0, 28, 33, 24, 25, 29, 0, 29, 24, 25, 28, 28, 0, 24, 25, 28, 28, 31, 0];
        for (var from = 0; from < 5; from++)
            for (var to = 0; to < 5; to++)
                Assert.Equal(published[from * 5 + to], paths[from, to].Winning);
        Assert.Equal("E > A > C > B > D", Schulze.Of(paths).Letters());
    }

    [Theory]
    [InlineData("8 ACDB\n2 BADC\n4 CDBA\n4 DBAC\n3 DCBA", "D > A > C > B")] // S example 1; C 1
    [InlineData("3 ABCD\n2 DABC\n2 DBCA\n2 CBDA", "B=D > A=C")] // S example 4; C 2
    [InlineData("12 ABCD\n6 ADBC\n9 BCDA\n15 CDAB\n21 DBAC", "D")] // C 3
    [InlineData("6 ACDB\n1 BADC\n3 CBDA\n3 DBAC\n2 DCBA", "A=D")] // C 4
    [InlineData("3 ADEBCF\n3 BFECDA\n4 CABFDE\n1 DBCEFA\n4 DEFABC\n2 ECBDFA\n2 FACDBE", "A")] // C 5: nobody shows up …
    [InlineData("3 ADEBCF\n3 BFECDA\n4 CABFDE\n1 DBCEFA\n4 DEFABC\n2 ECBDFA\n2 FACDBE\n2 AEFCBD", "D")] // … and two that prefer A do
    [InlineData("3 ABDC\n5 ADBC\n1 ADCB\n2 BADC\n2 BDCA\n4 CABD\n6 CBAD\n2 DBCA\n5 DCAB", "A")] // C 6
    [InlineData("3 ABDEC\n5 ADEBC\n1 ADECB\n2 BADEC\n2 BDECA\n4 CABDE\n6 CBADE\n2 DBECA\n5 DECAB", "B")] // C 6, with one more like D
    [InlineData("9 ADBEC\n6 BCADE\n5 BCDEA\n2 CDBEA\n6 DECBA\n14 EACBD\n2 ECABD\n1 EDACB", "B")] // C 8
    [InlineData("9 ADBEC\n1 BACED\n6 CBADE\n2 CDBEA\n5 CDEAB\n6 DECAB\n14 EBACD\n2 EBCAD", "E")] // C 9
    [InlineData("6 ABCD\n8 (AB)\n8 (AC)\n18 (AC)D\n8 (ACD)\n40 B\n4 CBD\n9 CDA\n8 (CD)\n14 DAB\n11 DBC\n4 DCA", "D")] // C 7: by winning votes
    [InlineData(
        "98 ACEDB\n64 BAECD\n12 BAEDC\n98 BEACD\n13 BEADC\n125 BEDAC\n124 CAEDB\n76 CEADB\n21 DABEC\n30 DBAEC\n98 DBECA\n139 DCABE\n23 DCBAE",
        "A > B > E > D > C")] // C 11: Abby, Brad, Erin, Dave, Cora
    [InlineData("42 ABCD\n26 BCDA\n15 CDBA\n17 DCBA", "B > C > D > A")] // W: Nashville beats everybody, Memphis nobody
    public void Published_examples_come_out_as_published(string ballots, string published)
    {
        var candidates = ballots.Where(char.IsAsciiLetterUpper).Max() - 'A' + 1;
        var order = Schulze.Of(Written.Pairs(candidates, ballots)).Letters();
        Assert.Equal(published, published.Contains('>') ? order : order.Split(" > ")[0]);
    }

    [Fact]
    public void Of_victories_with_as_many_votes_the_one_with_fewer_against_it_is_stronger()
    {
        Assert.True(new Strength(5, 1) > new Strength(5, 2));
        Assert.True(new Strength(5, 4) > new Strength(4, 0));
        Assert.True(new Strength(1, 0) > Strength.None);
        // A circle of three victories with 6 votes each: the ones against them decide. By votes alone all three would be equal.
        var pairs = Pairs.Parse(3, [0, 6, 3, 1, 0, 6, 6, 2, 0], 9)!;
        Assert.Equal("A > B > C", Schulze.Of(pairs).Letters());
    }

    [Fact]
    public void A_strongest_path_can_be_walked_by_hand()
    {
        var paths = StrongestPaths.Of(Written.Pairs(5, Wikipedia));
        // W: from A to B over D and C, the weakest of the three victories being 28 votes.
        Assert.Equal([0, 3, 2, 1], paths.Route(0, 1).AsEnumerable());
        Assert.Equal([4, 3], paths.Route(4, 3).AsEnumerable());
        Assert.Empty(paths.Route(2, 2));
        Assert.Empty(StrongestPaths.Of(Written.Pairs(2, "1 AB")).Route(1, 0));
    }

    [Fact]
    public void Without_candidates_or_ballots_nobody_stands_before_anybody()
    {
        Assert.Empty(Schulze.Of(new Pairs(0)).Winners);
        Assert.Equal("0", Schulze.Of(new Pairs(1)).ToString());
        Assert.Equal("0=1=2", Schulze.Of(new Pairs(3)).ToString());
    }

    [Fact]
    public void A_circle_of_200_comes_out_as_equals()
    {
        // Everybody beats the next one by the same: no path is stronger than the one back.
        var pairs = new Pairs(200);
        for (var first = 0; first < 200; first++) pairs.Add([.. Enumerable.Range(0, 200).Select(c => (c + 200 - first) % 200 + 1)], 1);
        Assert.Equal(200, Schulze.Of(pairs).Winners.Length);
    }
}
