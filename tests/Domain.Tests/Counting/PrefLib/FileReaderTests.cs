using System.Text;
using CsCheck;
using Faubourg.Domain.Counting;
using Faubourg.Domain.Counting.PrefLib;

namespace Faubourg.Domain.Tests.Counting.PrefLib;

public sealed class FileReaderTests
{
    private const string Head = """
        # FILE NAME: lilas.toi
        # TITLE: Bench or tree?
        # NUMBER ALTERNATIVES: 4
        # NUMBER VOTERS: 9
        # NUMBER UNIQUE ORDERS: 3
        # ALTERNATIVE NAME 1: Bench, green
        # ALTERNATIVE NAME 2: Tree: a lime
        # ALTERNATIVE NAME 3: Élan
        # ALTERNATIVE NAME 4: None
        """;

    private const string Categories = """
        # NUMBER ALTERNATIVES: 2
        # NUMBER CATEGORIES: 3
        # CATEGORY NAME 1: Yes
        # CATEGORY NAME 2: Maybe
        # CATEGORY NAME 3: No
        # ALTERNATIVE NAME 1: Bench
        # ALTERNATIVE NAME 2: Tree
        """;

    [Fact]
    public void Rankings_and_names_are_read_as_written()
    {
        var file = Read(FileKind.Toi, Head + "\n5: 1,{2,3},4\n3: 4\n1: {2, 1} ,\t3\n");
        Assert.Equal(["Bench, green", "Tree: a lime", "Élan", "None"], file.Header.Names.AsEnumerable());
        Assert.Equal(["5× 1 2 2 3", "3× 0 0 0 1", "1× 1 1 2 0"], file.Ballots);
        Assert.Equal(9, file.Voters);
    }

    [Fact]
    public void Categories_may_be_empty_and_alternatives_in_none()
    {
        var file = Read(FileKind.Cat, Categories + "\n2: 1,{},2\n4: {},{1,2},{}\n1: {},1\n3: {1,2}\n1: \n");
        Assert.Equal(["2× 1 3", "4× 2 2", "1× 2 0", "3× 1 1", "1× 0 0"], file.Ballots);
        Assert.Equal(3, file.Header.Categories);
    }

    [Fact]
    public void The_form_of_before_2022_is_read_too()
    {
        var file = Read(FileKind.Toc, "3\n1,Bench\n2,Tree, a lime\n3,Élan\n6,6,2\n4,2,{1,3}\n2,1,2,3\n");
        Assert.Equal(["Bench", "Tree, a lime", "Élan"], file.Header.Names.AsEnumerable());
        Assert.Equal(["4× 2 1 2", "2× 1 2 3"], file.Ballots);
    }

    [Fact]
    public void Marks_line_ends_and_empty_lines_of_other_machines_change_nothing()
    {
        var file = Read(FileKind.Soi, "\uFEFF# NUMBER ALTERNATIVES: 2\r\n  # ALTERNATIVE NAME 2: b \r\n# ALTERNATIVE NAME 1: a\r\n\r\n3: 2 , 1\r\n 4 :2");
        Assert.Equal(["a", "b"], file.Header.Names.AsEnumerable());
        Assert.Equal(["3× 2 1", "4× 0 1"], file.Ballots);
    }

    [Fact]
    public void The_kind_may_be_said_by_the_head_alone()
    {
        Assert.Equal(FileKind.Soi, Read(null, "# DATA TYPE: soi\n# NUMBER ALTERNATIVES: 1\n# ALTERNATIVE NAME 1: a\n1: 1\n").Header.Kind);
        Assert.Equal(
            (5, "neither the file's name nor its head says which kind of ballots it holds."),
            Fault(null, "# NUMBER ALTERNATIVES: 1\n# ALTERNATIVE NAME 1: a\n\n\n1: 1\n"));
    }

