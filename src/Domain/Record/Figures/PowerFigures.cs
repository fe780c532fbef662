using System.Collections.Immutable;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Power;

namespace Faubourg.Domain.Record.Figures;

/// <param name="Count">How many facts there are.</param>
/// <param name="Percent">0 to 100, rounded half up; null under ten facts.</param>
public sealed record ShareCounted(int Count, int? Percent);

/// <param name="Quarter">1 is January to March, in UTC, by when councils began.</param>
public sealed record PowerSeason(int Year, int Quarter, ImmutableSortedDictionary<PowerFact, ShareCounted> Shares);

/// <param name="All">Over all its life.</param>
/// <param name="Seasons">The same by quarters of the year, oldest first.</param>
public sealed record PowerCounted(ImmutableSortedDictionary<PowerFact, ShareCounted> All, ImmutableArray<PowerSeason> Seasons);

internal sealed class PowerFigures(CouncilFigures councils)
{
    private const int Tenths = 10;

    public PowerCounted Counted()
    {
        var told = councils.All.Where(c => c.Outcome is not null).SelectMany(c => Facts(c).Select(fact => (Season: Season(c), fact.Fact, fact.Of))).ToArray();
        return new PowerCounted(
            Shares(told.Select(t => (t.Fact, t.Of))),
            [.. told.GroupBy(t => t.Season).OrderBy(s => s.Key).Select(s => new PowerSeason(s.Key.Year, s.Key.Quarter, Shares(s.Select(t => (t.Fact, t.Of)))))]);
    }

    private static (int Year, int Quarter) Season(Sat council) => council.Starts.InUtc().Date is var day ? (day.Year, 1 + (day.Month - 1) / 3) : default;

    private static ImmutableSortedDictionary<PowerFact, ShareCounted> Shares(IEnumerable<(PowerFact Fact, int Of)> told) => told
        .GroupBy(t => t.Fact, t => t.Of)
        .ToImmutableSortedDictionary(facts => facts.Key, facts => Share([.. facts]));

    private static ShareCounted Share(int[] tenths) => new(
        tenths.Length,
        tenths.Length < Power.Share.Least ? null : (int)Math.Floor((100m * tenths.Sum() / (Tenths * tenths.Length)) + 0.5m));

    private static IEnumerable<(PowerFact Fact, int Of)> Facts(Sat council)
    {
        foreach (var role in new[] { Role.Facilitator, Role.Companion })
            if (council.Calls.FindLast(c => c.Call.Role == role).Call is { Number: not null, FirstTime: { } first })
                yield return (PowerFact.FirstGuides, Whole(first));
        foreach (var keeper in Keepers(council)) yield return (PowerFact.FirstKeepers, Whole(keeper));
        if (council.Turns is not { } turns) yield break;
        if (turns.First is { } firsts) yield return (PowerFact.FirstTurns, firsts);
        if (turns.Heard is { } heard) yield return (PowerFact.Heard, heard);
        if (turns.ConvenerWon is { } won) yield return (PowerFact.OthersProposals, Whole(!won));
    }

    /// <summary>Of the last lot for keepers those who did not step back; each said whether it was their first time.</summary>
    private static IEnumerable<bool> Keepers(Sat council)
    {
        var keepers = council.Calls.FindAll(c => c.Call.Role == Role.Keeper);
        if (keepers.Count == 0) yield break;
        var last = keepers.FindAll(c => c.Draw == keepers[^1].Draw).ConvertAll(c => c.Call);
        var gone = last.Select(c => c.Instead).OfType<int>().ToHashSet();
        foreach (var call in last)
            if (call is { Number: { } number, FirstTime: { } first } && !gone.Contains(number))
                yield return first;
    }

    private static int Whole(bool yes) => yes ? Tenths : 0;
}
