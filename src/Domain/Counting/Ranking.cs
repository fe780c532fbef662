using System.Collections.Immutable;

namespace Faubourg.Domain.Counting;

/// <summary>What a count comes to: who stands before whom.</summary>
/// <param name="Order">Candidates, numbered from 0, best first; who stand equal are together, by number. Each is there once.</param>
public sealed record Ranking(ImmutableArray<ImmutableArray<int>> Order)
{
    /// <summary>Who stand first: one, or several who stand equal and between whom a lot decides. Nobody where nobody stood.</summary>
    public ImmutableArray<int> Winners => Order.IsEmpty ? [] : Order[0];

    /// <summary>Candidates with a smaller key stand before those with a larger one; with the same key they stand equal.</summary>
    internal static Ranking ByLeast<TKey>(int candidates, Func<int, TKey> key) => new(
    [
        .. Enumerable.Range(0, candidates)
            .GroupBy(key)
            .OrderBy(together => together.Key)
            .Select(together => together.ToImmutableArray()),
    ]);

    /// <summary>As one writes it on paper: <c>2 > 0=1 > 3</c>.</summary>
    public override string ToString() => string.Join(" > ", Order.Select(together => string.Join('=', together)));
}
