using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Charges;

/// <summary>Consent is renewed: another 26 weeks from the decision. What has lapsed does not come back.</summary>
public sealed record RenewCharge(int Charge) : ChargeDeed(Charge)
{
    internal override PublicEvent Written(Council council) => new ChargeRenewed(council.Number, Charge);
}

[Leaf("charge.renewed")]
public sealed record ChargeRenewed(int Council, int Charge) : PublicEvent, IChargeDeedDone
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        OpenCharges.In(quarter, Charge, stamp.At, c => c with { Renewals = c.Renewals.Add(new DecidedBy(Council, stamp.At)) });
}
