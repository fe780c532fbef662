using System.Collections.Immutable;
using Faubourg.Domain.Councils;

namespace Faubourg.Domain.Decisions;

public enum Phase { Open, Checking, Tied }

/// <summary>A count under way, of one part or several that are open together. Option 0 is "leave things as they are".</summary>
/// <param name="Method">Never consent.</param>
/// <param name="Parts">Each once: hands, phones, paper, in this order.</param>
/// <param name="Options">Proposal numbers; 0 comes first.</param>
public sealed record OpenCount(Method Method, ImmutableArray<CountBy> Parts, ImmutableArray<int> Options)
{
    public Phase Phase { get; init; } = Phase.Open;

    /// <summary>Since when ballots are taken.</summary>
    public NodaTime.Instant Since { get; init; }

    /// <summary>Who was seated and here when it opened: nobody else has a ballot, and who casts none abstains.</summary>
    public ImmutableSortedSet<int> Electorate { get; init; } = [];

    /// <summary>Phones: each seat's ballot. Gone when the count closes.</summary>
    public ImmutableSortedDictionary<int, Ballot> Ballots { get; init; } = ImmutableSortedDictionary<int, Ballot>.Empty;

    /// <summary>Phones: the ballots by receipt, for a minute of "is mine there?".</summary>
    public ImmutableArray<Ballot> Rows { get; init; } = [];

    public NodaTime.Instant CheckUntil { get; init; }

    /// <summary>Hands: what each teller's device typed.</summary>
    public ImmutableSortedDictionary<string, HandsTold> Told { get; init; } = ImmutableSortedDictionary<string, HandsTold>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Hands: on what two devices agree.</summary>
    public HandsTold? Hands { get; init; }

    /// <summary>Paper: what each teller's device typed.</summary>
    public ImmutableSortedDictionary<string, PaperTold> PaperTyped { get; init; } = ImmutableSortedDictionary<string, PaperTold>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Paper: on what two devices agree.</summary>
    public PaperTold? Paper { get; init; }

    /// <summary>Options that stand equal at the top.</summary>
    public ImmutableArray<int> TiedOptions { get; init; } = [];

    /// <summary>Which of them came out of the hat, by device that typed it.</summary>
    public ImmutableSortedDictionary<string, int> TieTyped { get; init; } = ImmutableSortedDictionary<string, int>.Empty.WithComparers(StringComparer.Ordinal);

    public bool Doubted { get; init; }

    /// <summary>The method and the options, as numbers with "-" between: what a ballot answers.</summary>
    public string Asks => string.Join('-', Options.Prepend((int)Method));

    public bool Has(CountBy part) => Parts.Contains(part);

    /// <summary>Its figures from hands and paper are there: nothing but phones is awaited.</summary>
    public bool IsTold => (!Has(CountBy.Hands) || Hands is not null) && (!Has(CountBy.Paper) || Paper is not null);

    /// <summary>How many ballots there are so far, in all parts together.</summary>
    public int Cast => Ballots.Count + Rows.Length + (Hands?.Voters ?? 0) + (Paper?.Ballots ?? 0);
}

/// <param name="Receipt">128 random bits, 22 base64url characters.</param>
/// <param name="Values">In the order of the options, as <see cref="Scale"/> says.</param>
public sealed record Ballot(string Receipt, ImmutableArray<int> Values);

/// <summary>Hands as two tellers count them.</summary>
/// <param name="One">Approval and majority: hands for each option. Resistance: who raised one hand.</param>
/// <param name="Two">Resistance: who raised two; empty otherwise.</param>
/// <param name="Voters">Approval and majority: how many vote by hand, counted first. Resistance: 0.</param>
public sealed record HandsTold(ImmutableArray<int> One, ImmutableArray<int> Two, int Voters = 0)
{
    public bool Same(HandsTold other) =>
        Voters == other.Voters && One.AsSpan().SequenceEqual(other.One.AsSpan()) && Two.AsSpan().SequenceEqual(other.Two.AsSpan());
}

/// <summary>Paper ballots as two tellers count them.</summary>
/// <param name="Ballots">How many, blank ones with them.</param>
/// <param name="Sums">What they give to each option together; empty for ranked ballots.</param>
/// <param name="Lines">Ranked ballots, those that say the same on one line, as <see cref="RankedLine"/> writes them; empty otherwise.</param>
public sealed record PaperTold(int Ballots, ImmutableArray<int> Sums, ImmutableArray<string> Lines)
{
    public bool Same(PaperTold other) =>
        Ballots == other.Ballots && Sums.AsSpan().SequenceEqual(other.Sums.AsSpan()) && Lines.AsSpan().SequenceEqual(other.Lines.AsSpan());
}
