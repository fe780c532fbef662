using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;

namespace Faubourg.Domain.Record.Audit;

/// <summary>What bothers us least, by hands alone or on phones alone, redone.</summary>
internal static class OfResistance
{
    private const int TwoHands = 2;

    public static void Check(Case c, ResistanceCounted e)
    {
        if (c.LivingAt(e.Council, Step.Deciding) is not { } council) return;
        OfCounts.Countable(c, council, Method.Resistance);
        if (!Shaped(c, e, council)) return;
        if (e.CountedBy == CountBy.Hands) Hands(c, e, council);
        else if (c.Require(e.CountedBy == CountBy.Phones, Rule.ResistanceAddsUp, "Paper is counted in parts.")) Phones(c, e, council);
    }

    private static bool Shaped(Case c, ResistanceCounted e, Council council)
    {
        var n = e.Options.Length;
        if (!OfCounts.AreOptions(c, council, e.Options, Rule.ResistanceAddsUp)) return false;
        if (!c.Require(e.Sums.Length == n, Rule.ResistanceAddsUp, "Each option has its sum.")) return false;
        var tied = IsTied(e.Sums);
        var sound = c.Require(
            e.Highest.Length == (tied ? n : 0) && e.AtHighest.Length == (tied ? n : 0), Rule.ResistanceAddsUp, "Highest values are told where sums are equal, and only there.");
        foreach (var sum in e.Sums) sound &= c.Require(sum >= 0, Rule.ResistanceAddsUp, "A sum is under nothing.");
        return sound;
    }

    private static bool IsTied(ImmutableArray<int> sums)
    {
        var least = sums.Min();
        return sums.Count(s => s == least) > 1;
    }

    private static void Hands(Case c, ResistanceCounted e, Council council)
    {
        c.Require(e.Digest is null && e.Abstaining is null, Rule.ResistanceAddsUp, "Hands leave no sheet.");
        c.Require(e.Ballots == Bands.Of(e.Ballots) && (council.HeadsAtDeciding == 0 || e.Ballots == council.HeadsAtDeciding), Rule.ResistanceAddsUp, "Other heads than were counted.");
        if (Bands.Top(e.Ballots) is { } top) Highest(c, e, top, TwoHands);
    }

    private static void Phones(Case c, ResistanceCounted e, Council council)
    {
        c.Require(e.Ballots >= CloseRoll.Least, Rule.ThreePresent, "Fewer than three cast a ballot.");
        c.Require(e.Abstaining is not < 0, Rule.ResistanceAddsUp, "Nobody is fewer than none.");
        OfCounts.WithinHeads(c, council, (long)e.Ballots + (e.Abstaining ?? 0));
        Highest(c, e, e.Ballots, Scale.HighestResistance);
        if (OfRows.Of(c, e.Council, Method.Resistance, e.Ballots, e.Options.Length, e.Digest, Rule.ResistanceAddsUp) is not { } rows) return;
        c.Require(Resistance.Sums(e.Options.Length, rows).AsSpan().SequenceEqual(e.Sums.AsSpan()), Rule.ResistanceAddsUp, "The sums are not those of the ballots.");
        for (var i = 0; i < e.Highest.Length; i++)
        {
            var high = rows.Max(b => b.Values[i]);
            c.Require(high == e.Highest[i] && rows.Count(b => b.Values[i] == high) == e.AtHighest[i], Rule.ResistanceAddsUp, "The highest values are not those of the ballots.");
        }
    }

    /// <summary>No sum and no highest value can be more than everybody's.</summary>
    private static void Highest(Case c, ResistanceCounted e, int ballots, int most)
    {
        for (var i = 0; i < e.Sums.Length; i++)
        {
            c.Require(e.Sums[i] <= (long)ballots * most, Rule.ResistanceAddsUp, "A sum is more than everybody's resistance.");
            if (e.Highest.IsEmpty) continue;
            var (high, at, sum) = (e.Highest[i], e.AtHighest[i], e.Sums[i]);
            var others = ballots - at;
            c.Require(
                high >= 0 && high <= most && at >= 0 && at <= ballots && (long)high * at <= sum && sum <= (long)high * at + (long)Math.Max(0, high - 1) * others,
                Rule.ResistanceAddsUp,
                "The highest value does not fit its sum.");
        }
    }

    public static ImmutableArray<int> Least(ResistanceCount count) =>
        Resistance.Least(count.Options, count.Sums, count.Highest, count.AtHighest);
}
