using System.Text.RegularExpressions;

namespace Faubourg.Domain.Tests.Record.Audit;

/// <summary>A rule that no forgery breaks may be gone tomorrow, and nobody would notice.</summary>
public sealed partial class SentenceTests
{
    /// <summary>What grows from a council.</summary>
    private static readonly string[] Areas = ["OfDeeds", "OfProjects", "OfGains", "OfCharges", "OfSeasons", "OfOffers", "OfJars"];

    /// <summary>Sentences that no forgery brings about, and why.</summary>
    private static readonly Dictionary<string, string> Unsaid = new(StringComparer.Ordinal)
    {
        ["Whoever claims does not confirm."] = "a council claims after it decided, so that its own gain is not there yet when it confirms one: the rule stands behind another",
    };

    [Fact]
    public void Every_sentence_about_what_grows_is_said_of_some_forgery()
    {
        var said = Forgeries.All.Keys.SelectMany(forgery => ForgeryTests.Judged(forgery)).Select(breach => breach.Says).ToHashSet(StringComparer.Ordinal);
        var rules = Areas.SelectMany(area => Sentence().Matches(File.ReadAllText(Path.Combine(GoldenTests.Root, "src/Domain/Record/Audit", area + ".cs"))).Select(match => match.Groups[1].Value));
        Assert.Equal([], rules.Distinct().Where(sentence => !said.Contains(sentence) && !Unsaid.ContainsKey(sentence)));
        Assert.Equal([], Unsaid.Keys.Where(said.Contains));
    }

    [GeneratedRegex(@"Rule\.[A-Za-z]+,\s*""([^""]+)""")]
    private static partial Regex Sentence();
}
