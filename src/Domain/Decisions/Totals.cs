using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Counting;

namespace Faubourg.Domain.Decisions;

/// <summary>All parts of a published count added up, and what follows from them.</summary>
/// <param name="Method">The method.</param>
/// <param name="Ballots">How many were cast.</param>
/// <param name="Abstaining">How many could have voted and did not.</param>
/// <param name="Options">Proposal numbers; 0 is "leave things as they are".</param>
/// <param name="Sums">In the order of the options; empty for ranked ballots.</param>
/// <param name="Pairs">The table of a ranked count; null otherwise.</param>
/// <param name="Ranking">Places in the order of the options, best first, equals together.</param>
public sealed record Totals(
    Method Method,
    long Ballots,
    int Abstaining,
    ImmutableArray<int> Options,
    ImmutableArray<long> Sums,
    Pairs? Pairs,
    Ranking Ranking)
{
    /// <summary>
    /// The options that stand first: one, or several between which the draw decides. What nobody voted for is not decided: without
    /// a single mark for any option things stay as they are.
    /// </summary>
    public ImmutableArray<int> Winners => IsBlank ? [0] : [.. Ranking.Winners.Select(at => Options[at])];

    /// <summary>Every ballot was blank. Blank ballots of resistance resist nothing, and that is an answer.</summary>
    public bool IsBlank => Method != Method.Resistance && (Pairs is null ? Sums.All(s => s == 0) : Pairs.Rows.All(p => p == 0));

    /// <summary>Of all parts of one count; they share their method and their options.</summary>
    /// <exception cref="ArgumentException">No part, or tables that so many ballots cannot make.</exception>
    public static Totals Of(ImmutableArray<BallotsCount> parts)
    {
        if (parts.IsEmpty) throw new ArgumentException("A count has a part.", nameof(parts));
        var (method, options) = (parts[0].Method, parts[0].Options);
        var ballots = parts.Sum(p => (long)p.Ballots);
        var abstaining = parts[^1].Abstaining ?? 0;
        if (method == Method.Ranked)
        {
            var pairs = Pairs.Parse(options.Length, Added(parts.Select(p => p.Pairs), options.Length * options.Length), ballots)
                ?? throw new ArgumentException("So many ballots do not make that table.", nameof(parts));
            return new Totals(method, ballots, abstaining, options, [], pairs, Schulze.Of(pairs));
        }
        var sums = Added(parts.Select(p => p.Sums), options.Length);
        return new Totals(method, ballots, abstaining, options, [.. sums], null, Rank(method, sums));
    }

    private static Ranking Rank(Method method, long[] sums) => method switch
    {
        Method.Approval => Approval.Of(sums),
        Method.Score => Score.Of(sums),
        Method.Majority => Majority.Of(sums),
        Method.Resistance => LeastResistance.Of(sums, [], []),
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    private static long[] Added(IEnumerable<ImmutableArray<int>> parts, int length)
    {
        var total = new long[length];
        foreach (var part in parts)
            for (var i = 0; i < length; i++)
                total[i] += part[i];
        return total;
    }
}
