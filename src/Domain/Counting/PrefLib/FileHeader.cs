using System.Collections.Immutable;

namespace Faubourg.Domain.Counting.PrefLib;

/// <summary>What has to be known of a file before its first ballot.</summary>
/// <param name="Kind">Which kind of ballots it holds.</param>
/// <param name="Names">The alternatives' names, alternative 1 first.</param>
/// <param name="Categories">How many categories; 0 where there are rankings.</param>
public sealed record FileHeader(FileKind Kind, ImmutableArray<string> Names, int Categories)
{
    /// <summary>So many alternatives at most: a table of pairs of them takes 50 MB.</summary>
    public const int MostAlternatives = 2_500;

    public const int MostCategories = 10_000;

    /// <summary>Of a name, in characters.</summary>
    public const int LongestName = 1_000;
}
