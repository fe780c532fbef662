using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Offers;

/// <summary>Anybody writes down what an institution offers, before anybody says yes.</summary>
/// <param name="AnswerBy">When they want to know, today to a year ahead; null when they did not say.</param>
/// <param name="Who">Who offers it.</param>
/// <param name="What">What they offer.</param>
/// <param name="Strings">What they want for it.</param>
public sealed record LogOffer(OfferKind Kind, LocalDate? AnswerBy, Text Who, Text What, Text? Strings) : Act
{
    /// <summary>How many may wait for an answer at once, with those logged in the last 90 days whatever became of them: they stand for good.</summary>
    public const int Most = 50;

    /// <summary>Those without a date lapse after this.</summary>
    public static readonly Duration Waits = Duration.FromDays(90);

    private const int Farthest = 365;

    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (!IsInTime(AnswerBy, facts.Now)) return new AnswerWithinAYear();
        if (quarter.Offers.Values.Count(offer => offer.LoggedAt > facts.Now - Waits || offer.At(quarter, facts.Now) == OfferStanding.Waiting) >= Most) return new TooManyOffers(Most);
        return new OfferLogged(quarter.Offers.Count + 1, Kind, AnswerBy, Who, What, Strings);
    }

    /// <summary>A day of slack on either side: it is named by somebody in another zone than UTC.</summary>
    internal static bool IsInTime(LocalDate? answerBy, Instant now) =>
        answerBy is not { } day || day >= now.InUtc().Date.PlusDays(-1) && day <= now.InUtc().Date.PlusDays(Farthest + 1);

    /// <summary>When the day is over everywhere.</summary>
    internal static Instant Until(LocalDate? answerBy, Instant at) =>
        answerBy is { } day ? Instant.Max(at, day.PlusDays(1).AtMidnight().InUtc().ToInstant() + Duration.FromHours(12)) : at + Waits;
}

[Leaf("offer.logged")]
public sealed record OfferLogged(int Offer, OfferKind Offered, LocalDate? AnswerBy, Text Who, Text What, Text? Strings) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter with
    {
        Offers = quarter.Offers.SetItem(Offer, new Offer(
            Offer,
            Offered,
            stamp.At,
            AnswerBy,
            LogOffer.Until(AnswerBy, stamp.At),
            new TextAt(stamp.Seq, "who"),
            new TextAt(stamp.Seq, "what"),
            Strings is null ? null : new TextAt(stamp.Seq, "strings"))),
    };
}

public sealed record AnswerWithinAYear : Refusal;

public sealed record TooManyOffers(int Most) : Refusal;
