using System.Collections.Immutable;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Charges;

/// <summary>What a quarter looks after. Mediators are drawn; whoever serves for the others says so.</summary>
public enum ChargeKind { Mediation, Sharing, SafetyWalk, ToolLibrary, Care, Other }

/// <summary>What has become of a charge. Coming: decided, and the 72 hours to say no still run.</summary>
public enum ChargeState { Coming, Standing, Refused, Lapsed, Ended }

/// <summary>
/// A lasting responsibility that the quarter took on. It stands as long as a council consented within the last 26 weeks: its lapse is a
/// function of state and now, never a leaf.
/// </summary>
/// <param name="Number">The council that took it on.</param>
/// <param name="Places">How many serve at once, 1 to 20.</param>
/// <param name="Days">How long each serves, 7 to 90 days of 24 hours.</param>
/// <param name="OpenedAt">When it was decided.</param>
/// <param name="Covers">What it covers.</param>
/// <param name="Reach">How to reach whoever serves.</param>
public sealed record Charge(int Number, ChargeKind Kind, int Places, int Days, Instant OpenedAt, TextAt Covers, TextAt Reach)
{
    /// <summary>Six months: 26 weeks.</summary>
    public static readonly Duration Consent = Duration.FromDays(182);

    /// <summary>Councils that renewed consent, oldest first.</summary>
    public ImmutableArray<DecidedBy> Renewals { get; init; } = [];

    /// <summary>Councils that decided its end, oldest first.</summary>
    public ImmutableArray<DecidedBy> Endings { get; init; } = [];

    /// <summary>Whoever serves or served, in order.</summary>
    public ImmutableArray<ServiceTerm> Services { get; init; } = [];

    /// <summary>How often whoever served said that a mediation was held; nothing else is known of one.</summary>
    public int Held { get; init; }

    /// <summary>When it is over, or will be unless consent is renewed.</summary>
    public Instant OverAt(Quarter quarter) => Over(quarter).At;

    public bool IsOpenAt(Quarter quarter, Instant now) => now < OverAt(quarter);

    /// <summary>From when it stands: 72 hours after the minutes.</summary>
    public Instant StandsFrom(Quarter quarter) => quarter.Amendments.GetValueOrDefault(Number)?.HoldsFrom ?? OpenedAt;

    /// <summary>What has become of it by now.</summary>
    public ChargeState StateAt(Quarter quarter, Instant now) => Over(quarter) is var (over, how) && now >= over ? how
        : now < StandsFrom(quarter) ? ChargeState.Coming
        : ChargeState.Standing;

    /// <summary>Those who serve at this time, while it is open.</summary>
    public IEnumerable<ServiceTerm> ServingAt(Quarter quarter, Instant now) => IsOpenAt(quarter, now) ? Services.Where(s => s.RunsAt(now)) : [];

    /// <summary>Whichever comes first: what was over stays over.</summary>
    private (Instant At, ChargeState How) Over(Quarter quarter)
    {
        if (Refused(quarter, Number) is { } no) return (no, ChargeState.Refused);
        var over = (At: OpenedAt + Consent, How: ChargeState.Lapsed);
        foreach (var renewal in Renewals)
            // Consent that is refused within its 72 hours kept it until then.
            over.At = Instant.Max(over.At, Refused(quarter, renewal.Council) ?? renewal.At + Consent);
        foreach (var ending in Endings)
            if (quarter.Amendments.TryGetValue(ending.Council, out var decided) && decided.RefusedAt is null && decided.HoldsFrom < over.At)
                over = (decided.HoldsFrom, ChargeState.Ended);
        return over;
    }

    private static Instant? Refused(Quarter quarter, int council) => quarter.Amendments.GetValueOrDefault(council)?.RefusedAt;
}

/// <summary>One term of somebody whom nothing names.</summary>
/// <param name="Council">At whose end it began.</param>
/// <param name="Number">From 1 in that council.</param>
/// <param name="Until">Its end, 90 days after its beginning at the latest.</param>
public sealed record ServiceTerm(int Council, int Number, Instant From, Instant Until)
{
    /// <summary>They stepped back before.</summary>
    public Instant? EndedAt { get; init; }

    public bool RunsAt(Instant now) => now < (EndedAt ?? Until);
}
