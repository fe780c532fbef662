using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Tests.Histories;

/// <summary>Every vote kept and counted again in the simplest way there is, from what was said alone.</summary>
internal sealed class Recount
{
    private readonly Dictionary<int, Dictionary<int, ImmutableArray<int>>> cast = [];

    private readonly Dictionary<int, HandsTold> hands = [];

    private readonly Dictionary<int, PaperTold> paper = [];

    private readonly Dictionary<int, ImmutableArray<int>> electorate = [];

    private readonly Dictionary<int, List<BallotsCounted>> parts = [];

    private readonly Dictionary<(int Council, int Proposal), Dictionary<int, bool>> said = [];

    private readonly Dictionary<int, bool> blank = [];

    /// <summary>What is wrong with a count or a decision; the first thing found stays.</summary>
    public string? Wrong { get; private set; }

    public void Note(Quarter before, Event e)
    {
        switch (e)
        {
            case CountOpened c: Open(before, c); break;
            case BallotCast c:
                Require(electorate[c.Council].Contains(c.Seat), $"{c} from outside the electorate");
                cast[c.Council][c.Seat] = c.Ballot.Values;
                break;
            case HandsAgreed c: hands[c.Council] = c.Told; break;
            case PaperAgreed c: paper[c.Council] = c.Told; break;
            case CountReopened c: cast[c.Council] = []; hands.Remove(c.Council); paper.Remove(c.Council); break;
            case BallotsCounted c: Counted(before, c); break;
            case ResistanceCounted { CountedBy: CountBy.Phones } c: Resisted(c); break;
            case RoundOpened c: said[(c.Council, c.Proposal)] = []; break;
            case ConsentSaid c: said[(c.Council, before.Councils[c.Council].Room!.Deliberation.Subject!.Value)][c.Seat] = c.Objection is null; break;
            case DecisionMade { Method: Method.Consent } c: Consented(c); break;
            case DecisionMade { Method: not Method.Resistance } c: Won(c); break;
        }
    }

    private void Open(Quarter before, CountOpened c)
    {
        cast[c.Council] = [];
        hands.Remove(c.Council);
        paper.Remove(c.Council);
        electorate[c.Council] = [.. before.Councils[c.Council].Room!.Seats.Values.Where(s => s is { Here: true, MayBallot: true }).Select(s => s.Number)];
    }

    private void Counted(Quarter before, BallotsCounted c)
    {
        if (c.Part == 1) parts[c.Council] = [];
        parts[c.Council].Add(c);
        var ballots = c.CountedBy switch
        {
            CountBy.Phones => cast[c.Council].Values.ToList(),
            CountBy.Paper when c.Method == Method.Ranked =>
                [.. paper[c.Council].Lines.SelectMany(l => Enumerable.Repeat(RankedLine.Parse(l, c.Options)!, RankedLine.Parse(l, c.Options)!.Times)).Select(l => l.Ranks)],
            _ => null,
        };
        if (ballots is not null) Same(c, ballots);
        if (ballots is null && c.CountedBy == CountBy.Hands) Require(c.Sums.SequenceEqual(hands[c.Council].One) && c.Ballots == hands[c.Council].Voters, $"{c}: other hands");
        if (ballots is null && c.CountedBy == CountBy.Paper) Require(c.Sums.SequenceEqual(paper[c.Council].Sums) && c.Ballots == paper[c.Council].Ballots, $"{c}: other paper");
        if (c.Part < c.Of) return;
        var council = before.Councils[c.Council];
        var all = parts[c.Council].Sum(p => p.Ballots);
        if (council.Room!.Heads is { } heads) Require(all <= heads + council.Room.Seats.Values.Count(s => s.Remote), $"{c}: {all} ballots of {heads}");
        blank[c.Council] = parts[c.Council].All(p => p.Sums.All(s => s == 0) && p.Pairs.All(s => s == 0));
    }

    private void Same(BallotsCounted c, List<ImmutableArray<int>> ballots)
    {
        Require(c.Ballots == ballots.Count, $"{c}: {ballots.Count} were cast");
        for (var a = 0; a < c.Options.Length; a++)
        {
            if (c.Method != Method.Ranked) Require(c.Sums[a] == ballots.Sum(b => b[a]), $"{c}: another sum");
            for (var b = 0; c.Method == Method.Ranked && b < c.Options.Length; b++)
                Require(c.Pairs[a * c.Options.Length + b] == ballots.Count(r => r[a] > 0 && (r[b] == 0 || r[a] < r[b])), $"{c}: another table");
        }
    }

    private void Resisted(ResistanceCounted c)
    {
        var ballots = cast[c.Council].Values;
        Require(c.Ballots == ballots.Count && c.Sums.Select((sum, i) => sum == ballots.Sum(b => b[i])).All(s => s), $"{c}: other ballots");
    }

    /// <summary>Whoever objected in the round of the decision took it back in that round, or it was no consent.</summary>
    private void Consented(DecisionMade c)
    {
        if (!said.TryGetValue((c.Council, c.Proposal), out var all)) return;
        Require(all.Values.All(yes => yes), $"{c} against a standing objection");
    }

    /// <summary>Nobody stands clearly before what was decided, as anybody sees it: in sums more, in a table everybody.</summary>
    private void Won(DecisionMade c)
    {
        var all = parts[c.Council];
        var options = all[0].Options;
        Require(!blank[c.Council] && c.Method == all[0].Method && options.Contains(c.Proposal), $"{c}: nobody voted for it so");
        int At(int one, int other) => all.Sum(p => p.Pairs[one * options.Length + other]);
        var won = options.IndexOf(c.Proposal);
        for (var o = 0; o < options.Length; o++)
        {
            if (c.Method != Method.Ranked) Require(all.Sum(p => p.Sums[o]) <= all.Sum(p => p.Sums[won]), $"{c}: another has more");
            else if (o != won) Require(options.Select((_, x) => x).Any(x => x != o && At(o, x) <= At(x, o)), $"{c}: another beats everybody");
        }
    }

    private void Require(bool holds, string otherwise)
    {
        if (!holds) Wrong ??= otherwise;
    }
}
