using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>"One minute of quiet": once for every seat.</summary>
public sealed record CallQuiet(int Council) : SeatedAct(Council)
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Now < sitting.Room.QuietUntil) return new QuietAlready();
        return seat.UsedQuiet ? new QuietUsed() : new QuietCalled(Council, seat.Number, sitting.Now + Minute);
    }
}

public sealed record QuietCalled(int Council, int Seat, Instant Until) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        QuietUntil = Until,
        Seats = r.Seats.SetItem(Seat, r.Seats[Seat] with { UsedQuiet = true }),
    });
}

public sealed record QuietAlready : Refusal;

public sealed record QuietUsed : Refusal;
