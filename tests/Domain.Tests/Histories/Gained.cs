using Faubourg.Domain.Gains;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record.Figures;
using NodaTime;
using static Faubourg.Domain.Tests.Histories.Figured;

namespace Faubourg.Domain.Tests.Histories;

/// <summary>The log of gains as its page sums it up, in the words of those who count the leaves alone.</summary>
internal static class Gained
{
    public static string? Differs(Quarter quarter, GainsCounted counted, Instant now)
    {
        var gains = quarter.Gains.Values.Select(gain => (Gain: gain, State: gain.StateAt(quarter, now))).ToArray();
        return Differ("gains", gains.Length, counted.Claimed)
            ?? DifferOf("gains", gains.Select(g => new GainCounted(g.Gain.Number, g.Gain.Council, g.State, g.Gain.Claimed.Amount, g.Gain.Shown.Length, g.Gain.ConfirmedBy(quarter))), counted.Each)
            ?? DifferOf("checks", gains.SelectMany(g => g.Gain.Checks.Select(c => new CheckCounted(g.Gain.Number, c.Age, c.Works, c.Council))), counted.Checks)
            ?? DifferOf("domains", Enum.GetValues<GainDomain>().Select(domain => Of(domain, [.. gains.Where(g => g.Gain.Claimed.Domain == domain).Select(g => g.State)])), counted.Domains)
            ?? DifferOf("ages", Persistence.Ages.Select(age => Of(age, [.. gains.Select(g => Persistence.At(g.Gain, age, quarter, now)).OfType<Lasting>()])), counted.Ages);
    }

    private static DomainCounted Of(GainDomain domain, GainState[] states) => new(
        domain,
        states.Count(s => s == GainState.Confirmed),
        states.Count(s => s == GainState.Shown),
        states.Count(s => s == GainState.Claimed),
        states.Count(s => s is GainState.Over or GainState.Lapsed));

    private static AgeCounted Of(int age, Lasting[] found) => new(
        age, found.Count(f => f == Lasting.Works), found.Count(f => f == Lasting.Over), found.Count(f => f == Lasting.Lapsed), found.Count(f => f == Lasting.Unlooked));
}