    [Theory]
    [InlineData(FileKind.Toi, "5: 1,5\n", 10, "alternative 5 is unknown; there are 1 to 4.")]
    [InlineData(FileKind.Toi, "5: 0\n", 10, "alternative 0 is unknown; there are 1 to 4.")]
    [InlineData(FileKind.Toi, "5: 1,2\n4: 1,{2,1}\n", 11, "alternative 1 stands twice in one ballot.")]
    [InlineData(FileKind.Soc, "9: 1,2,3\n", 10, "3 of 4 alternatives are ranked; in .soc all of them have to be.")]
    [InlineData(FileKind.Soi, "9: 1,{2,3}\n", 10, "alternatives stand equal, which they may not in .soi.")]
    [InlineData(FileKind.Toc, "9: \n", 10, "0 of 4 alternatives are ranked; in .toc all of them have to be.")]
    [InlineData(FileKind.Toi, "0: 1\n", 10, "nobody cast this ballot; a line begins with how many did.")]
    [InlineData(FileKind.Toi, "-1: 1\n", 10, "a number should stand where sign 1 of the line is.")]
    [InlineData(FileKind.Toi, "1.5: 1\n", 10, "“:”, after how many cast a ballot, should stand where sign 2 of the line is.")]
    [InlineData(FileKind.Toi, "5\n", 10, "the line ends where “:”, after how many cast a ballot, should stand.")]
    [InlineData(FileKind.Toi, "5: 1,,2\n", 10, "a number should stand where sign 6 of the line is.")]
    [InlineData(FileKind.Toi, "5: 1,00000000000000000000000002,12345678\n", 10, "alternative 12345678 is unknown; there are 1 to 4.")]
    [InlineData(FileKind.Toi, "5: 1,4294967298\n", 10, "alternative 4294967298 is unknown; there are 1 to 4.")]
    [InlineData(FileKind.Toi, "5: 1,2,\n", 10, "the line ends where an alternative should stand.")]
    [InlineData(FileKind.Toi, "5: ,1\n", 10, "a number should stand where sign 4 of the line is.")]
    [InlineData(FileKind.Toi, "5: 1,2,1\n", 10, "alternative 1 stands twice in one ballot.")]
    [InlineData(FileKind.Toi, "5: 1,\n", 10, "the line ends where an alternative should stand.")]
    [InlineData(FileKind.Toi, "5: 1 2\n", 10, "“,”, between two places, should stand where sign 6 of the line is.")]
    [InlineData(FileKind.Toi, "5: {1,2\n", 10, "the line ends where “}”, at the end of a group, should stand.")]
    [InlineData(FileKind.Toi, "5: {1,{2}}\n", 10, "a number should stand where sign 7 of the line is.")]
    [InlineData(FileKind.Toi, "5: 1}\n", 10, "“,”, between two places, should stand where sign 5 of the line is.")]
    [InlineData(FileKind.Toi, "5: Bench\n", 10, "a number should stand where sign 4 of the line is.")]
    [InlineData(FileKind.Toi, "5: 1\n# NUMBER VOTERS: 5\n", 11, "a line that begins with # stands after the first ballot.")]
    [InlineData(FileKind.Toi, "9223372036854775808: 1\n", 10, "with this line the numbers grow larger than 9223372036854775807.")]
    [InlineData(FileKind.Toi, "5: 99999999999999999999\n", 10, "with this line the numbers grow larger than 9223372036854775807.")]
    [InlineData(FileKind.Toi, "9223372036854775807: 1\n1: 2\n", 11, "with this line the numbers grow larger than 9223372036854775807.")]
    [InlineData(FileKind.Toi, "5: 1\n3: 2\n", 4, "9 voters are stated, and the ballots are those of 8.")]
    [InlineData(FileKind.Toi, "5: 1\n4: 2\n", 5, "3 different ballots are stated, and 2 lines follow.")]
    [InlineData(FileKind.Toi, "9: 1\n1: 2\n", 4, "9 voters are stated, and the ballots are those of 10.")]
    [InlineData(FileKind.Toi, "5: 1\n2: 2\n1: 3\n1: 4\n", 5, "3 different ballots are stated, and 4 lines follow.")]
    [InlineData(FileKind.Toi, "", 9, "the file ends before its first ballot.")]
    public void A_bad_ballot_is_told_by_its_line(FileKind kind, string ballots, long line, string sentence) =>
        Assert.Equal((line, sentence), Fault(kind, $"{Head}\n{ballots}"));

