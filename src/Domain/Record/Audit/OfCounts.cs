using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;

namespace Faubourg.Domain.Record.Audit;

/// <summary>The arithmetic of both methods, redone.</summary>
internal static class OfCounts
{
    private const int ForRows = 20;

    private const int TwoHands = 2;

    private const int MostResistance = 10;

    public static void Check(Case c, PublicEvent happened)
    {
        switch (happened)
        {
            case ConsentCounted e: Consent(c, e); break;
            case ObjectionRecorded e: Objection(c, e); break;
            case ResistanceCounted e: Resisted(c, e); break;
        }
    }

    private static void Consent(Case c, ConsentCounted e)
    {
        if (c.LivingAt(e.Council, Step.Deciding) is not { } council || OfDecisions.Proposal(c, council, e.Proposal) is not { } proposal) return;
        c.Require(council.Decision is null && proposal.Aside is null, Rule.OneDecision, "It was decided, or set aside, before.");
        c.Require(council.Method == Method.Consent, Rule.MethodAsAnnounced, "Consent was not announced.");
        c.Require(e.Round == council.RoundsOf(e.Proposal) + 1, Rule.NumbersInOrder, "The round is not the next one.");
        c.Require(e.Consenting >= 0 && e.Objections >= 0 && e.Silent >= 0, Rule.ConsentAddsUp, "Nobody is fewer than none.");
        if (!e.ByHands || council.HeadsAtDeciding == 0) return;
        var (all, top) = (e.Consenting + e.Objections + e.Silent, Bands.Top(council.HeadsAtDeciding) ?? int.MaxValue);
        c.Require(
            all >= council.HeadsAtDeciding && e.Consenting <= top && (e.Silent == 0 || all <= top), Rule.ConsentAddsUp, "The hands are more, or fewer, than the heads.");
    }

    private static void Objection(Case c, ObjectionRecorded e)
    {
        if (c.LivingAt(e.Council, Step.Deciding) is not { } council || OfDecisions.Proposal(c, council, e.Proposal) is null) return;
        c.Require(!council.OnPaper, Rule.PaperWhole, "A council on paper records no objection.");
        // One more than was counted: the room may have moved on in the midst of a round.
        c.Require(e.Round >= 1 && e.Round <= council.RoundsOf(e.Proposal) + 1, Rule.ConsentAddsUp, "There was no such round.");
    }

    /// <summary>When deciding is over, as many objections are kept as were counted.</summary>
    public static void AllObjectionsAreKept(Case c, Council council)
    {
        foreach (var count in council.ConsentCounts)
        {
            var kept = 0;
            foreach (var objection in council.Objections)
                if (objection.Proposal == count.Proposal && objection.Round == count.Round) kept++;
            c.Require(kept == count.Objections, Rule.ConsentAddsUp, "Objections were counted that are not kept, or kept and not counted.");
        }
    }

    private static void Resisted(Case c, ResistanceCounted e)
    {
        if (c.LivingAt(e.Council, Step.Deciding) is not { } council) return;
        c.Require(!council.OnPaper, Rule.PaperWhole, "A council on paper counts hands for consent.");
        c.Require(council.Decision is null, Rule.OneDecision, "It was decided before.");
        c.Require(
            council.Method == Method.Resistance || council.ConsentCounts.Any(k => k.Round >= OpenRound.BeforeTheRoomChooses),
            Rule.MethodAsAnnounced,
            "Resistance was not announced, and no two rounds of consent were held.");
        c.Require(council.ResistanceCount is not { } before || Settled(council, before) is null, Rule.ResistanceAddsUp, "It was counted before, and settled.");
        if (!Shaped(c, e, council)) return;
        if (e.CountedBy == CountBy.Hands) Hands(c, e, council);
        else Phones(c, e);
    }

