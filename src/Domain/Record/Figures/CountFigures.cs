using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;

namespace Faubourg.Domain.Record.Figures;

/// <param name="Number">From 1 in its council.</param>
/// <param name="Willing">Lines of its roll.</param>
/// <param name="Excluded">How many were left out because they held the role last time; companions come from the same willing.</param>
public sealed record DrawCounted(int Council, int Number, int Willing, int Excluded);

/// <summary>A round of consent.</summary>
/// <param name="Letter">The proposal: A is the first.</param>
public sealed record RoundCounted(int Council, string Letter, int Round, int Consenting, int Objections, int Silent);

/// <summary>A count of ballots, hands or paper.</summary>
/// <param name="Ballots">In all parts.</param>
/// <param name="Abstaining">Of those who could have voted; null where nobody knows.</param>
/// <param name="Sums">By choice, in all parts; empty for ranked ballots.</param>
/// <param name="Pairs">Row after row, in all parts; of ranked ballots only.</param>
public sealed record CountCounted(
    int Council, Method Method, int Ballots, int? Abstaining, ImmutableArray<long> Sums, ImmutableArray<long> Pairs, ImmutableArray<PartCounted> Parts, ImmutableArray<ChoiceCounted> Choices);

public sealed record PartCounted(CountBy By, int Ballots, ImmutableArray<int> Sums, ImmutableArray<int> Pairs);

/// <param name="Letter">Null for "leave things as they are".</param>
/// <param name="Sum">In all parts; null for ranked ballots.</param>
public sealed record ChoiceCounted(int Option, string? Letter, long? Sum);

/// <summary>What rooms drew and counted.</summary>
internal sealed class CountFigures
{
    private readonly SortedDictionary<(int Council, int Draw), DrawCounted> draws = [];
    private readonly List<RoundCounted> rounds = [];
    private readonly Dictionary<int, List<BallotsCounted>> parts = [];
    private readonly SortedDictionary<int, CountCounted> counts = [];

    public void Next(PublicEvent happened)
    {
        switch (happened)
        {
            case SheetPage { Sheet: Sheet.Roll } page:
                Change(page.Council, page.Number, draw => draw with { Willing = draw.Willing + page.Lines.Length });
                break;
            case RollClosed roll:
                Change(roll.Council, roll.Draw, draw => draw);
                break;
            case HatFilled hat when hat.Role != Role.Companion:
                Change(hat.Council, hat.Draw, draw => draw with { Excluded = draw.Excluded + hat.Excluded });
                break;
            case ConsentCounted said:
                rounds.Add(new RoundCounted(said.Council, Letter(said.Proposal), said.Round, said.Consenting, said.Objections, said.Silent));
                break;
            case ResistanceCounted count:
                counts[count.Council] = Of(count);
                break;
            case BallotsCounted part:
                Add(part);
                break;
        }
    }

    public ImmutableArray<DrawCounted> Draws() => [.. draws.Values];

    public ImmutableArray<RoundCounted> Rounds() => [.. rounds];

    public ImmutableArray<CountCounted> Counts() => [.. counts.Values];

    private void Change(int council, int number, Func<DrawCounted, DrawCounted> change) =>
        draws[(council, number)] = change(draws.GetValueOrDefault((council, number)) ?? new DrawCounted(council, number, 0, 0));

    /// <summary>Phones, hands and paper are counted apart: a count is there with the last of its parts.</summary>
    private void Add(BallotsCounted part)
    {
        if (part.Part == 1 || !parts.TryGetValue(part.Council, out var all)) parts[part.Council] = all = [];
        all.Add(part);
        if (part.Part != part.Of) return;
        var sums = Sum(all, p => p.Sums);
        counts[part.Council] = new CountCounted(
            part.Council, part.Method, all.Sum(p => p.Ballots), part.Abstaining, sums, Sum(all, p => p.Pairs),
            [.. all.Select(p => new PartCounted(p.CountedBy, p.Ballots, p.Sums, p.Pairs))],
            [.. part.Options.Select((option, n) => new ChoiceCounted(option, option == 0 ? null : Letter(option), n < sums.Length ? sums[n] : null))]);
    }

    private static ImmutableArray<long> Sum(List<BallotsCounted> all, Func<BallotsCounted, ImmutableArray<int>> row) =>
        [.. Enumerable.Range(0, all.Max(p => row(p).Length)).Select(n => all.Sum(p => (long)row(p).ElementAtOrDefault(n)))];

    private static CountCounted Of(ResistanceCounted count) => new(
        count.Council, Method.Resistance, count.Ballots, count.Abstaining, [.. count.Sums.Select(sum => (long)sum)], [],
        [new PartCounted(count.CountedBy, count.Ballots, count.Sums, [])],
        [.. count.Options.Select((option, n) => new ChoiceCounted(option, option == 0 ? null : Letter(option), n < count.Sums.Length ? count.Sums[n] : null))]);

    private static string Letter(int proposal) => ((char)('A' + proposal - 1)).ToString();
}
