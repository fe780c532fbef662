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
        if (!room.Deliberation.RoundElectorate.Contains(seat.Number)) return new SeatedTooLate();
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

public sealed record NoRoundIsOpen : Refusal;

public sealed record SeatedTooLate : Refusal;

public sealed record UseHands : Refusal;