    private static bool Shaped(Case c, ResistanceCounted e, Council council)
    {
        var n = e.Options.Length;
        var sound = c.Require(n >= 2 && e.Options[0] == 0 && e.Sums.Length == n, Rule.ResistanceAddsUp, "Leaving things as they are comes first, then each proposal with its sum.");
        if (!sound) return false;
        for (var i = 1; i < n; i++)
            sound &= c.Require(
                e.Options[i] > e.Options[i - 1] && council.Proposals.TryGetValue(e.Options[i], out var p) && p.Aside is null && p.Touches != Quarters.Touches.Covenant,
                Rule.ResistanceAddsUp,
                "An option cannot be decided here so.");
        foreach (var proposal in council.Proposals.Values)
            // One that was stopped and called back may have come too late for the ballots that were out.
            if (proposal is { Aside: null, CalledBack: null, Touches: Quarters.Touches.Nothing })
                c.Require(e.Options.Contains(proposal.Number), Rule.ResistanceAddsUp, "A proposal that stood was left out.");
        var tied = IsTied(e.Sums);
        sound &= c.Require(
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
        c.Require(e.Digest is null, Rule.ResistanceAddsUp, "Hands leave no sheet.");
        c.Require(e.Ballots == Bands.Of(e.Ballots) && (council.HeadsAtDeciding == 0 || e.Ballots == council.HeadsAtDeciding), Rule.ResistanceAddsUp, "Other heads than were counted.");
        if (Bands.Top(e.Ballots) is { } top) Highest(c, e, top, TwoHands);
    }

    private static void Phones(Case c, ResistanceCounted e)
    {
        c.Require(e.Ballots >= CloseRoll.Least, Rule.ThreePresent, "Fewer than three cast a ballot.");
        if (!c.Require(e.Ballots >= ForRows == e.Digest is not null, Rule.ResistanceAddsUp, "From 20 ballots on they are published one by one.")) return;
        Highest(c, e, e.Ballots, MostResistance);
        if (e.Digest is not null && OfDraws.Lines(c, e.Council, Sheet.Ballots) is { } lines) Rows(c, e, lines);
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

    private static void Rows(Case c, ResistanceCounted e, ImmutableArray<string> lines)
    {
        if (!c.Require(e.Ballots == lines.Length && e.Digest == Hash.Of(Vl1.Roll(lines)), Rule.SheetsWhole, "The digest is not that of the ballots.")) return;
        var ballots = new List<Ballot>(lines.Length);
        foreach (var line in lines)
            if (Read(line, e.Options.Length) is { } ballot && (ballots.Count == 0 || string.CompareOrdinal(ballots[^1].Receipt, ballot.Receipt) < 0)) ballots.Add(ballot);
        if (!c.Require(ballots.Count == lines.Length, Rule.ResistanceAddsUp, "A ballot is not in the order of receipts, or not from 0 to 10 for each option.")) return;
        c.Require(Resistance.Sums(e.Options.Length, ballots).AsSpan().SequenceEqual(e.Sums.AsSpan()), Rule.ResistanceAddsUp, "The sums are not those of the ballots.");
        for (var i = 0; i < e.Highest.Length; i++)
        {
            var high = ballots.Max(b => b.Values[i]);
            c.Require(high == e.Highest[i] && ballots.Count(b => b.Values[i] == high) == e.AtHighest[i], Rule.ResistanceAddsUp, "The highest values are not those of the ballots.");
        }
    }

    private static Ballot? Read(string line, int options)
    {
        var parts = line.Split(';');
        if (parts.Length != options + 1 || parts[0].Length != 22) return null;
        var values = ImmutableArray.CreateBuilder<int>(options);
        foreach (var part in parts.AsSpan(1))
        {
            if (!int.TryParse(part, System.Globalization.NumberStyles.None, null, out var value) || value > MostResistance) return null;
            values.Add(value);
        }
        return new Ballot(parts[0], values.MoveToImmutable());
    }

    /// <summary>A decision by resistance is for what came out least.</summary>
    public static void Won(Case c, DecisionMade e, Council council)
    {
        if (!c.Require(council.ResistanceCount is not null, Rule.ResistanceAddsUp, "No count of resistance was made.")) return;
        var count = council.ResistanceCount!;
        c.Require(Settled(council, count) is { } least ? least == e.Proposal : Least(count).Contains(e.Proposal), Rule.ResistanceAddsUp, "Another option met less resistance.");
    }

    /// <summary>Which option the count settled; null where only a paper hat can.</summary>
    private static int? Settled(Council council, ResistanceCount count)
    {
        var least = Least(count);
        if (least.Length == 1) return least[0];
        return council.Draws.LastOrDefault(d => d.Seed is not null)?.Seed is { } seed
            ? least.MinBy(option => Vl1.Ticket(seed, "tie", option), StringComparer.Ordinal)
            : null;
    }

    private static ImmutableArray<int> Least(ResistanceCount count)
    {
        ImmutableArray<int> none = [.. count.Options.Select(_ => 0)];
        return Resistance.Least(count.Options, count.Sums, count.Highest.IsEmpty ? none : count.Highest, count.AtHighest.IsEmpty ? none : count.AtHighest);
    }
}
