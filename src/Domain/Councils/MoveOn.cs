using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>"Go on." Facilitator and companion may; so may any three seats together.</summary>
/// <param name="From">The step that whoever asks believes to be in: two taps at once move one step.</param>
public sealed record MoveOn(int Council, Step From) : SeatedAct(Council)
{
    /// <summary>Seats that together may do what the guide may.</summary>
    public const int Together = 3;

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Step != From) return new NotAtThisStep(sitting.Step);
        if (Ready(sitting) is { } refusal) return refusal;
        if (sitting.Guides(seat)) return Steps.Onward(sitting.Council, sitting.Now, sitting.Facts.Chance);
        if (sitting.Room.SaidMoveOn.Contains(seat.Number)) return new AlreadySaid();
        var said = new MoveOnSaid(Council, seat.Number);
        return sitting.HereOf(sitting.Room.SaidMoveOn) + 1 < Together
            ? said
            : Steps.Onward(sitting.Council, sitting.Now, sitting.Facts.Chance).Prepend(said).ToList();
    }

    private static Refusal? Ready(Sitting sitting)
    {
        var room = sitting.Room;
        if (sitting.Now < room.HeldUntil) return new HeldForAMoment();
        if (room.Asked is not null) return new RoomIsAsked();
        return sitting.Step switch
        {
            Step.Gathering when room.PresentCount < Together => new TooFewPresent(Together),
            // With one device left nobody can confirm the numbers, and the room need not wait for them.
            Step.Gathering or Step.Closing when room.Draw is not null && room.Present.Count(s => s.Device is not null) > 1 => new DrawIsOpen(),
            Step.Hearing when room.Proposals.Values.Any(p => p.Stands) && room.Heads is null && !room.Leaving => new CountHeadsAgain(),
            Step.Deciding when StillDeciding(sitting) => new NothingDecidedYet(),
            _ => null,
        };
    }

    /// <summary>In a hurry, too, the minute of "is mine there?" is waited for: everybody knows by then how the count comes out.</summary>
    private static bool StillDeciding(Sitting sitting) =>
        sitting.Council.Decision is null
        && (sitting.Room.Deliberation.Count is { Phase: Decisions.Phase.Checking }
            || sitting.Room is { Leaving: false, Deliberation.NotTonight: false } && sitting.Room.Proposals.Values.Any(p => p.Stands));
}

public sealed record MoveOnSaid(int Council, int Seat) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { SaidMoveOn = r.SaidMoveOn.Add(Seat) });
}

[Leaf("step.moved")]
public sealed record StepMoved(int Council, Step Step) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.In(Council, c => c with { Step = Step, StepSince = stamp.At, Room = c.Room?.At(Step, c.Attendance) });
}

/// <summary>The exact moment, for the room's own clock.</summary>
public sealed record StepBegun(int Council) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { StepSince = stamp.At, GuideLastSeen = stamp.At });
}

public sealed record DrawIsOpen : Refusal;

public sealed record CountHeadsAgain : Refusal;

public sealed record NothingDecidedYet : Refusal;
