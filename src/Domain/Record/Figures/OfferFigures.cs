using System.Collections.Immutable;
using Faubourg.Domain.Offers;
using NodaTime;

namespace Faubourg.Domain.Record.Figures;

/// <param name="Number">From 1.</param>
/// <param name="Council">The council whose answer nobody said no to; null while there is none.</param>
public sealed record OfferCounted(int Number, OfferStanding Standing, int? Council);

internal sealed class OfferFigures(HeldDecisions decisions)
{
    private readonly SortedDictionary<int, (Instant Until, List<int> Answers)> offers = [];

    public void Next(PublicEvent happened, Instant at)
    {
        switch (happened)
        {
            case OfferLogged logged:
                offers[logged.Offer] = (Until(logged.AnswerBy, at), []);
                break;
            case OfferAnswered answered when offers.TryGetValue(answered.Offer, out var offer) && Answer(offer.Answers) is null && at < offer.Until:
                offer.Answers.Add(answered.Council);
                break;
        }
    }

    public ImmutableArray<OfferCounted> At(Instant now) => [.. offers.Select(o => Of(o.Key, o.Value.Until, Answer(o.Value.Answers), now))];

    private OfferCounted Of(int number, Instant until, int? answer, Instant now)
    {
        var standing = answer is { } council ? decisions.Holds(council, now) ? OfferStanding.Answered : OfferStanding.Answering
            : now < until ? OfferStanding.Waiting : OfferStanding.Lapsed;
        return new OfferCounted(number, standing, answer);
    }

    private int? Answer(List<int> answers) => answers.Where(council => decisions.From(council) is not null).Select(council => (int?)council).LastOrDefault();

    /// <summary>90 days; or noon in UTC of the day after the one they named, when it is over everywhere.</summary>
    private static Instant Until(LocalDate? day, Instant at) => day is { } named
        ? Instant.Max(at, named.PlusDays(1).At(LocalTime.Noon).InUtc().ToInstant())
        : at + LogOffer.Waits;
}
