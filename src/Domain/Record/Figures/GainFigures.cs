using System.Collections.Immutable;
using Faubourg.Domain.Gains;
using NodaTime;

namespace Faubourg.Domain.Record.Figures;

/// <param name="Claimed">All that ever were.</param>
/// <param name="Each">In the order of claims.</param>
/// <param name="Checks">What later councils found, by gain.</param>
/// <param name="Domains">Every domain, by what has become of its gains.</param>
/// <param name="Ages">What still works after 30, 90 and 365 days.</param>
public sealed record GainsCounted(
    int Claimed, ImmutableArray<GainCounted> Each, ImmutableArray<CheckCounted> Checks, ImmutableArray<DomainCounted> Domains, ImmutableArray<AgeCounted> Ages);

/// <param name="Number">From 1 in the order of claims.</param>
/// <param name="Council">Which council claimed it.</param>
/// <param name="Amount">As claimed; null where none was.</param>
/// <param name="Shown">How often.</param>
/// <param name="ConfirmedBy">The council whose confirmation nobody said no to; null for none.</param>
public sealed record GainCounted(int Number, int Council, GainState State, int? Amount, int Shown, int? ConfirmedBy);

/// <param name="Days">30, 90 or 365.</param>
public sealed record CheckCounted(int Gain, int Days, bool Works, int Council);

/// <param name="Over">Those that lapsed, too.</param>
public sealed record DomainCounted(GainDomain Domain, int Confirmed, int Shown, int Claimed, int Over);

/// <param name="Days">30, 90 or 365; gains that are younger are not counted.</param>
/// <param name="Unlooked">Nobody looked yet.</param>
public sealed record AgeCounted(int Days, int Works, int Over, int Lapsed, int Unlooked);

internal sealed class GainFigures(HeldDecisions decisions)
{
    private readonly List<Kept> gains = [];

    private sealed record Kept(int Number, GainClaimed Claim, Instant Claimed)
    {
        public List<Instant> Shown { get; } = [];

        public List<GainConfirmed> Confirmations { get; } = [];

        public List<CheckCounted> Checks { get; } = [];

        public bool Over => Checks.Exists(check => !check.Works);
    }

    public void Next(PublicEvent happened, Instant at)
    {
        switch (happened)
        {
            case GainClaimed claimed:
                gains.Add(new Kept(gains.Count + 1, claimed, at));
                break;
            case GainShown shown when Alive(shown.Gain, at) is { } gain && gain.Shown.Count < LoggedGain.MostShown:
                gain.Shown.Add(at);
                break;
            case GainConfirmed confirmed when Alive(confirmed.Gain, at) is { } gain && MayConfirm(gain, confirmed, at):
                gain.Confirmations.Add(confirmed);
                break;
            case GainChecked look when Alive(look.Gain, at) is { Shown.Count: > 0 } gain && gain.Checks.TrueForAll(check => look.Age > check.Days):
                gain.Checks.Add(new CheckCounted(gain.Number, look.Age, look.Works, look.Council));
                break;
        }
    }

    public GainsCounted At(Instant now)
    {
        var each = gains.Select(gain => (Gain: gain, State: StateAt(gain, now))).ToArray();
        return new GainsCounted(
            gains.Count,
            [.. each.Select(g => new GainCounted(g.Gain.Number, g.Gain.Claim.Council, g.State, g.Gain.Claim.Amount, g.Gain.Shown.Count, ConfirmedBy(g.Gain)))],
            [.. gains.SelectMany(gain => gain.Checks)],
            [.. Enum.GetValues<GainDomain>().Select(domain => Of(domain, each.Where(g => g.Gain.Claim.Domain == domain).CountBy(g => g.State).ToDictionary()))],
            [.. Persistence.Ages.Select(age => Of(age, each.Select(g => At(g.Gain, g.State, age, now)).OfType<Lasting>().CountBy(found => found).ToDictionary()))]);
    }

    /// <summary>What has become of the first gain that the council claimed; null where it claimed none.</summary>
    public GainState? FirstOf(int council, Instant now) => gains.Find(gain => gain.Claim.Council == council) is { } first ? StateAt(first, now) : null;

    private static DomainCounted Of(GainDomain domain, Dictionary<GainState, int> by) => new(
        domain,
        by.GetValueOrDefault(GainState.Confirmed),
        by.GetValueOrDefault(GainState.Shown),
        by.GetValueOrDefault(GainState.Claimed),
        by.GetValueOrDefault(GainState.Over) + by.GetValueOrDefault(GainState.Lapsed));

    private static AgeCounted Of(int days, Dictionary<Lasting, int> by) => new(
        days,
        by.GetValueOrDefault(Lasting.Works),
        by.GetValueOrDefault(Lasting.Over),
        by.GetValueOrDefault(Lasting.Lapsed),
        by.GetValueOrDefault(Lasting.Unlooked));

    /// <summary>Null while it is younger.</summary>
    private static Lasting? At(Kept gain, GainState state, int age, Instant now)
    {
        if (now - gain.Claimed < Duration.FromDays(age)) return null;
        if (gain.Checks.Exists(check => check.Days == age && check.Works)) return Lasting.Works;
        if (gain.Checks.Exists(check => check.Days <= age && !check.Works)) return Lasting.Over;
        return state == GainState.Lapsed ? Lasting.Lapsed : Lasting.Unlooked;
    }

    private Kept? Alive(int number, Instant now) =>
        gains.ElementAtOrDefault(number - 1) is { } gain && StateAt(gain, now) is not (GainState.Lapsed or GainState.Over) ? gain : null;

    private int? ConfirmedBy(Kept gain) => gain.Confirmations.Find(c => decisions.RefusedAt(c.Council) is null)?.Council;

    private bool MayConfirm(Kept gain, GainConfirmed confirmed, Instant at) =>
        gain.Claim.Council != confirmed.Council && StateAt(gain, at) == GainState.Shown && gain.Confirmations.TrueForAll(c => decisions.RefusedAt(c.Council) is not null);

    private GainState StateAt(Kept gain, Instant now)
    {
        if (gain.Over) return GainState.Over;
        if (gain.Shown.Count == 0) return now >= gain.Claimed + LoggedGain.ToShow ? GainState.Lapsed : GainState.Claimed;
        // A confirmation that nobody refused keeps it; one that was refused kept it until then.
        if (ConfirmedBy(gain) is { } council) return decisions.Holds(council, now) ? GainState.Confirmed : GainState.Shown;
        var end = gain.Confirmations.Select(c => decisions.RefusedAt(c.Council)!.Value).Append(gain.Shown[0] + LoggedGain.ToConfirm).Max();
        return now >= end ? GainState.Lapsed : GainState.Shown;
    }
}
