using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Decisions;

/// <summary>
/// Hands counted for consent: two devices type the same number. One of them is the guide's, where there is a guide, or two people
/// could close a round that the others are answering on their phones.
/// </summary>
/// <param name="Hands">How many consent, 0 to 1,000.</param>
public sealed record TellConsent(int Council, int Hands) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        var d = sitting.Room.Deliberation;
        if (!d.RoundOpen) return new NoRoundIsOpen();
        if (sitting.Council.Attendance == Attendance.Remote) return new NeedsARoom();
        if (seat.Device is not { } device) return new NeedsOwnDevice();
        var most = sitting.Room.Heads ?? TakeSeat.Most;
        if (Hands > most) return new MoreHandsThanHeads(most);
        var told = new ConsentTold(Council, device, Hands);
        return d.HandsTyped.Any(t => t.Key != device && t.Value == Hands && (sitting.IsTheGuides(device) || sitting.IsTheGuides(t.Key)))
            ? Rounds.Close(sitting.Council, Hands, sitting.Facts.Chance).Prepend(told).ToList()
            : told;
    }
}

public sealed record ConsentTold(int Council, string Device, int Hands) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Deliberation = r.Deliberation with { HandsTyped = r.Deliberation.HandsTyped.SetItem(Device, Hands) },
    });
}

public sealed record MoreHandsThanHeads(int Heads) : Refusal;
