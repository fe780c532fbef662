using Faubourg.Domain.Charges;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Tests.Months;

/// <summary>Remembers what was so before, and fails where something came back that was over, or lasts longer than it may.</summary>
internal sealed class Growing
{
    private readonly Dictionary<int, GainState> gains = [];

    private readonly Dictionary<(int Gain, int Age), Lasting> looks = [];

    private readonly Dictionary<int, ChargeState> charges = [];

    public void Look(Quarter quarter, Instant now)
    {
        foreach (var gain in quarter.Gains.Values) Look(gain, quarter, now);
        foreach (var charge in quarter.Charges.Values) Look(charge, quarter, now);
        var mediation = quarter.Charges.Values.Count(c => c.Kind == ChargeKind.Mediation && c.IsOpenAt(quarter, now));
        Assert.True(mediation <= 1, "two circles of mediators");
    }

    private void Look(LoggedGain gain, Quarter quarter, Instant now)
    {
        var state = gain.StateAt(quarter, now);
        if (gains.TryGetValue(gain.Number, out var before))
            Assert.True(before == state || before < state && before < GainState.Lapsed, $"gain {gain.Number} was {before} and is {state}");
        gains[gain.Number] = state;
        if (state is GainState.Claimed) Assert.True(now < gain.ClaimedAt + LoggedGain.ToShow);
        if (state is GainState.Confirmed) Assert.NotEqual(gain.Council, gain.ConfirmedBy(quarter));
        Assert.True(gain.Checks.Length <= 3 && gain.Shown.Length <= LoggedGain.MostShown && gain.Checks.Select(c => c.Age).Distinct().Count() == gain.Checks.Length);
        foreach (var age in Persistence.Ages)
        {
            if (Persistence.At(gain, age, quarter, now) is not { } found) continue;
            if (looks.TryGetValue((gain.Number, age), out var then)) Assert.True(then == found || then == Lasting.Unlooked, $"gain {gain.Number} after {age} days: {then} became {found}");
            looks[(gain.Number, age)] = found;
        }
    }

    private void Look(Charge charge, Quarter quarter, Instant now)
    {
        var state = charge.StateAt(quarter, now);
        if (charges.TryGetValue(charge.Number, out var before))
            Assert.True(before == state || before < state && before < ChargeState.Refused, $"charge {charge.Number} was {before} and is {state}");
        charges[charge.Number] = state;
        var consent = charge.Renewals.Select(r => r.At).Append(charge.OpenedAt).Max();
        Assert.True(charge.OverAt(quarter) <= consent + Charge.Consent, $"charge {charge.Number} outlives its consent");
        Assert.True(charge.ServingAt(quarter, now).Count() <= charge.Places, $"too many serve for charge {charge.Number}");
        Assert.All(charge.Services, s => Assert.True(s.Until - s.From <= Duration.FromDays(OpenCharge.LongestDays)));
        if (state > ChargeState.Standing) Assert.Empty(charge.ServingAt(quarter, now));
    }
}
