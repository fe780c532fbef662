using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Counting;
using Faubourg.Web.Councils.Minutes;

namespace Faubourg.Web.Councils.Counts;

/// <summary>A count that is closed, with all that anybody needs to do it again: what page, table, CSV and JSON are made of.</summary>
/// <param name="Method">What counts.</param>
/// <param name="Choices">In the order of the ballot: "leave things as they are" first.</param>
/// <param name="Parts">Phones, hands, paper: each as it was counted.</param>
public sealed record CountTold(Method Method, ImmutableArray<ChoiceTold> Choices, ImmutableArray<PartTold> Parts)
{
    /// <summary>Ballots on phones as <c>receipt;value;…</c>, from 20 on; fewer are never told one by one.</summary>
    public ImmutableArray<string> BallotLines { get; init; } = [];

    /// <summary>How many could have voted and did not; null where nobody knows.</summary>
    public int? Abstaining { get; init; }

    /// <summary>Place of what came out, among <see cref="Choices"/>; null while a hat has to say.</summary>
    public int? Chosen { get; init; }

    /// <summary>The seed of the evening's draw, where there is one: it decides between equals.</summary>
    public string? Seed { get; init; }

    public bool IsRanked => Method == Method.Ranked;

    /// <summary>Everything added up, choice after choice; nothing for a ranked count.</summary>
    public ImmutableArray<long> Sums => IsRanked ? [] : Together(Choices.Length);

    /// <summary>The largest of the sums, for the length of a bar; at least 1.</summary>
    public long Longest => Math.Max(1, Sums.DefaultIfEmpty().Max());

    /// <summary>How many ballots and hands there were; for hands of which several may be raised, the lower bound of the heads.</summary>
    public long Ballots => Parts.Sum(part => part.Ballots);

    /// <summary>Of a ranked count: how many prefer each to each other, all parts together.</summary>
    public Pairs? Pairs => IsRanked ? Pairs.Parse(Choices.Length, Together(Choices.Length * Choices.Length).AsSpan(), Ballots) : null;

    /// <summary>Best first, equals together, as places among <see cref="Choices"/>.</summary>
    public ImmutableArray<ImmutableArray<int>> Order => Ranking().Order;

    /// <summary>Who came out equal at the top, by number; one alone is no tie.</summary>
    public ImmutableArray<int> Tied => !IsBlank && Ranking().Winners is { Length: > 1 } equals ? equals : [];

    /// <summary>Not a mark for anything: things stay as they are. Resistance to nothing is an answer.</summary>
    public bool IsBlank => Method != Method.Resistance && Parts.All(part => part.Figures.All(figure => figure == 0));

    private Ranking Ranking() => Method switch
    {
        Method.Approval => Approval.Of(Sums.AsSpan()),
        Method.Score => Score.Of(Sums.AsSpan()),
        Method.Majority => Majority.Of(Sums.AsSpan()),
        Method.Ranked => Pairs is { } pairs ? Schulze.Of(pairs) : new Ranking([]),
        Method.Resistance => LeastResistance.Of(Sums.AsSpan(), Highest(choice => (int)choice.Highest!), Highest(choice => (long)choice.AtHighest!)),
        _ => throw new InvalidOperationException($"{Method} leaves no ballots to count."),
    };

    private T[] Highest<T>(Func<ChoiceTold, T> of) => Choices.Any(choice => choice.Highest is null) ? [] : [.. Choices.Select(of)];

    private ImmutableArray<long> Together(int length) =>
        [.. Enumerable.Range(0, length).Select(at => Parts.Sum(part => part.Figures[at]))];
}
