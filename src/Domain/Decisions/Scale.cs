using System.Collections.Immutable;
using Faubourg.Domain.Councils;

namespace Faubourg.Domain.Decisions;

/// <summary>How the parts of a count are cast.</summary>
public enum CountBy { Hands, Phones, Paper }

/// <summary>What a ballot says of each option, by each method.</summary>
public static class Scale
{
    /// <summary>Unacceptable, on phones and on paper.</summary>
    public const int HighestResistance = 10;

    /// <summary>The highest number that a ballot may give to an option; the lowest is 0.</summary>
    /// <param name="method">Not consent, which has no ballots.</param>
    /// <param name="options">How many options there are, "leave things as they are" among them.</param>
    public static int Highest(Method method, int options) => method switch
    {
        Method.Resistance => HighestResistance,
        Method.Approval or Method.Majority => 1,
        Method.Score => 5,
        Method.Ranked => options,
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    /// <summary>Whether a ballot says so: one number for each option, in bounds, and for a majority at most one of them.</summary>
    public static bool Allows(Method method, ImmutableArray<int> values, int options)
    {
        var highest = Highest(method, options);
        return values.Length == options && values.All(v => v >= 0 && v <= highest) && (method != Method.Majority || values.Sum() <= 1);
    }

    /// <summary>The same ballot without what does not count: ranks are 1, 2, 3, … without gaps, so that nobody can sign theirs by them.</summary>
    public static ImmutableArray<int> Plain(Method method, ImmutableArray<int> values)
    {
        if (method != Method.Ranked) return values;
        int[] ranks = [.. values.Where(v => v > 0).Distinct().Order()];
        return [.. values.Select(v => v == 0 ? 0 : Array.IndexOf(ranks, v) + 1)];
    }

    /// <summary>Whether a count by this method may have this part. Resistance by hands is another scale, and stands alone.</summary>
    public static bool Takes(Method method, CountBy by, int parts) => by switch
    {
        CountBy.Hands => method is Method.Approval or Method.Majority || method == Method.Resistance && parts == 1,
        _ => method != Method.Consent,
    };
}
