using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Charges;

/// <summary>We give it up: 72 hours after the minutes, unless another council says no.</summary>
/// <param name="Charge">Open, whichever council took it on.</param>
public sealed record EndCharge(int Charge) : Deed
{
    public override Touches Touches => Touches.Charge;

    internal override int Changed(Quarter quarter) => OpenCharges.HeadsOf(quarter, Charge);

    internal override Refusal? Refuse(Quarter quarter, Council council, Instant now) => OpenCharges.Refuse(quarter, Charge, now);

    internal override PublicEvent Written(Council council) => new ChargeEnded(council.Number, Charge);
}

/// <param name="Charge">Which: the council that took it on.</param>
[Leaf("charge.ended")]
public sealed record ChargeEnded(int Council, int Charge) : PublicEvent, IDeedDone
{
    Touches IDeedDone.Touches => Touches.Charge;

    int IDeedDone.Changed(Quarter before) => OpenCharges.HeadsOf(before, Charge);

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        OpenCharges.In(quarter, Charge, stamp.At, c => c with { Endings = c.Endings.Add(new DecidedBy(Council, stamp.At)) });
}
