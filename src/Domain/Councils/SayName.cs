using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Councils;

/// <summary>Say or change what one wants to be called in this council.</summary>
public sealed record SayName(int Council, Text? Name) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat) => new NameSaid(Council, seat.Number, Name);
}

public sealed record NameSaid(int Council, int Seat, Text? Name) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Seats = r.Seats.SetItem(Seat, r.Seats[Seat] with { Name = Name }),
    });
}
