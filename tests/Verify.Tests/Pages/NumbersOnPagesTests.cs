using System.Text.RegularExpressions;

namespace Faubourg.Verify.Tests.Pages;

/// <summary>docs/numbers.md says of every number on every page what counts it again from the record. Here it is held to it.</summary>
public sealed partial class NumbersOnPagesTests(Shown shown) : IClassFixture<Shown>
{
    [Fact]
    public void Every_number_is_the_one_that_is_counted_from_the_record()
    {
        var wrong = shown.Met.Where(met => met.Row?.Figure is not null && met.Stands.Says != met.Counted)
            .Select(met => $"{met.Address}: {met.Stands.Path} is {met.Stands.Says}, counted {met.Counted} ({met.Row!.Figure})");
        Assert.Equal("", Lines(wrong));
        Assert.InRange(shown.Met.Count(met => met.Row?.Figure is not null), 1000, 1_000_000);
    }

    [Fact]
    public void No_page_has_a_number_of_which_nothing_says_what_counts_it() =>
        Assert.Equal("", Lines(shown.Met.Where(met => met.Row is null).Select(met => $"{met.Address}: {met.Stands.Path}")));

    /// <summary>A row that no page ever fills proves nothing.</summary>
    [Fact]
    public void Every_figure_was_met_on_its_page() => Assert.Equal("", Lines(Register.Of.Rows
        .Where(row => row.Figure is not null && !shown.Met.Exists(met => met.Row == row && met.Stands.Says is not null))
        .Select(row => $"{row.Address}: {row.Path}")));

    [Fact]
    public void Every_reason_is_one_that_is_explained()
    {
        Assert.Empty(Register.Of.Rows.Select(row => row.Reason).OfType<string>().Concat(Register.Of.Others.Values).Except(Register.Of.Reasons));
        Assert.Empty(Register.Of.Sentences.Values.Where(says => !says.StartsWith('`')).Except(Register.Of.Reasons));
    }

    [Fact]
    public void Every_address_of_a_neighbourhood_is_listed()
    {
        var listed = Register.Of.Rows.Select(row => row.Address.TrimEnd('/')).Concat(Register.Of.Others.Keys).ToHashSet();
        Assert.Equal("", Lines(shown.Addresses.Except(listed)));
        Assert.Equal("", Lines(listed.Except(shown.Addresses)));
    }

    /// <summary>A sentence that says a number of things says one that stands in the JSON too, or is of no record.</summary>
    [Fact]
    public void Every_sentence_that_counts_is_listed()
    {
        var counting = Directory.EnumerateFiles(Path.Combine(Register.Root(), "src", "Web"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs" && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Counts().Matches(File.ReadAllText(file)))
            .SelectMany(call => Key().Matches(call.Value).Select(key => key.Groups[1].Value))
            .ToHashSet();
        Assert.Equal(Register.Of.Sentences.Keys.Order(StringComparer.Ordinal), counting.Order(StringComparer.Ordinal));
        var said = Register.Of.Sentences.Values.Where(says => says.StartsWith('`')).Select(says => says.Trim('`').Split(' ')).ToArray();
        Assert.Empty(said.Where(at => !Register.Of.Rows.Any(row => row.Address == at[0] && row.Path == at[1])).Select(at => string.Join(' ', at)));
    }

    [Fact]
    public void The_months_after_the_bench_end_with_all_of_it_done()
    {
        var first = shown.Rehearsed["projects"]![0]!;
        Assert.Equal((6, 5, 5, 2), ((int)shown.Rehearsed["councils"]!["held"]!, (int)first["tasks"]!, (int)first["done"]!, (int)first["evidence"]!));
    }

    private static string Lines(IEnumerable<string> all) => string.Join('\n', all.Distinct());

    /// <summary>The first of its arguments: up to the comma that ends it.</summary>
    [GeneratedRegex(@"Words\.Count\([^,]*,")]
    private static partial Regex Counts();

    [GeneratedRegex("\"([a-z][a-z.-]+)\"")]
    private static partial Regex Key();
}
