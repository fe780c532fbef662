using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Decisions;

/// <summary>Consent, or an objection with a reason. It may be changed while the round is open.</summary>
/// <param name="Objection">Why this would harm what we are here for; null is consent.</param>
public sealed record SayConsent(int Council, Text? Objection) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        var room = sitting.Room;
        if (!room.Deliberation.RoundOpen) return new NoRoundIsOpen();
        if (!seat.MayBallot) return new SeatedTooLate();
        // By hands the tellers count who consents; reasons are still typed, or nobody could answer them.
        if (room.MoreSeatsThanHeads && Objection is null) return new UseHands();
        var said = new ConsentSaid(Council, seat.Number, Objection);
        var after = said.In(sitting.Council);
        return !room.MoreSeatsThanHeads && Rounds.AllSaid(after)
            ? Rounds.Close(after, null, sitting.Facts.Chance).Prepend(said).ToList()
            : said;
    }
}

public sealed record ConsentSaid(int Council, int Seat, Text? Objection) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, In);

    internal Council In(Council council)
    {
        var d = council.Room!.Deliberation;
        var others = d.Concerns.RemoveAll(c => c.Seat == Seat && c.Round == d.Round && c.Proposal == d.Subject);
        var number = d.Concerns.IsEmpty ? 1 : d.Concerns.Max(c => c.Number) + 1;
        return council with
        {
            Room = council.Room with
            {
                Deliberation = d with
                {
                    Consenting = Objection is null ? d.Consenting.Add(Seat) : d.Consenting.Remove(Seat),
                    Concerns = Objection is null
                        ? others
                        : others.Add(new Concern(number, d.Subject!.Value, d.Round, Seat, Objection)),
                },
            },
        };
    }
}

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

public sealed record NoRoundIsOpen : Refusal;

public sealed record SeatedTooLate : Refusal;

public sealed record UseHands : Refusal;

public sealed record MoreHandsThanHeads(int Heads) : Refusal;
