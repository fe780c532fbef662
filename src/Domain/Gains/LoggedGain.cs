using System.Collections.Immutable;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Gains;

/// <summary>What has become of a gain. Over: a later council looked, and it works no more.</summary>
public enum GainState { Claimed, Shown, Confirmed, Lapsed, Over }

/// <summary>
/// A gain in the sovereignty log. Gains are numbered from 1 in the order of their <c>gain.claimed</c> leaves. What is not shown or
/// confirmed in time lapses: a function of state and now, never a leaf.
/// </summary>
/// <param name="Number">In its quarter.</param>
/// <param name="Council">Which council claimed it, there or later.</param>
/// <param name="ClaimedAt">From here its age is counted.</param>
/// <param name="Claimed">What was claimed.</param>
public sealed record LoggedGain(int Number, int Council, Instant ClaimedAt, Gain Claimed)
{
    /// <summary>42 days of 24 hours, as long as a project: what nobody shows by then was a hope.</summary>
    public static readonly Duration ToShow = Duration.FromDays(42);

    /// <summary>90 days after it was first shown.</summary>
    public static readonly Duration ToConfirm = Duration.FromDays(90);

    /// <summary>How often one gain may be shown.</summary>
    public const int MostShown = 5;

    /// <summary>Evidence, oldest first.</summary>
    public ImmutableArray<Showing> Shown { get; init; } = [];

    /// <summary>Councils that confirmed it, oldest first: another only where the one before was refused.</summary>
    public ImmutableArray<DecidedBy> Confirmations { get; init; } = [];

    /// <summary>What later councils found, at most once for each age.</summary>
    public ImmutableArray<GainCheck> Checks { get; init; } = [];

    /// <summary>When a later council found that it works no more.</summary>
    public Instant? OverAt => Checks.IsEmpty || Checks[^1].Works ? null : Checks[^1].At;

    /// <summary>The council whose confirmation holds, or will unless it is refused; null for none.</summary>
    public int? ConfirmedBy(Quarter quarter) => Confirmations.IsEmpty || Refused(quarter, Confirmations[^1]) is not null ? null : Confirmations[^1].Council;

    /// <summary>When it is, or was, to lapse; null when a confirmation keeps it.</summary>
    public Instant? LapsesAt(Quarter quarter)
    {
        if (Shown.IsEmpty) return ClaimedAt + ToShow;
        var end = Shown[0].At + ToConfirm;
        foreach (var confirmation in Confirmations)
        {
            // While the 72 hours of a confirmation run, it has not lapsed.
            if (Refused(quarter, confirmation) is not { } refused) return null;
            end = Instant.Max(end, refused);
        }
        return end;
    }

    /// <summary>What has become of it by now.</summary>
    public GainState StateAt(Quarter quarter, Instant now)
    {
        if (OverAt is not null) return GainState.Over;
        if (LapsesAt(quarter) <= now) return GainState.Lapsed;
        if (Shown.IsEmpty) return GainState.Claimed;
        return ConfirmedBy(quarter) is { } council && quarter.Amendments[council].HoldsAt(now) ? GainState.Confirmed : GainState.Shown;
    }

    /// <summary>Somebody may still show, confirm or check it.</summary>
    public bool IsAliveAt(Quarter quarter, Instant now) => StateAt(quarter, now) is not (GainState.Lapsed or GainState.Over);

    /// <summary>The age at which a council may look at it now; null where none is due.</summary>
    public int? DueCheck(Quarter quarter, Instant now) =>
        Persistence.AgeAt(now - ClaimedAt) is { } age && Checks.All(c => c.Age != age) && StateAt(quarter, now) is GainState.Shown or GainState.Confirmed
            ? age
            : null;

    /// <summary>A council may not look at gains, nor give anybody a term: held only remotely, on paper, or of fewer than five heads.</summary>
    public static bool MayNotLook(Councils.Council council) => Gains.Checks.MayNot(council) is not null;

    private static Instant? Refused(Quarter quarter, DecidedBy confirmation) =>
        quarter.Amendments.TryGetValue(confirmation.Council, out var decided) ? decided.RefusedAt : confirmation.At;
}

/// <summary>One piece of evidence.</summary>
/// <param name="How">What anybody can go and see.</param>
/// <param name="Evidence">The picture or text that its project shows, from 1 in the order of the project's evidence; null for none.</param>
/// <param name="Council">The council that was told of it; null where somebody who has a task of it wrote it.</param>
public sealed record Showing(Instant At, TextAt How, int? Evidence, int? Council);

/// <summary>A later council looked whether it still works.</summary>
/// <param name="Age">30, 90 or 365 days.</param>
public sealed record GainCheck(int Age, bool Works, int Council, Instant At);
