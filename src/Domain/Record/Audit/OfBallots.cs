using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Counting;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;

namespace Faubourg.Domain.Record.Audit;

/// <summary>A count in parts, redone: each part for itself, then all together.</summary>
internal static class OfBallots
{
    /// <summary>Hands, phones, paper.</summary>
    private const int MostParts = 3;

    private const int LeastApart = 3;

    private const Rule Adds = Rule.BallotsAddUp;

    public static void Check(Case c, BallotsCounted e)
    {
        if (c.LivingAt(e.Council, Step.Deciding) is not { } council) return;
        if (!InOrder(c, e, council)) return;
        if (e.Part == 1) OfCounts.Countable(c, council, e.Method);
        if (!OfCounts.AreOptions(c, council, e.Options, Adds) || !Shaped(c, e)) return;
        if (e.Method == Method.Ranked) Ranked(c, e);
        else Summed(c, e);
        Rows(c, e);
        if (e.Part == e.Of) Together(c, e, council);
    }

    private static bool InOrder(Case c, BallotsCounted e, Council council)
    {
        if (!c.Require(e.Of is >= 1 and <= MostParts && e.Part >= 1 && e.Part <= e.Of, Adds, "A count has one to three parts.")) return false;
        var before = council.BallotsCounts;
        if (e.Part == 1) return c.Require(before is not [.., { } broken] || broken.Part == broken.Of, Adds, "The count before is broken off.");
        return c.Require(
            before is [.., { } last] && last.Part == e.Part - 1 && last.Of == e.Of && last.Method == e.Method && last.By < e.CountedBy
                && last.Options.AsSpan().SequenceEqual(e.Options.AsSpan()),
            Adds,
            "The part does not follow the one before.");
    }

    private static bool Shaped(Case c, BallotsCounted e)
    {
        var n = e.Options.Length;
        var ranked = e.Method == Method.Ranked;
        c.Require(e.Part == e.Of ? e.Abstaining >= 0 : e.Abstaining is null, Adds, "Who abstained is told with the last part.");
        c.Require(e.Method == Method.Consent || Scale.Takes(e.Method, e.CountedBy, e.Of), Rule.MethodAsAnnounced, "This way is not counted so.");
        c.Require(e.Method != Method.Resistance || e.Of > 1 || e.CountedBy == CountBy.Paper, Adds, "Resistance by hands alone or on phones alone has a leaf of its own.");
        c.Require(e.Of == 1 || e.CountedBy == CountBy.Hands || e.Ballots is <= 0 or >= LeastApart, Adds, "So few secret ballots do not stand apart.");
        return e.Method != Method.Consent
            && c.Require(e.Ballots >= 0 && e.Sums.Length == (ranked ? 0 : n) && e.Pairs.Length == (ranked ? n * n : 0), Adds, "Each option has its sum, or each two their place in the table.");
    }

    /// <summary>No sum is more than the ballots can give.</summary>
    private static void Summed(Case c, BallotsCounted e)
    {
        var most = (long)e.Ballots * Scale.Highest(e.Method, e.Options.Length);
        var all = 0L;
        foreach (var sum in e.Sums)
        {
            c.Require(sum >= 0 && sum <= most, Adds, "So many ballots cannot give that sum.");
            all += sum;
        }
        if (e.Method == Method.Majority) c.Require(all <= e.Ballots, Adds, "Somebody had two votes.");
    }

    /// <summary>A table that so many rankings can make: who wants a before b, and b before c, wants a before c.</summary>
    private static void Ranked(Case c, BallotsCounted e)
    {
        var n = e.Options.Length;
        if (!c.Require(Pairs.Parse(n, [.. e.Pairs.Select(p => (long)p)], e.Ballots) is not null, Adds, "So many ballots do not make that table.")) return;
        for (var one = 0; one < n; one++)
            for (var two = 0; two < n; two++)
                for (var three = 0; three < n; three++)
                    if (one != two && two != three && one != three)
                        c.Require(
                            e.Pairs[one * n + three] >= (long)e.Pairs[one * n + two] + e.Pairs[two * n + three] - e.Ballots,
                            Adds,
                            "No rankings make that table.");
    }

    private static void Rows(Case c, BallotsCounted e)
    {
        if (e.CountedBy != CountBy.Phones)
        {
            c.Require(e.Digest is null, Adds, "Hands and paper leave no sheet.");
            return;
        }
        var n = e.Options.Length;
        if (OfRows.Of(c, e.Council, e.Method, e.Ballots, n, e.Digest, Adds) is not { } rows) return;
        if (e.Method != Method.Ranked)
        {
            c.Require(Resistance.Sums(n, rows).AsSpan().SequenceEqual(e.Sums.AsSpan()), Adds, "The sums are not those of the ballots.");
            return;
        }
        var pairs = new Pairs(n);
        foreach (var row in rows) pairs.Add(row.Values.AsSpan(), 1);
        c.Require(pairs.Rows.SequenceEqual(e.Pairs.Select(p => (long)p)), Adds, "The table is not that of the ballots.");
    }

    /// <summary>Three ballots or more, and no more than there were heads.</summary>
    private static void Together(Case c, BallotsCounted e, Council council)
    {
        ImmutableArray<BallotsCount> before = e.Part == 1 ? [] : council.BallotsCounts;
        var ballots = before.Sum(p => (long)p.Ballots) + e.Ballots;
        c.Require(ballots >= CloseRoll.Least, Rule.ThreePresent, "Fewer than three cast a ballot.");
        c.Require(
            council.Attendance != Attendance.Remote || e is { Of: 1, CountedBy: CountBy.Phones }, Adds, "Who meets at a distance has neither hands nor paper.");
        var all = ballots + Math.Max(0, e.Abstaining ?? 0);
        OfCounts.WithinHeads(c, council, all);
        if (council is { Attendance: Attendance.Room, HeadsAtDeciding: > 0 } && e is not { Of: 1, CountedBy: CountBy.Phones })
            c.Require(all >= council.HeadsAtDeciding, Rule.VotesWithinHeads, "Votes and abstentions are fewer than the heads.");
    }
}
