using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Charges;

/// <summary>What a council decides about a charge that is there already.</summary>
/// <param name="Charge">Open, whichever council took it on.</param>
public abstract record ChargeDeed(int Charge) : Deed
{
    public sealed override Touches Touches => Touches.Charge;

    internal sealed override int Changed(Quarter quarter) => Weight.HeadsOf(quarter, Charge);

    internal sealed override Refusal? Refuse(Quarter quarter, Council council, Instant now) => OpenCharges.Refuse(quarter, Charge, now);
}

/// <summary>The leaf of such a decision.</summary>
public interface IChargeDeedDone : IDeedDone
{
    /// <summary>Which: the council that took it on.</summary>
    int Charge { get; }

    Touches IDeedDone.Touches => Touches.Charge;

    int IDeedDone.Changed(Quarter before) => Weight.HeadsOf(before, Charge);
}

internal static class OpenCharges
{
    public static Refusal? Refuse(Quarter quarter, int number, Instant now) =>
        quarter.Charges.TryGetValue(number, out var charge) && charge.IsOpenAt(quarter, now) ? null : new NoOpenCharge();

    /// <summary>Changed where it is open still; what happened to one that is over has no effect.</summary>
    public static Quarter In(Quarter quarter, int number, Instant at, Func<Charge, Charge> change) => Refuse(quarter, number, at) is null
        ? quarter with { Charges = quarter.Charges.SetItem(number, change(quarter.Charges[number])) }
        : quarter;
}

public sealed record NoOpenCharge : Refusal;
