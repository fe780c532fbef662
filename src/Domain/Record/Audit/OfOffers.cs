using Faubourg.Domain.Offers;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Record.Audit;

/// <summary>What institutions offered, and what councils said to it.</summary>
internal static class OfOffers
{
    public static void Check(Case c, PublicEvent happened)
    {
        switch (happened)
        {
            case OfferLogged e:
                c.Require(e.Offer == c.Before.Offers.Count + 1, Rule.NumbersInOrder, "The offer is not the next one.");
                c.Require(LogOffer.IsInTime(e.AnswerBy, c.At), Rule.OfferAnsweredOnce, "An offer is answered within a year.");
                break;
            case OfferAnswered e: Answered(c, e); break;
        }
    }

    /// <summary>It was put before the room while the offer waited; the count may have closed a little later.</summary>
    private static void Answered(Case c, OfferAnswered e)
    {
        if (!c.Require(c.Before.Offers.ContainsKey(e.Offer), Rule.SpeaksOfWhatIs, "There is no such offer.")) return;
        var then = c.WhenPut(e.Council);
        c.Require(Waits(then, e.Offer, then.At) || Waits(c.Before, e.Offer, c.At), Rule.OfferAnsweredOnce, "The offer was answered before, or had lapsed.");
    }

    private static bool Waits(Quarter quarter, int number, Instant now) =>
        quarter.Offers.TryGetValue(number, out var offer) && offer.At(quarter, now) == OfferStanding.Waiting;
}
