using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Councils;

/// <summary>"We must leave": the decision now, tasks, one word, out. The guide may say so, or any three seats.</summary>
public sealed record MustLeave(int Council) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.IsAt(Step.Announced, Step.Closing)) return new NotAtThisStep(sitting.Step);
        if (sitting.Room.Leaving || sitting.Room.SaidMustLeave.Contains(seat.Number)) return new AlreadySaid();
        var said = new MustLeaveSaid(Council, seat.Number);
        if (!sitting.Guides(seat) && sitting.HereOf(sitting.Room.SaidMustLeave) + 1 < MoveOn.Together) return said;
        var leaving = new LeavingBegun(Council);
        return new List<Event> { said, leaving }.Concat(Hurry(sitting)).ToList();
    }

    /// <summary>From gathering and talking straight to the decision; from reckoning straight to the end.</summary>
    private static List<Event> Hurry(Sitting sitting)
    {
        var proposals = sitting.Room.Proposals.Values.Any(p => p.Stands);
        Step? to = sitting.Step switch
        {
            Step.Hearing when proposals => Step.Deciding,
            Step.Gathering or Step.Hearing or Step.Reckoning => Step.Closing,
            _ => null,
        };
        return to is { } step ? Steps.To(sitting.Council, step, sitting.Facts.Chance) : [];
    }
}

public sealed record MustLeaveSaid(int Council, int Seat) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { SaidMustLeave = r.SaidMustLeave.Add(Seat) });
}

public sealed record LeavingBegun(int Council) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Leaving = true, Asked = null });
}
