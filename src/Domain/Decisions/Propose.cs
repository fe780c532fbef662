using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Decisions;

/// <summary>What we will do, by when, what it needs, whether permission from outside is needed.</summary>
/// <param name="Target">With <see cref="Touches.Words"/>: the published text that is to be taken out of the record.</param>
/// <param name="Deed">What it does beside its words; <paramref name="Touches"/> is then the deed's.</param>
public sealed record Propose(
    int Council,
    Text What,
    LocalDate? By,
    Text? Needs,
    bool Permission,
    Touches Touches = Touches.Nothing,
    int? Amendment = null,
    TextAt? Target = null,
    Deed? Deed = null) : SeatedAct(Council)
{
    /// <summary>One letter each.</summary>
    public const int Most = 26;

    /// <summary>What it does says the rest.</summary>
    public static Propose That(int council, Text what, Deed deed) => new(council, what, null, null, Permission: false, deed.Touches, Deed: deed);

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.IsAt(Step.Hearing)) return new NotAtThisStep(sitting.Step);
        if (sitting.Room.Proposals.Count >= Most) return new TooManyProposals(Most);
        if (Touches == Touches.Amendment && !Pending(sitting)) return new NoSuchAmendment();
        if (Touches == Touches.Words && Erasure.RefuseTarget(sitting.Quarter, Target) is { } gone) return gone;
        if (Touches.HasDeed() ? Deed?.Touches != Touches : Deed is not null) return new NoSuchDeed();
        if (Deed?.Refuse(sitting.Quarter, sitting.Council, sitting.Now) is { } refusal) return refusal;
        var number = sitting.Room.Proposals.Count + 1;
        return new Proposed(Council, new Draft(number, seat.Number, What, By, Needs, Permission, Touches, Amendment)
        {
            Target = Touches == Touches.Words ? Target : null,
            Deed = Deed,
        });
    }

    private bool Pending(Sitting sitting) =>
        Amendment is { } number
        && sitting.Quarter.Amendments.TryGetValue(number, out var amendment)
        && amendment.IsPendingAt(sitting.Now);
}

public sealed record Proposed(int Council, Draft Draft) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Proposals = r.Proposals.SetItem(Draft.Number, Draft) });
}

/// <summary>The author changes their own; between rounds of deciding the guide may write down what the room worked out.</summary>
public sealed record AmendProposal(int Council, int Proposal, Text What, LocalDate? By, Text? Needs, bool Permission) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.IsAt(Step.Hearing, Step.Deciding)) return new NotAtThisStep(sitting.Step);
        if (!sitting.TryProposal(Proposal, out var draft)) return new NoSuchProposal();
        var deliberation = sitting.Room.Deliberation;
        if (sitting.IsAt(Step.Deciding) && sitting.Council.Decision is not null) return new DecidedAlready();
        if (deliberation.RoundOpen || deliberation.Count is not null) return new BallotIsOpen();
        var guide = sitting.IsAt(Step.Deciding) && sitting.Guides(seat);
        if (draft.Author != seat.Number && !guide) return new NotYourProposal();
        return new Proposed(Council, draft with { What = What, By = By, Needs = Needs, Permission = Permission });
    }
}

/// <summary>The author takes it back.</summary>
public sealed record WithdrawProposal(int Council, int Proposal) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.IsAt(Step.Hearing)) return new NotAtThisStep(sitting.Step);
        if (!sitting.TryProposal(Proposal, out var draft)) return new NoSuchProposal();
        return draft.Author == seat.Number ? new Proposed(Council, draft with { Withdrawn = true }) : new NotYourProposal();
    }
}

/// <summary>One author offers to merge theirs into another; when that one's author says so too, they are one.</summary>
/// <param name="Proposal">One's own.</param>
/// <param name="Other">The other. Offering the other way round is agreeing.</param>
public sealed record MergeProposal(int Council, int Proposal, int Other) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.IsAt(Step.Hearing)) return new NotAtThisStep(sitting.Step);
        if (Proposal == Other || !sitting.TryProposal(Proposal, out var own) || !sitting.TryProposal(Other, out var other))
            return new NoSuchProposal();
        if (own.Author != seat.Number) return new NotYourProposal();
        // Who says yes last keeps the wording: the one that was offered first goes into it.
        return other.MergeOffered == Proposal || other.Author == seat.Number
            ? new Proposed(Council, other with { MergedInto = Proposal })
            : new Proposed(Council, own with { MergeOffered = Other });
    }
}

public sealed record TooManyProposals(int Most) : Refusal;

public sealed record NotYourProposal : Refusal;

public sealed record NoSuchAmendment : Refusal;

public sealed record BallotIsOpen : Refusal;
