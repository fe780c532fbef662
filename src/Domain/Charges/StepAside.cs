using System.Collections.Immutable;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain.Charges;

/// <summary>"I would like to stop": thanked, never asked why.</summary>
public sealed record StepAside(string Slip) : Act
{
    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts) => ServiceSlips.Of(quarter, Slip, facts.Now) is { } slip
        ? new Event[] { new ServiceEnded(slip.Council, slip.Charge!.Value, slip.Task!.Value), new SlipsEnded([Slip]) }
        : new NoSuchSlip();
}

/// <param name="Charge">For which they served.</param>
/// <param name="Service">Which of those that began with this council.</param>
[Leaf("service.ended")]
public sealed record ServiceEnded(int Council, int Charge, int Service) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => !quarter.Charges.TryGetValue(Charge, out var charge) ? quarter : quarter with
    {
        Charges = quarter.Charges.SetItem(Charge, charge with
        {
            Services = [.. charge.Services.Select(s => s.Council == Council && s.Number == Service && s.RunsAt(stamp.At) ? s with { EndedAt = stamp.At } : s)],
        }),
    };
}

internal static class ServiceSlips
{
    /// <summary>It holds, and so does the term it was left for.</summary>
    public static Slip? Of(Quarter quarter, string hash, Instant now) =>
        quarter.Slips.TryGetValue(hash, out var slip) && slip.Purpose == Purpose.Service && slip.HoldsAt(now)
            && quarter.Charges.TryGetValue(slip.Charge!.Value, out var charge)
            && charge.ServingAt(quarter, now).Any(s => s.Council == slip.Council && s.Number == slip.Task)
            ? slip
            : null;
}
