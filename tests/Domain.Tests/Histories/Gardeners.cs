using Faubourg.Domain.Charges;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Slips;

namespace Faubourg.Domain.Tests.Histories;

/// <summary>What the same neighbours do about gains and charges.</summary>
internal sealed class Gardeners(World world, Fate fate, Neighbours neighbours)
{
    private Quarter Quarter => world.Quarter;

    public Deed DeedOf(Touches touches) => touches == Touches.Gain
        ? new ConfirmGain(Gain())
        : fate.Below(Quarter.Charges.IsEmpty ? 1 : 3) switch
        {
            0 => new OpenCharge(fate.Of(Enum.GetValues<ChargeKind>()), fate.Of(1, 2, 3, 21), fate.Of(7, 30, 90, 91), neighbours.Words(), neighbours.Words()),
            1 => new RenewCharge(Charge()),
            _ => new EndCharge(Charge()),
        };

    public Act InTheRoom(int n, string device) => fate.Below(6) switch
    {
        0 or 1 => new TellGain(n, Gain(), neighbours.Words()),
        2 => new CheckGain(n, Gain(), !fate.OneIn(4)),
        3 => new ServeNot(n, Charge()),
        _ => new Serve(n, Charge(), Neighbours.Slip(device, n, "service")),
    };

    public Act Slipping() => fate.Below(6) switch
    {
        0 or 1 => new ShowGain(Any(Purpose.Task), Gain(), neighbours.Words(), fate.OneIn(2) ? 1 : null),
        2 => new ClaimLater(Any(Purpose.Task), Draft()),
        3 => new StepAside(Any(Purpose.Service)),
        _ => new HoldMediation(Any(Purpose.Service)),
    };

    private GainDraft Draft() => new(fate.Of(Enum.GetValues<GainKind>()), fate.Of(Enum.GetValues<GainDomain>()), null, null, neighbours.Words());

    private string Any(Purpose purpose) => fate.Any(Quarter.Slips.Values.Where(s => s.Purpose == purpose))?.Hash ?? "none";

    private int Gain() => Quarter.Gains.IsEmpty || fate.OneIn(9) ? 1 : fate.Any(Quarter.Gains.Keys);

    private int Charge() => Quarter.Charges.IsEmpty || fate.OneIn(9) ? 1 : fate.Any(Quarter.Charges.Keys);
}
