using System.Collections.Immutable;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Offers;

public enum OfferKind { Invitation, Money, Other }

/// <summary>What a council says to an offer.</summary>
public enum OfferAnswer
{
    Accept,

    /// <summary>Yes, on our conditions: without the strings that the council's words name.</summary>
    OnOurTerms,

    Decline,
}

/// <summary>What a council answered. Another may say no to it for 72 hours.</summary>
public sealed record OfferReply(int Council, OfferAnswer Answer);

public enum OfferStanding
{
    /// <summary>No council has answered yet.</summary>
    Waiting,

    /// <summary>Answered, and another council may still say no to the answer.</summary>
    Answering,

    Answered,

    /// <summary>Nobody answered in time: a function of state and now.</summary>
    Lapsed,
}

/// <summary>What an institution offers, as somebody logged it, and what became of it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Until">When it lapses unanswered.</param>
/// <param name="Who">Who offers it.</param>
/// <param name="Strings">What they want for it.</param>
public sealed record Offer(int Number, OfferKind Kind, Instant LoggedAt, LocalDate? AnswerBy, Instant Until, TextAt Who, TextAt What, TextAt? Strings)
{
    /// <summary>Oldest first.</summary>
    public ImmutableArray<OfferReply> Replies { get; init; } = [];

    /// <summary>The answer that no council said no to; null while there is none.</summary>
    public OfferReply? Reply(Quarter quarter) =>
        Replies.LastOrDefault(reply => quarter.Amendments.GetValueOrDefault(reply.Council) is { RefusedAt: null });

    public OfferStanding At(Quarter quarter, Instant now) => Reply(quarter) is { } reply
        ? quarter.Amendments[reply.Council].HoldsAt(now) ? OfferStanding.Answered : OfferStanding.Answering
        : now < Until ? OfferStanding.Waiting : OfferStanding.Lapsed;
}
