using System.Collections.Immutable;
using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Tests.Quarters;

/// <summary>A <see cref="NumberedDictionary{T}"/> is what a sorted dictionary would be, whatever is set in whatever order.</summary>
public sealed class NumberedTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_holds_what_was_set_last_and_what_it_was_before_stays_as_it_was(int seed)
    {
        var chance = new Random(seed);
        var plain = ImmutableSortedDictionary<int, string>.Empty;
        var numbered = NumberedDictionary<string>.Empty;
        var kept = new List<(ImmutableSortedDictionary<int, string> Plain, NumberedDictionary<string> Numbered)> { (plain, numbered) };
        for (var n = 0; n < 300; n++)
        {
            // The same number often, as an evening does; now and then a far one.
            var key = chance.Next(4) > 0 && n > 0 ? chance.Next(-2, 4) : chance.Next(int.MinValue, int.MaxValue);
            (plain, numbered) = (plain.SetItem(key, $"{n}"), numbered.SetItem(key, $"{n}"));
            kept.Add((plain, numbered));
        }

        foreach (var (expected, actual) in kept) Same(expected, actual);
    }

    [Fact]
    public void Nothing_is_found_where_nothing_was_set()
    {
        Assert.False(NumberedDictionary<string>.Empty.TryGetValue(0, out _));
        Assert.False(NumberedDictionary<string>.Empty.ContainsKey(0));
        Assert.Throws<KeyNotFoundException>(() => NumberedDictionary<string>.Empty[0]);
        Assert.Throws<KeyNotFoundException>(() => NumberedDictionary<string>.Empty.SetItem(1, "one")[0]);
    }

    private static void Same(ImmutableSortedDictionary<int, string> expected, NumberedDictionary<string> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.Equal(expected.ToArray(), actual.ToArray());
        Assert.Equal(expected.Keys.ToArray(), actual.Keys.ToArray());
        Assert.Equal(expected.Values.ToArray(), actual.Values.ToArray());
        foreach (var (key, value) in expected)
        {
            Assert.Equal(value, actual[key]);
            Assert.True(actual.ContainsKey(key) && actual.TryGetValue(key, out var found) && found == value);
            Assert.Equal(expected.ContainsKey(key + 1), actual.ContainsKey(key + 1));
        }
    }
}