    [Theory]
    [InlineData("# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: a\n5: 1\n", 1, "2 alternatives are stated, and 1 have a name.")]
    [InlineData("# NUMBER ALTERNATIVES: 1\n# ALTERNATIVE NAME 1: a\n# ALTERNATIVE NAME 2: b\n5: 1\n", 1, "1 alternatives are stated, and alternative 2 has a name.")]
    [InlineData("# ALTERNATIVE NAME 1: a\n5: 1\n", 2, "the ballots begin, and the number of alternatives was not stated.")]
    [InlineData("# NUMBER ALTERNATIVES: 0\n5: 1\n", 1, "0 alternatives are stated; 1 to 2500 can be counted.")]
    [InlineData("# NUMBER ALTERNATIVES: 2501\n5: 1\n", 1, "2501 alternatives are stated; 1 to 2500 can be counted.")]
    [InlineData("# NUMBER ALTERNATIVES: many\n", 1, "a whole number from 0 to 9223372036854775807 should stand here.")]
    [InlineData("# NUMBER VOTERS: 99999999999999999999\n", 1, "a whole number from 0 to 9223372036854775807 should stand here.")]
    [InlineData("# NUMBER VOTERS: 1\n# NUMBER VOTERS: 1\n", 2, "“NUMBER VOTERS” is stated again; it was stated on line 1.")]
    [InlineData("# ALTERNATIVE NAME 1: a\n# ALTERNATIVE NAME 2: a\n", 2, "two alternatives are named “a”.")]
    [InlineData("# ALTERNATIVE NAME 1: a\n# ALTERNATIVE NAME 1: b\n", 2, "alternative 1 is named again.")]
    [InlineData("# ALTERNATIVE NAME 1:\n", 1, "alternative 1 has an empty name.")]
    [InlineData("# ALTERNATIVE NAME 0: a\n", 1, "there is no alternative 0; they are 1 to 2500 at most.")]
    [InlineData("# ALTERNATIVE NAME 1: a\u001b[2Jb\n", 1, "the name of alternative 1 holds a sign that cannot be seen.")]
    [InlineData("# ALTERNATIVE NAME 1: a\u202eb\n", 1, "the name of alternative 1 holds a sign that cannot be seen.")]
    [InlineData("# DATA TYPE: soc\n", 1, "the data type is soc, and the file's name ends in toi.")]
    [InlineData("# DATA TYPE: wmd\n", 1, "the data type is none of soc, soi, toc, toi and cat.")]
    [InlineData("# DATA TYPE: 3\n", 1, "the data type is none of soc, soi, toc, toi and cat.")]
    [InlineData("\nhello\n", 2, "a PrefLib file begins with # or, in its older form, with the number of alternatives.")]
    [InlineData("2\n1,a\nb\n", 3, "the number of an alternative, a comma and its name should stand here.")]
    [InlineData("1\n1,a\n5,5\n", 3, "three numbers should stand here: voters, ballots, different ballots.")]
    [InlineData("1\n2,a\n5,5,1\n", 1, "1 alternatives are stated, and alternative 2 has a name.")]
    [InlineData("1\n1,a\n5,5,1\n4,1\n", 3, "5 voters are stated, and the ballots are those of 4.")]
    [InlineData("0\n0,0,0\n", 1, "0 alternatives are stated; 1 to 2500 can be counted.")]
    [InlineData("99999999999999999999\n", 1, "a whole number from 0 to 9223372036854775807 should stand here.")]
    [InlineData("", 1, "the file ends before its first ballot.")]
    [InlineData("\n\n\n", 3, "the file ends before its first ballot.")]
    public void A_bad_head_is_told_by_its_line(string file, long line, string sentence) => Assert.Equal((line, sentence), Fault(FileKind.Toi, file));

