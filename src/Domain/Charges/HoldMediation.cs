using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;

namespace Faubourg.Domain.Charges;

/// <summary>A mediator says that one was held: not when, not who, not about what, not how it ended.</summary>
public sealed record HoldMediation(string Slip) : Act
{
    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts) =>
        ServiceSlips.Of(quarter, Slip, facts.Now) is { } slip && quarter.Charges[slip.Charge!.Value] is { Kind: ChargeKind.Mediation, Number: var charge }
            ? quarter.Charges[charge].Held >= MediationHeld.Most ? new HeldOften(MediationHeld.Most) : new MediationHeld(charge)
            : new NoSuchSlip();
}

/// <param name="Charge">Of which mediators.</param>
[Leaf("mediation.held")]
public sealed record MediationHeld(int Charge) : PublicEvent
{
    /// <summary>For one charge: a number that lies costs nothing, a record that is flooded does.</summary>
    public const int Most = 500;

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.Charges.TryGetValue(Charge, out var charge)
        ? quarter with { Charges = quarter.Charges.SetItem(Charge, charge with { Held = charge.Held + 1 }) }
        : quarter;
}

public sealed record HeldOften(int Most) : Refusal;
