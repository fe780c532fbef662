using NodaTime;

namespace Faubourg.Domain.Jars;

/// <summary>What money did. Of each, two keepers said the same.</summary>
public enum Move
{
    /// <summary>Somebody gave; they may stay nameless.</summary>
    Given,

    /// <summary>Paid for what the decision said. Final a day later.</summary>
    Spent,

    /// <summary>What was left over, back to those who gave.</summary>
    GivenBack,

    /// <summary>What was left over, on to another open jar.</summary>
    PassedOn,

    /// <summary>An earlier movement was written wrongly, or came back whole: it counts for nothing.</summary>
    Corrected,

    /// <summary>What another jar passed on. No leaf says it: it is the other side of <see cref="PassedOn"/>.</summary>
    Received,
}

/// <summary>One line of a jar's book.</summary>
/// <param name="Number">From 1, in this jar.</param>
/// <param name="Id">32 hex digits that a keeper's device made.</param>
/// <param name="Amount">More than 0, in the smallest unit of the currency.</param>
/// <param name="Council">Under whose decision.</param>
/// <param name="Other">The jar at the other end, for what is passed on or received.</param>
/// <param name="Of">The movement that is corrected.</param>
/// <param name="OnPaper">Copied from a count sheet with two signatures.</param>
/// <param name="Who">Who gave or was paid; null stays nameless.</param>
/// <param name="What">For what; the receipt in words.</param>
public sealed record Movement(
    int Number, string Id, Move Kind, long Amount, Instant At, int Council, int? Other, int? Of, bool OnPaper, TextAt? Who, TextAt? What)
{
    /// <summary>A spending shows for a day before it is final.</summary>
    public static readonly Duration Shows = Duration.FromHours(24);

    /// <summary>When it was stopped; it counts for nothing.</summary>
    public Instant? StoppedAt { get; init; }

    /// <summary>The movement that corrects this one, which then counts for nothing.</summary>
    public int? CorrectedBy { get; init; }

    /// <summary>It changed the level and still does.</summary>
    public bool Counts => StoppedAt is null && CorrectedBy is null && Kind != Move.Corrected;

    public Instant FinalAt => Kind == Move.Spent ? At + Shows : At;

    /// <summary>It may still be stopped.</summary>
    public bool ShowsAt(Instant now) => Kind == Move.Spent && Counts && now < FinalAt;
}
