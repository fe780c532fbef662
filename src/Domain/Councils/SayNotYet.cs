using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>A third of the seats saying "not yet" holds the step two minutes, once.</summary>
public sealed record SayNotYet(int Council) : SeatedAct(Council)
{
    private static readonly Duration Hold = Duration.FromMinutes(2);

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        var room = sitting.Room;
        if (!sitting.IsAt(Step.Gathering, Step.Hearing, Step.Tasking, Step.Reckoning)) return new NotAtThisStep(sitting.Step);
        if (room.HeldUntil is not null) return new HeldOnceAlready();
        if (room.SaidNotYet.Contains(seat.Number)) return new AlreadySaid();
        var said = new NotYetSaid(Council, seat.Number);
        return (sitting.HereOf(room.SaidNotYet) + 1) * 3 < room.PresentCount
            ? said
            : new Event[] { said, new StepHeld(Council, sitting.Now + Hold) };
    }
}

public sealed record NotYetSaid(int Council, int Seat) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { SaidNotYet = r.SaidNotYet.Add(Seat) });
}

public sealed record StepHeld(int Council, Instant Until) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { HeldUntil = Until });
}

public sealed record HeldForAMoment : Refusal;

public sealed record HeldOnceAlready : Refusal;
