using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Faubourg.Browser.Tests.LongestFirst))]

namespace Faubourg.Browser.Tests;

/// <summary>What takes long begins first, so that at the end no core waits for the other.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        nameof(PagesTests), nameof(Acts.PlainActsTests), nameof(Acts.KeyboardActsTests), nameof(RecordLookTests), nameof(AnnouncementPagesTests),
        nameof(StoryTests), nameof(Draws.RedoTests),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(one => Rank(one.TestCollectionDisplayName)).ThenBy(one => one.TestCollectionDisplayName, StringComparer.Ordinal)];

    private static int Rank(string collection) =>
        Array.FindIndex(Long, name => collection.Contains($".{name} ", StringComparison.Ordinal)) is >= 0 and var rank ? rank : Long.Length;
}
