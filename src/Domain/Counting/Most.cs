namespace Faubourg.Domain.Counting;

/// <summary>The largest number stands first, equal numbers stand equal: what approval, score and majority have in common.</summary>
internal static class Most
{
    public static Ranking Of(ReadOnlySpan<long> sums)
    {
        var kept = sums.ToArray();
        // The complement turns the order around, and unlike the negative it has room for every number.
        return Ranking.ByLeast(kept.Length, c => ~kept[c]);
    }
}
