using System.Collections.Immutable;
using Faubourg.Domain.Gains;
using NodaTime;

namespace Faubourg.Domain.Record.Figures;

/// <param name="Claimed">All that ever were.</param>
/// <param name="By">By what has become of them.</param>
/// <param name="Domains">By domain, those that were shown and have not lapsed.</param>
public sealed record GainsCounted(int Claimed, ImmutableSortedDictionary<GainState, int> By, ImmutableSortedDictionary<GainDomain, int> Domains)
{
    /// <summary>What has become of each, in the order of claims.</summary>
    public ImmutableArray<GainState> Each { get; init; } = [];
}

internal sealed class GainFigures(HeldDecisions decisions)
{
    private readonly List<Kept> gains = [];

    private sealed record Kept(int Council, Instant Claimed, GainDomain Domain)
    {
        public List<Instant> Shown { get; } = [];

        public List<GainConfirmed> Confirmations { get; } = [];

        public int LookedAt { get; set; }

        public bool Over { get; set; }
    }

    public void Next(PublicEvent happened, Instant at)
    {
        switch (happened)
        {
            case GainClaimed claimed:
                gains.Add(new Kept(claimed.Council, at, claimed.Domain));
                break;
            case GainShown shown when Alive(shown.Gain, at) is { } gain && gain.Shown.Count < LoggedGain.MostShown:
                gain.Shown.Add(at);
                break;
            case GainConfirmed confirmed when Alive(confirmed.Gain, at) is { } gain && MayConfirm(gain, confirmed, at):
                gain.Confirmations.Add(confirmed);
                break;
            case GainChecked look when Alive(look.Gain, at) is { Shown.Count: > 0 } gain && look.Age > gain.LookedAt:
                gain.LookedAt = look.Age;
                gain.Over = !look.Works;
                break;
        }
    }

    public GainsCounted At(Instant now)
    {
        ImmutableArray<GainState> each = [.. gains.Select(gain => StateAt(gain, now))];
        return new GainsCounted(
            gains.Count,
            each.CountBy(state => state).ToImmutableSortedDictionary(),
            gains.Zip(each).Where(g => g.Second is GainState.Shown or GainState.Confirmed).CountBy(g => g.First.Domain).ToImmutableSortedDictionary())
        {
            Each = each,
        };
    }

    private Kept? Alive(int number, Instant now) =>
        gains.ElementAtOrDefault(number - 1) is { } gain && StateAt(gain, now) is not (GainState.Lapsed or GainState.Over) ? gain : null;

    private bool MayConfirm(Kept gain, GainConfirmed confirmed, Instant at) =>
        gain.Council != confirmed.Council && StateAt(gain, at) == GainState.Shown && gain.Confirmations.TrueForAll(c => decisions.RefusedAt(c.Council) is not null);

    private GainState StateAt(Kept gain, Instant now)
    {
        if (gain.Over) return GainState.Over;
        if (gain.Shown.Count == 0) return now >= gain.Claimed + LoggedGain.ToShow ? GainState.Lapsed : GainState.Claimed;
        // A confirmation that nobody refused keeps it; one that was refused kept it until then.
        var kept = gain.Confirmations.Find(c => decisions.RefusedAt(c.Council) is null);
        if (kept is not null) return decisions.Holds(kept.Council, now) ? GainState.Confirmed : GainState.Shown;
        var end = gain.Confirmations.Select(c => decisions.RefusedAt(c.Council)!.Value).Append(gain.Shown[0] + LoggedGain.ToConfirm).Max();
        return now >= end ? GainState.Lapsed : GainState.Shown;
    }
}