    [Theory]
    [InlineData("# NUMBER CATEGORIES: 3", "# SAID NOWHERE: 3", "1: 1\n", 8, "the ballots begin, and the number of categories was not stated.")]
    [InlineData("# NUMBER CATEGORIES: 3", "# NUMBER CATEGORIES: 2", "1: 1\n", 2, "2 categories are stated, and other ones have a name.")]
    [InlineData("# NUMBER CATEGORIES: 3", "# NUMBER CATEGORIES: 0", "1: 1\n", 2, "0 categories are stated; 1 to 10000 can be counted.")]
    [InlineData("# CATEGORY NAME 3", "# CATEGORY NAME 2", "1: 1\n", 5, "category 2 is named again.")]
    [InlineData("", "", "1: 1\n1: {},{},{},{}\n", 9, "there are 4 categories here, and 3 are stated.")]
    public void Bad_categories_are_told_by_their_line(string was, string becomes, string ballots, long line, string sentence) =>
        Assert.Equal((line, sentence), Fault(FileKind.Cat, $"{(was.Length > 0 ? Categories.Replace(was, becomes, StringComparison.Ordinal) : Categories)}\n{ballots}"));

    [Fact]
    public void Categories_in_the_older_form_are_refused() =>
        Assert.Equal((1, "categories are read only from files that begin with #."), Fault(FileKind.Cat, "2\n1,a\n2,b\n"));

    [Theory]
    [InlineData("# TITLE: caf\xE9\n", 1)]
    [InlineData("# TITLE: x\n# NUMBER ALTERNATIVES: 1\n# ALTERNATIVE NAME 1: a\n1: 1\n1: \xFF\xFE1\n", 5)]
    public void What_is_not_UTF_8_is_told_by_its_line(string latin, long line)
    {
        var fault = Assert.Throws<FileException>(() => Read(FileKind.Soi, Encoding.Latin1.GetBytes(latin)));
        Assert.Equal((line, "this is not UTF-8 text."), (fault.Line, fault.Message));
    }

    [Fact]
    public void Whatever_is_written_is_read_again() => Gen.Select(Profile.Any(12), Gen.Bool, Gen.Bool).Sample((profile, old, wide) =>
    {
        if (profile.Ballots.Length == 0) return;
        var compact = profile.With(Compact);
        var text = old ? PrefLibText.Old(compact) : PrefLibText.Of(compact, FileKind.Toi);
        var file = Read(FileKind.Toi, wide ? text.Replace(",", " , ", StringComparison.Ordinal) : text);
        Assert.Equal(compact.Ballots.Select(b => $"{b.Times}× {string.Join(' ', b.Ranks)}"), file.Ballots);
    }, iter: Profile.Iterations / 3);

    [Fact]
    public void Rubbish_is_refused_in_a_sentence_and_never_otherwise() =>
        Gen.Select(Gen.Byte.Array[0, 200], Gen.Int[0, 400], Gen.Int[0, 4]).Sample((rubbish, at, kind) =>
        {
            // A good file with something else in the midst of it.
            var good = Encoding.UTF8.GetBytes(Head + "\n5: 1,{2,3},4\n3: 4,1,2,3\n1: {2,1},3,4\n");
            byte[] file = [.. good.AsSpan(0, Math.Min(at, good.Length)), .. rubbish, .. good.AsSpan(Math.Min(at, good.Length))];
            try
            {
                Read((FileKind)kind, file);
            }
            catch (FileException fault)
            {
                Assert.InRange(fault.Line!.Value, 1, file.Count(b => b == (byte)'\n') + 1);
                Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', fault.Message);
            }
        }, iter: Profile.Iterations);

    /// <summary>Places without gaps, as a file has them.</summary>
    private static int[] Compact(int[] ranks)
    {
        int[] used = [.. ranks.Where(r => r > 0).Distinct().Order()];
        return [.. ranks.Select(r => r == 0 ? 0 : Array.IndexOf(used, r) + 1)];
    }

    private static (long Line, string Sentence) Fault(FileKind? kind, string file)
    {
        var fault = Assert.Throws<FileException>(() => Read(kind, file));
        return (fault.Line!.Value, fault.Message);
    }

    private static (FileHeader Header, List<string> Ballots, long Voters) Read(FileKind? kind, string file) => Read(kind, Encoding.UTF8.GetBytes(file));

    private static (FileHeader Header, List<string> Ballots, long Voters) Read(FileKind? kind, byte[] file)
    {
        var ballots = new List<string>();
        var reader = new FileReader(kind, _ => (ranks, times) => ballots.Add($"{times}× {string.Join(' ', ranks.ToArray())}"));
        var rest = file.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            reader.Read(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return (reader.End(), ballots, reader.Voters);
    }
}
