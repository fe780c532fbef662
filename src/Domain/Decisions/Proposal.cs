using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Decisions;

/// <summary>Why a proposal is not decided here.</summary>
public enum SetAside
{
    /// <summary>Marked and seconded: it goes to an open council announced 72 hours ahead.</summary>
    Line,

    /// <summary>Two seats said it is outside our covenant.</summary>
    Covenant,
}

/// <summary>A proposal while its council talks.</summary>
/// <param name="Number">From 1: A, B, C on cards.</param>
/// <param name="Author">The seat that made it.</param>
/// <param name="What">What we will do.</param>
/// <param name="By">By when.</param>
/// <param name="Needs">What it needs.</param>
/// <param name="Permission">Whether permission from outside is needed.</param>
/// <param name="Touches">What of the quarter it would change.</param>
/// <param name="Amendment">The amendment it says no to.</param>
public sealed record Draft(
    int Number, int Author, Text What, LocalDate? By, Text? Needs, bool Permission, Touches Touches, int? Amendment)
{
    /// <summary>The words it would take out of the record.</summary>
    public TextAt? Target { get; init; }

    /// <summary>What it does beside its words.</summary>
    public Deed? Deed { get; init; }

    public bool Withdrawn { get; init; }

    public int? MergedInto { get; init; }

    /// <summary>Its author would merge it into this one.</summary>
    public int? MergeOffered { get; init; }

    public SetAside? Aside { get; init; }

    /// <summary>Why somebody marked it.</summary>
    public Text? Reason { get; init; }

    /// <summary>Why the room called it back.</summary>
    public Text? CalledBack { get; init; }

    /// <summary>Who marked or seconded the line.</summary>
    public ImmutableSortedSet<int> Marked { get; init; } = [];

    public ImmutableSortedSet<int> SaidOutside { get; init; } = [];

    /// <summary>May be decided here.</summary>
    public bool Stands => IsKept && Aside is null;

    /// <summary>Belongs in the record.</summary>
    public bool IsKept => !Withdrawn && MergedInto is null;

    internal IEnumerable<Event> Written(int council)
    {
        yield return new ProposalMade(council, Number, By, Permission, Touches, Amendment, What, Needs, Target?.Seq, Target?.Name);
        if (CalledBack is not null)
        {
            yield return new ProposalSetAside(council, Number, SetAside.Covenant, Reason);
            yield return new ProposalCalledBack(council, Number, CalledBack);
        }
        if (Aside is { } ground) yield return new ProposalSetAside(council, Number, ground, Reason);
    }
}

/// <summary>A proposal as the record has it.</summary>
public sealed record Proposal(
    int Number, TextAt What, LocalDate? By, TextAt? Needs, bool Permission, Touches Touches, int? Amendment, SetAside? Aside, TextAt? Reason)
{
    /// <summary>Why more than half of the room called back what two had stopped.</summary>
    public TextAt? CalledBack { get; init; }

    /// <summary>The words it would take out of the record.</summary>
    public TextAt? Target { get; init; }
}

/// <param name="Entry">With <see cref="Touches.Words"/>: the leaf where the words were disclosed.</param>
/// <param name="Field">With <see cref="Touches.Words"/>: the name of the disclosure there.</param>
[Leaf("proposal.made")]
public sealed record ProposalMade(
    int Council,
    int Proposal,
    LocalDate? By,
    bool Permission,
    Touches Touches,
    int? Amendment,
    Text What,
    Text? Needs,
    long? Entry = null,
    string? Field = null) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        Proposals = c.Proposals.Add(Proposal, new Proposal(
            Proposal,
            new TextAt(stamp.Seq, "what"),
            By,
            Needs is null ? null : new TextAt(stamp.Seq, "needs"),
            Permission,
            Touches,
            Amendment,
            null,
            null)
        {
            Target = TextAt.Of(Entry, Field),
        }),
    });
}

[Leaf("proposal.set_aside")]
public sealed record ProposalSetAside(int Council, int Proposal, SetAside Ground, Text? Reason) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        Proposals = c.Proposals.SetItem(Proposal, c.Proposals[Proposal] with
        {
            Aside = Ground,
            Reason = Reason is null ? null : new TextAt(stamp.Seq, "reason"),
        }),
    });
}
