using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Gains;

/// <summary>Another council has seen it and says: yes, we have this now.</summary>
/// <param name="Gain">Shown, claimed by another council, confirmed by none.</param>
public sealed record ConfirmGain(int Gain) : Deed
{
    public override Touches Touches => Touches.Gain;

    internal override int Changed(Quarter quarter) => HeadsOf(quarter, Gain);

    internal override Refusal? Refuse(Quarter quarter, Council council, Instant now)
    {
        if (!quarter.Gains.TryGetValue(Gain, out var gain)) return new NoSuchGain();
        if (gain.Council == council.Number) return new NoSuchGain();
        if (gain.Confirmations.Length > 0 && gain.ConfirmedBy(quarter) is not null) return new ConfirmedAlready();
        return gain.StateAt(quarter, now) switch
        {
            GainState.Shown => null,
            GainState.Claimed => new NotShownYet(),
            _ => new GainIsOver(),
        };
    }

    internal override PublicEvent Written(Council council) => new GainConfirmed(council.Number, Gain);

    internal static int HeadsOf(Quarter quarter, int number) =>
        quarter.Gains.TryGetValue(number, out var gain) ? Weight.HeadsOf(quarter, gain.Council) : 0;
}

/// <param name="Gain">Which, in the order of claims.</param>
[Leaf("gain.confirmed")]
public sealed record GainConfirmed(int Council, int Gain) : PublicEvent, IDeedDone
{
    Touches IDeedDone.Touches => Touches.Gain;

    int IDeedDone.Changed(Quarter before) => ConfirmGain.HeadsOf(before, Gain);

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        new ConfirmGain(Gain).Refuse(quarter, quarter.Councils[Council], stamp.At) is null
            ? quarter with
            {
                Gains = quarter.Gains.SetItem(Gain, quarter.Gains[Gain] with { Confirmations = quarter.Gains[Gain].Confirmations.Add(new DecidedBy(Council, stamp.At)) }),
            }
            : quarter;
}

public sealed record NotShownYet : Refusal;

public sealed record ConfirmedAlready : Refusal;
