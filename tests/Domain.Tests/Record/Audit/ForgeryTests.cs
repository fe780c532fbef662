using System.Collections.Concurrent;
using System.Collections.Immutable;
using Faubourg.Domain.Record.Audit;
using NodaTime;

namespace Faubourg.Domain.Tests.Record.Audit;

/// <summary>Whoever holds the key and forges the record whole is still caught by its rules, and told which.</summary>
public sealed class ForgeryTests
{
    private static readonly ConcurrentDictionary<string, ImmutableArray<Breach>> judged = new(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Forgeries.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_forged_record_breaks_the_rule_it_was_forged_against(string forgery)
    {
        var (rule, breaches) = (Forgeries.All[forgery].Rule, Judged(forgery));
        Assert.NotEmpty(breaches);
        Assert.All(breaches, b => Assert.Equal(rule, b.Rule));
        Assert.All(breaches, b => Assert.EndsWith(".", b.Says, StringComparison.Ordinal));
    }

    /// <summary>Each is forged once, for whichever test asks first.</summary>
    internal static ImmutableArray<Breach> Judged(string forgery) => judged.GetOrAdd(forgery, name => Forgeries.All[name].Forged().Judged());

    [Fact]
    public void Every_rule_is_broken_by_some_forgery() =>
        Assert.Empty(Enum.GetValues<Rule>().Except(Forgeries.All.Values.Select(f => f.Rule)));

    [Theory]
    [InlineData(nameof(Honest.Evening))]
    [InlineData(nameof(Honest.Ballots))]
    [InlineData(nameof(Honest.Ranked))]
    [InlineData(nameof(Honest.Approved))]
    [InlineData(nameof(Honest.Tie))]
    [InlineData(nameof(Honest.OnPaper))]
    [InlineData(nameof(Honest.Keys))]
    [InlineData(nameof(Honest.Weighty))]
    public void As_they_really_went_they_break_none(string honest)
    {
        var record = (ImmutableArray<(PublicEvent, Instant)>)typeof(Honest).GetMethod(honest)!.Invoke(null, null)!;
        Assert.Empty(new Forged(record).Judged());
    }

    [Fact]
    public void Draws_as_they_really_went_break_none()
    {
        Assert.Empty(new Forged(HonestDraws.Three()).Judged());
        Assert.Empty(new Forged(HonestDraws.ByTheBeacon()).Judged());
    }

    [Fact]
    public void Projects_as_they_really_went_break_none()
    {
        Assert.Empty(new Forged(HonestProjects.Grown()).Judged());
        Assert.Empty(new Forged(HonestProjects.Ended()).Judged());
        Assert.Empty(new Forged(HonestProjects.Renewed()).Judged());
    }

    [Fact]
    public void A_rule_is_named_as_the_verifier_prints_it() => Assert.Equal("one-decision", new Breach(Rule.OneDecision, 3, 1, "").Name);

    [Fact]
    public void What_nobody_can_prove_is_said_in_sentences() =>
        Assert.All(Attested.Statements, s => Assert.True(s.EndsWith('.') && s.Split(' ').Length <= 25, s));
}
