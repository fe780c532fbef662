namespace Faubourg.Domain.Tests;

/// <summary>Runs when all other tests are through: what none of them reached, nobody has seen working.</summary>
[CollectionDefinition(nameof(CoverageTests), DisableParallelization = true)]
[Collection(nameof(CoverageTests))]
public sealed class CoverageTests
{
    /// <summary>Answers of a storage, not of the rules.</summary>
    private static readonly string[] Elsewhere = ["AnotherCameFirst"];

    [Fact]
    public void Every_event_and_every_refusal_was_reached()
    {
        // Run alone, this test has seen nothing yet.
        if (!Coverage.Kinds(typeof(RoomEvent)).Any(kind => Coverage.Of(kind) > 0)) Assert.Skip("Run all tests of this project.");
        var missed = Coverage.Kinds(typeof(Event)).Concat(Coverage.Kinds(typeof(Refusal))).Where(kind => Coverage.Of(kind) == 0 && !Elsewhere.Contains(kind.Name));
        Assert.Empty(missed.Select(kind => kind.Name));
    }

    [Fact]
    public void Random_histories_come_to_every_event_but_one_at_most()
    {
        var seen = Histories.Histories.Live();
        HashSet<Type> ofMonths = [.. Jars.JarMonths.Live(), .. Months.RandomMonths.Reached];
        var missed = Coverage.Kinds(typeof(Event)).Where(kind => seen.GetValueOrDefault(kind) == 0 && !ofMonths.Contains(kind)).Select(kind => kind.Name).ToArray();
        Assert.True(missed.Length <= 1, $"never in any history: {string.Join(", ", missed)}");
    }
}
