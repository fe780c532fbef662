using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Charges;

/// <summary>We give it up: 72 hours after the minutes, unless another council says no.</summary>
public sealed record EndCharge(int Charge) : ChargeDeed(Charge)
{
    internal override PublicEvent Written(Council council) => new ChargeEnded(council.Number, Charge);
}

[Leaf("charge.ended")]
public sealed record ChargeEnded(int Council, int Charge) : PublicEvent, IChargeDeedDone
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        OpenCharges.In(quarter, Charge, stamp.At, c => c with { Endings = c.Endings.Add(new DecidedBy(Council, stamp.At)) });
}
