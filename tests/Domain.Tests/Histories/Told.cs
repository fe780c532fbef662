using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Power;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record.Figures;
using NodaTime;
using static Faubourg.Domain.Tests.Histories.Figured;

namespace Faubourg.Domain.Tests.Histories;

/// <summary>What is told of councils, and how power was shared in them, in the words of those who count the leaves alone.</summary>
internal static class Told
{
    public static string? Differs(Quarter quarter, CountedFigures counted, Instant now)
    {
        var held = quarter.Councils.Values.Where(c => c.Outcome is Outcome.Decided or Outcome.NoDecision).ToArray();
        return Shared(Shares.Of(quarter), counted.Power)
            ?? DifferOf("stories", quarter.Councils.Values.Where(c => c.IsOver && c.Decision is not null && !IsRefused(quarter, c)).Select(c => Of(quarter, c, now)), counted.Stories)
            ?? Differ(
                "steps",
                new StepsCounted(held.Length > 0, held.Any(c => !c.Calls.IsEmpty), held.Any(c => c.Gain is not null), !quarter.Rests.IsEmpty || !quarter.Bursts.IsEmpty),
                counted.Steps)
            ?? DifferOf(
                "rituals",
                held.Select(c => c.Care?.Ritual).OfType<Care.Ritual>().CountBy(r => r).OrderBy(r => r.Key).Select(r => new RitualCounted(r.Key, r.Value)),
                counted.Rituals)
            ?? DifferOf("evenings", quarter.Councils.Values.Select(Of), counted.Evenings)
            ?? DifferOf("draws", quarter.Councils.Values.SelectMany(c => c.Draws.Select(d => new DrawCounted(c.Number, d.Number, d.Roll.Length, d.Excluded))), counted.Draws)
            ?? Differ("rounds", quarter.Councils.Values.Sum(c => c.ConsentCounts.Length), counted.Rounds.Length);
    }

    private static string? Shared(Shares shares, PowerCounted counted) =>
        DifferOf("shares", Of(shares.All), counted.All)
        ?? DifferOf(
            "shares by season",
            shares.BySeason.SelectMany(s => Of(s.Value).Select(f => (s.Key.Year, s.Key.Quarter, f.Key, f.Value))),
            counted.Seasons.SelectMany(s => s.Shares.Select(f => (s.Year, s.Quarter, f.Key, f.Value))));

    private static bool IsRefused(Quarter quarter, Council council) => quarter.Amendments.GetValueOrDefault(council.Number) is { RefusedAt: not null };

    private static IEnumerable<KeyValuePair<PowerFact, ShareCounted>> Of(ImmutableSortedDictionary<PowerFact, Share> shares) =>
        shares.Select(s => KeyValuePair.Create(s.Key, new ShareCounted(s.Value.Count, s.Value.Percent)));

    private static StoryCounted Of(Quarter quarter, Council council, Instant now) => new(
        council.Number, council.Tasks.Count, council.Tasks.Values.Count(t => t.DoneAt is not null),
        quarter.Gains.Values.FirstOrDefault(g => g.Council == council.Number)?.StateAt(quarter, now));

    private static CouncilCounted Of(Council council)
    {
        var last = council.Calls.GroupBy(c => c.Role).Select(g => g.Last()).Where(c => c.Number is not null || council.OnPaper);
        return new CouncilCounted(
            council.Number, council.Minutes, council.Changes, council.HeadsAtDraw, Bands.Top(council.HeadsAtDraw), council.HeadsAtDeciding, Bands.Top(council.HeadsAtDeciding),
            last.Count(c => c.FirstTime == true), council.Calls.Count(c => c.Why != Why.Drawn), council.Care?.Mood);
    }
}
