using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Decisions;

/// <summary>
/// Any seat may mark a proposal, with a reason; seconded by two more, it is not decided here but at an open council announced
/// 72 hours ahead.
/// </summary>
/// <param name="Reason">Needed for the first mark; the seconds add nothing.</param>
public sealed record MarkLine(int Council, int Proposal, Text? Reason) : SeatedAct(Council)
{
    private const int Needed = 3;

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (Marking.Refuse(sitting, Proposal) is { } refusal) return refusal;
        var draft = sitting.Room.Proposals[Proposal];
        if (draft.Marked.Contains(seat.Number)) return new AlreadySaid();
        if (draft.Marked.IsEmpty && Reason is null) return new ReasonIsNeeded();
        var marked = draft with { Marked = draft.Marked.Add(seat.Number), Reason = draft.Reason ?? Reason };
        return Marking.Write(sitting, marked, marked.Marked.Count >= Needed ? SetAside.Line : null);
    }
}

internal static class Marking
{
    public static Refusal? Refuse(Sitting sitting, int proposal)
    {
        if (!sitting.IsAt(Step.Hearing, Step.Deciding)) return new NotAtThisStep(sitting.Step);
        if (!sitting.TryProposal(proposal, out _)) return new NoSuchProposal();
        if (sitting.Council.Decision is not null) return new DecidedAlready();
        // Two or three who read how the ballots fell do not take the result from the room.
        return sitting.Room.Deliberation.Count is { Phase: Phase.Checking } ? new BallotIsOpen() : null;
    }

    public static Decision Write(Sitting sitting, Draft draft, SetAside? aside)
    {
        if (aside is not { } ground) return new Proposed(sitting.Number, draft);
        var events = new List<Event> { new Proposed(sitting.Number, draft with { Aside = ground }) };
        if (sitting.Council.Proposals.ContainsKey(draft.Number))
            events.Add(new ProposalSetAside(sitting.Number, draft.Number, ground, draft.Reason));
        events.AddRange(Counts.Dropped(sitting.Council));
        if (sitting.Room.Deliberation.Subject == draft.Number) events.Add(new DeliberationStopped(sitting.Number));
        return events;
    }
}

/// <summary>What was before the room was set aside: no round is open now.</summary>
public sealed record DeliberationStopped(int Council) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Deliberation = r.Deliberation with { Subject = null, Round = 0, RoundOpen = false },
    });
}

public sealed record ReasonIsNeeded : Refusal;

public sealed record DecidedAlready : Refusal;
