using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Offers;

/// <summary>A council of weight answers an offer, with what the neighbourhood is for before its eyes.</summary>
/// <param name="Offer">Not answered, and not lapsed.</param>
public sealed record AnswerOffer(int Offer, OfferAnswer Answer) : Deed
{
    public override Touches Touches => Touches.Offer;

    internal override Refusal? Refuse(Quarter quarter, Council council, Instant now) =>
        quarter.Offers.TryGetValue(Offer, out var offer) && offer.At(quarter, now) == OfferStanding.Waiting ? null : new NoOpenOffer();

    internal override PublicEvent Written(Council council) => new OfferAnswered(council.Number, Offer, Answer);
}

/// <summary>Without effect when another council answered first, or the offer lapsed meanwhile.</summary>
[Leaf("offer.answered")]
public sealed record OfferAnswered(int Council, int Offer, OfferAnswer Answer) : PublicEvent, IDeedDone
{
    Touches IDeedDone.Touches => Touches.Offer;

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.Offers.TryGetValue(Offer, out var offer) && Unanswered(offer, quarter) && stamp.At < offer.Until
            ? quarter with { Offers = quarter.Offers.SetItem(Offer, offer with { Replies = offer.Replies.Add(new OfferReply(Council, Answer)) }) }
            : quarter;

    private static bool Unanswered(Offer offer, Quarter quarter) => offer.Reply(quarter) is null;
}

public sealed record NoOpenOffer : Refusal;
