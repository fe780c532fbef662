using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>"Thank our facilitator", privately: more than half call the next ticket.</summary>
public sealed record ThankFacilitator(int Council) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        var room = sitting.Room;
        if (!room.Roles.ContainsKey(Role.Facilitator)) return new NoFacilitator();
        if (room.PresentCount < CloseRoll.Least) return new TooFewPresent(CloseRoll.Least);
        if (room.Thanked.Contains(seat.Number)) return new AlreadySaid();
        var thanked = new FacilitatorThanked(Council, seat.Number);
        return (sitting.HereOf(room.Thanked) + 1) * 2 <= room.PresentCount
            ? thanked
            : Calling.Next(sitting.Council, Role.Facilitator, Why.Thanked).Prepend<Event>(thanked).ToList();
    }
}

public sealed record FacilitatorThanked(int Council, int Seat) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Thanked = r.Thanked.Add(Seat) });
}

public sealed record NoFacilitator : Refusal;
