using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Power;

/// <summary>What the record tells of how power is shared, from per-council facts alone.</summary>
public enum PowerFact
{
    /// <summary>Of those who guided an evening, how many did for the first time.</summary>
    FirstGuides,

    /// <summary>Of the keepers of jars, how many were for the first time.</summary>
    FirstKeepers,

    /// <summary>Of the turns, how many were somebody's first that evening.</summary>
    FirstTurns,

    /// <summary>Of those who were there, how many spoke.</summary>
    Heard,

    /// <summary>Of the decisions, how many were not what whoever convened had proposed.</summary>
    OthersProposals,
}

/// <summary>A quarter of a year: 1 is January to March, in UTC.</summary>
public readonly record struct YearQuarter(int Year, int Quarter) : IComparable<YearQuarter>
{
    public static YearQuarter Of(Instant at) => at.InUtc().Date is var day ? new(day.Year, (day.Month + 2) / 3) : default;

    public int CompareTo(YearQuarter other) => (Year, Quarter).CompareTo((other.Year, other.Quarter));
}

/// <summary>A share, and of how many it is one.</summary>
/// <param name="Count">How many facts there are.</param>
/// <param name="Sum">Their tenths, added up.</param>
public sealed record Share(int Count, int Sum)
{
    public static readonly Share None = new(0, 0);

    /// <summary>Under ten nothing is said: one would see who it was.</summary>
    public const int Least = 10;

    /// <summary>0 to 100, rounded half up; null under ten.</summary>
    public int? Percent => Count < Least ? null : (200 * Sum / TurnsCounted.Whole + Count) / (2 * Count);

    internal Share And(int tenths) => new(Count + 1, Sum + tenths);
}

/// <summary>All shares of a quarter: over all its life, and by quarters of the year.</summary>
/// <param name="All">For each fact.</param>
/// <param name="BySeason">The same, by when the council began; oldest first.</param>
public sealed record Shares(ImmutableSortedDictionary<PowerFact, Share> All, ImmutableSortedDictionary<YearQuarter, ImmutableSortedDictionary<PowerFact, Share>> BySeason)
{
    /// <summary>One pass over the councils.</summary>
    public static Shares Of(Quarter quarter)
    {
        var all = new Dictionary<PowerFact, Share>();
        var seasons = new SortedDictionary<YearQuarter, Dictionary<PowerFact, Share>>();
        foreach (var council in quarter.Councils.Values)
        {
            var season = YearQuarter.Of(council.StartsAt);
            foreach (var (fact, tenths) in Facts(council))
            {
                Add(all, fact, tenths);
                if (!seasons.TryGetValue(season, out var own)) seasons.Add(season, own = []);
                Add(own, fact, tenths);
            }
        }
        return new Shares(all.ToImmutableSortedDictionary(), seasons.ToImmutableSortedDictionary(s => s.Key, s => s.Value.ToImmutableSortedDictionary()));
    }

    private static void Add(Dictionary<PowerFact, Share> shares, PowerFact fact, int tenths) => shares[fact] = shares.GetValueOrDefault(fact, Share.None).And(tenths);

    private static IEnumerable<(PowerFact Fact, int Tenths)> Facts(Council council)
    {
        if (!council.IsOver) yield break;
        foreach (var role in new[] { Role.Facilitator, Role.Companion })
            if (council.Calls.LastOrDefault(call => call.Role == role) is { Number: not null, FirstTime: { } first })
                yield return (PowerFact.FirstGuides, Tenths(first));
        foreach (var keeper in Keepers(council)) yield return (PowerFact.FirstKeepers, Tenths(keeper));
        if (council.Sharing is not { } sharing) yield break;
        if (sharing.First is { } turns) yield return (PowerFact.FirstTurns, turns);
        if (sharing.Heard is { } heard) yield return (PowerFact.Heard, heard);
        if (sharing.ConvenerWon is { } won) yield return (PowerFact.OthersProposals, Tenths(!won));
    }

    /// <summary>Those whom the last draw of keepers left with the role.</summary>
    private static IEnumerable<bool> Keepers(Council council)
    {
        if (council.Calls.LastOrDefault(call => call.Role == Role.Keeper) is not { Draw: var draw }) return [];
        var calls = council.Calls.Where(call => call.Role == Role.Keeper && call.Draw == draw).ToArray();
        return calls.Where(call => call is { Number: not null, FirstTime: not null } && calls.All(other => other.Instead != call.Number)).Select(call => call.FirstTime!.Value);
    }

    private static int Tenths(bool yes) => yes ? TurnsCounted.Whole : 0;
}
