namespace Faubourg.Domain.Counting;

/// <summary>
/// Systemic consensing (systemic-consensing.at): everybody says how much they resist each option, and the least total stands first.
/// Of equal totals the one with the lower highest value stands first, then the one to which fewer gave it. Who are equal in all
/// three stand equal: a lot decides.
/// </summary>
public static class LeastResistance
{
    /// <param name="sums">The total of each option.</param>
    /// <param name="highest">The highest value anybody gave to each; empty where it was not told.</param>
    /// <param name="atHighest">How many gave it; empty where it was not told.</param>
    public static Ranking Of(ReadOnlySpan<long> sums, ReadOnlySpan<int> highest, ReadOnlySpan<long> atHighest)
    {
        var (total, high, at) = (sums.ToArray(), Told(highest, sums.Length), Told(atHighest, sums.Length));
        return Ranking.ByLeast(total.Length, c => (total[c], high[c], at[c]));
    }

    private static T[] Told<T>(ReadOnlySpan<T> told, int options)
    {
        if (told.IsEmpty) return new T[options];
        return told.Length == options ? told.ToArray() : throw new ArgumentException("One for each option.");
    }
}
