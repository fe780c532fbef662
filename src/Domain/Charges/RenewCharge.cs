using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Charges;

/// <summary>Consent is renewed: another 26 weeks from the decision. What has lapsed does not come back.</summary>
/// <param name="Charge">Open, whichever council took it on.</param>
public sealed record RenewCharge(int Charge) : Deed
{
    public override Touches Touches => Touches.Charge;

    internal override int Changed(Quarter quarter) => OpenCharges.HeadsOf(quarter, Charge);

    internal override Refusal? Refuse(Quarter quarter, Council council, Instant now) => OpenCharges.Refuse(quarter, Charge, now);

    internal override PublicEvent Written(Council council) => new ChargeRenewed(council.Number, Charge);
}

/// <param name="Charge">Which: the council that took it on.</param>
[Leaf("charge.renewed")]
public sealed record ChargeRenewed(int Council, int Charge) : PublicEvent, IDeedDone
{
    Touches IDeedDone.Touches => Touches.Charge;

    int IDeedDone.Changed(Quarter before) => OpenCharges.HeadsOf(before, Charge);

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        OpenCharges.In(quarter, Charge, stamp.At, c => c with { Renewals = c.Renewals.Add(new DecidedBy(Council, stamp.At)) });
}

internal static class OpenCharges
{
    public static Refusal? Refuse(Quarter quarter, int number, Instant now) =>
        quarter.Charges.TryGetValue(number, out var charge) && charge.IsOpenAt(quarter, now) ? null : new NoOpenCharge();

    /// <summary>Whose work it is to renew or to end it.</summary>
    public static int HeadsOf(Quarter quarter, int number) => quarter.Amendments.GetValueOrDefault(number)?.Heads ?? 0;

    /// <summary>Changed where it is open still; what happened to one that is over has no effect.</summary>
    public static Quarter In(Quarter quarter, int number, Instant at, Func<Charge, Charge> change) => Refuse(quarter, number, at) is null
        ? quarter with { Charges = quarter.Charges.SetItem(number, change(quarter.Charges[number])) }
        : quarter;
}

public sealed record NoOpenCharge : Refusal;
