using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Decisions;

/// <summary>Consent: the guide puts one proposal before the room, and the first round opens.</summary>
public sealed record PutProposal(int Council, int Proposal) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (Deciding.Refuse(sitting, seat, Method.Consent) is { } refusal) return refusal;
        if (!sitting.TryProposal(Proposal, out var draft)) return new NoSuchProposal();
        if (Deciding.LacksWeight(sitting, draft) is { } light) return light;
        return OpenRound.Next(sitting, Proposal);
    }
}

/// <summary>The next round, on the words as they are now.</summary>
public sealed record OpenRound(int Council) : SeatedAct(Council)
{
    /// <summary>With an objection standing after this many rounds the room chooses another way.</summary>
    public const int BeforeTheRoomChooses = 2;

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (Deciding.Refuse(sitting, seat, Method.Consent) is { } refusal) return refusal;
        if (sitting.Room.Deliberation.Subject is not { } subject || !sitting.TryProposal(subject, out var draft)) return new NoSuchProposal();
        return Deciding.LacksWeight(sitting, draft) is { } light ? light : Next(sitting, subject);
    }

    /// <summary>Put aside for another and put again, a proposal goes on where it was: two rounds are two rounds.</summary>
    internal static Decision Next(Sitting sitting, int proposal)
    {
        var (rounds, d) = (sitting.Council.RoundsOf(proposal), sitting.Room.Deliberation);
        return rounds >= BeforeTheRoomChooses && !d.SmallerStep && d.SomeStand(proposal, rounds)
            ? new TheRoomChooses()
            : new RoundOpened(sitting.Number, proposal, rounds + 1);
    }
}

public sealed record RoundOpened(int Council, int Proposal, int Round) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Deliberation = r.Deliberation with
        {
            Subject = Proposal,
            Round = Round,
            RoundOpen = true,
            RoundSince = stamp.At,
            RoundElectorate = [.. r.Electorate.Select(s => s.Number)],
            Consenting = Room.Numbers,
            HandsTyped = r.Deliberation.HandsTyped.Clear(),
            // Used up by this round, so that a third refusal leads to the room's choice again.
            SmallerStep = false,
        },
    });
}

/// <summary>What every act of deciding asks first.</summary>
internal static class Deciding
{
    public static Refusal? Refuse(Sitting sitting, Seat seat, Method method)
    {
        var room = sitting.Room;
        if (!sitting.IsAt(Step.Deciding)) return new NotAtThisStep(sitting.Step);
        if (sitting.Council.Decision is not null) return new DecidedAlready();
        if (room.Deliberation.NotTonight) return new LeftForTonight();
        if (room.Deliberation.IsOpen) return new BallotIsOpen();
        if (room.Asked is not null) return new RoomIsAsked();
        if (!sitting.Guides(seat) && room.Guide is not null) return new OnlyTheGuide();
        if (room.PresentCount < Draws.CloseRoll.Least) return new TooFewPresent(Draws.CloseRoll.Least);
        return sitting.Council.MethodNow == method ? null : new OtherMethod();
    }

    /// <summary>Why the proposal cannot be decided here and now; null when it can.</summary>
    public static Refusal? LacksWeight(Sitting sitting, Draft draft) =>
        draft.Deed?.Refuse(sitting.Quarter, sitting.Council, sitting.Now) ?? LacksWeightFor(sitting, draft);

    private static Refusal? LacksWeightFor(Sitting sitting, Draft draft) => draft.Touches switch
    {
        _ when !(draft.Deed?.NeedsWeight(sitting.Quarter, sitting.Now) ?? draft.Touches.IsOfOthers()) => null,
        // Whoever has the open link may be there many times over: for what others live with, the room must not be outnumbered.
        _ when sitting.Council.Attendance == Attendance.Both && sitting.Room.Voters.Count(s => s.Remote) > (sitting.Room.Heads ?? 0) => new MoreElsewhereThanHere(),
        Touches.Amendment => Weight.RefuseNo(sitting, draft.Amendment!.Value),
        // Taken back or erased since it was proposed: nothing is left to decide.
        Touches.Words when Erasure.RefuseTarget(sitting.Quarter, draft.Target) is { } gone => gone,
        _ => Weight.Lacks(sitting.Council, sitting.Council.HeadsAtDeciding, Weight.Notice, Changed(sitting.Quarter, draft)),
    };

    private static int Changed(Quarter quarter, Draft draft) =>
        draft.Deed?.Changed(quarter) ?? Weight.Changed(quarter, draft.Touches, draft.Target);

    /// <summary>The one decision, in words disclosed anew as the council's, and what it does beside them.</summary>
    public static IEnumerable<Event> Make(Council council, int proposal, Method method)
    {
        var draft = council.Room!.Proposals[proposal];
        yield return new DecisionMade(council.Number, proposal, method, draft.By, draft.Permission, draft.Touches, draft.Amendment,
            draft.What.AsTheCouncils(), draft.Needs?.AsTheCouncils(), draft.Target?.Seq, draft.Target?.Name);
        if (draft.Deed?.Written(council) is { } done) yield return done;
    }
}

public sealed record TheRoomChooses : Refusal;

public sealed record LeftForTonight : Refusal;

public sealed record OtherMethod : Refusal;

/// <summary>More take part from elsewhere than heads were counted in the room.</summary>
public sealed record MoreElsewhereThanHere : Refusal;
