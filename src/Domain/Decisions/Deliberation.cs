using System.Collections.Immutable;
using Faubourg.Domain.Councils;

namespace Faubourg.Domain.Decisions;

/// <summary>Where deciding stands.</summary>
public sealed record Deliberation
{
    /// <summary>The method in use, when the room was stuck with the other.</summary>
    public Method? Method { get; init; }

    /// <summary>Consent: the proposal before the room.</summary>
    public int? Subject { get; init; }

    /// <summary>Consent: from 1; 0 while nothing is before the room.</summary>
    public int Round { get; init; }

    public bool RoundOpen { get; init; }

    public NodaTime.Instant RoundSince { get; init; }

    /// <summary>Consent: who was seated and here when the round opened.</summary>
    public ImmutableSortedSet<int> RoundElectorate { get; init; } = [];

    /// <summary>Consent: who said yes in this round.</summary>
    public ImmutableSortedSet<int> Consenting { get; init; } = [];

    /// <summary>Consent by hands: how many hands each teller's device typed.</summary>
    public ImmutableSortedDictionary<string, int> HandsTyped { get; init; } = ImmutableSortedDictionary<string, int>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Every objection of the evening.</summary>
    public ImmutableArray<Concern> Concerns { get; init; } = [];

    /// <summary>The room chose a smaller step: one more round.</summary>
    public bool SmallerStep { get; init; }

    /// <summary>The room leaves things as they are.</summary>
    public bool NotTonight { get; init; }

    /// <summary>The count being made, by any method but consent.</summary>
    public OpenCount? Count { get; init; }

    /// <summary>A ballot is being taken.</summary>
    public bool IsOpen => RoundOpen || Count is { Phase: Phase.Open or Phase.Checking };

    /// <summary>Whose ballot it is: fixed when it opened. Null while none is open.</summary>
    public ImmutableSortedSet<int>? Electorate => RoundOpen ? RoundElectorate : Count?.Electorate;

    public IEnumerable<Concern> InThisRound => Concerns.Where(c => c.Proposal == Subject && c.Round == Round);

    /// <summary>Whoever sits there now has not seen what was cast before, and never will: it is cast anew.</summary>
    internal Deliberation WithoutBallot(int seat) =>
        Count is { } count && count.Ballots.ContainsKey(seat) ? this with { Count = count with { Ballots = count.Ballots.Remove(seat) } } : this;

    /// <summary>Some objection of that round was neither integrated nor withdrawn.</summary>
    public bool SomeStand(int proposal, int round) =>
        Concerns.Any(c => c.Proposal == proposal && c.Round == round && c.End is null or End.Stands);
}

/// <summary>What became of an objection.</summary>
public enum End { Integrated, Withdrawn, Stands }

/// <summary>An objection, with its reason.</summary>
/// <param name="Seat">Whose; the record never says.</param>
public sealed record Concern(int Number, int Proposal, int Round, int Seat, Text Reason, End? End = null, bool Written = false)
{
    /// <summary>What nobody met stands.</summary>
    internal ObjectionRecorded Leaf(int council) => new(council, Proposal, Round, End ?? Decisions.End.Stands, Reason.AsTheCouncils());
}
