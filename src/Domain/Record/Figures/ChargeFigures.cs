using System.Collections.Immutable;
using Faubourg.Domain.Charges;
using NodaTime;

namespace Faubourg.Domain.Record.Figures;

/// <param name="Number">The council that took it on.</param>
/// <param name="Places">How many may serve at once.</param>
/// <param name="Days">How long each of them.</param>
/// <param name="Serving">How many serve.</param>
/// <param name="Held">Mediations that were held.</param>
public sealed record ChargeCounted(int Number, ChargeState State, int Places, int Days, int Serving, int Held);

internal sealed class ChargeFigures(HeldDecisions decisions)
{
    private readonly SortedDictionary<int, Kept> charges = [];

    private sealed record Kept(ChargeOpened Opened, Instant At)
    {
        public List<(int Council, Instant At)> Renewals { get; } = [];

        public List<int> Endings { get; } = [];

        public List<Term> Terms { get; } = [];

        public int Held { get; set; }
    }

    private sealed record Term(int Council, int Number, Instant Until);

    public void Next(PublicEvent happened, Instant at)
    {
        switch (happened)
        {
            case ChargeOpened opened when opened.Kind != ChargeKind.Mediation || !charges.Any(c => c.Value.Opened.Kind == opened.Kind && Open(c.Key, at) is not null):
                charges[opened.Council] = new Kept(opened, at);
                break;
            case ChargeRenewed renewed when Open(renewed.Charge, at) is { } charge:
                charge.Renewals.Add((renewed.Council, at));
                break;
            case ChargeEnded ended when Open(ended.Charge, at) is { } charge:
                charge.Endings.Add(ended.Council);
                break;
            case ServiceBegun begun when Open(begun.Charge, at) is { } charge && charge.Terms.Count(t => at < t.Until) < charge.Opened.Places:
                charge.Terms.Add(new Term(begun.Council, begun.Service, begun.Until));
                break;
            case ServiceEnded over when charges.TryGetValue(over.Charge, out var charge):
                var term = charge.Terms.FindIndex(t => t.Council == over.Council && t.Number == over.Service && at < t.Until);
                if (term >= 0) charge.Terms[term] = charge.Terms[term] with { Until = at };
                break;
            case MediationHeld held when charges.TryGetValue(held.Charge, out var charge):
                charge.Held++;
                break;
        }
    }

    public ImmutableArray<ChargeCounted> At(Instant now) =>
    [
        .. from one in charges
           let charge = one.Value
           let state = StateAt(charge, now)
           select new ChargeCounted(one.Key, state, charge.Opened.Places, charge.Opened.Days, state is ChargeState.Coming or ChargeState.Standing ? charge.Terms.Count(t => now < t.Until) : 0, charge.Held),
    ];

    private Kept? Open(int number, Instant now) =>
        charges.TryGetValue(number, out var charge) && StateAt(charge, now) is ChargeState.Coming or ChargeState.Standing ? charges[number] : null;

    private ChargeState StateAt(Kept charge, Instant now)
    {
        if (decisions.RefusedAt(charge.Opened.Council) is { } refused && now >= refused) return ChargeState.Refused;
        // Each consent carries it so far; one that was refused, until then.
        var lapses = charge.Renewals.Select(r => decisions.RefusedAt(r.Council) ?? r.At + Charge.Consent).Append(charge.At + Charge.Consent).Max();
        var ends = charge.Endings.Select(decisions.From).OfType<Instant>().DefaultIfEmpty(Instant.MaxValue).Min();
        if (now >= ends && ends < lapses) return ChargeState.Ended;
        if (now >= lapses) return ChargeState.Lapsed;
        return now < decisions.From(charge.Opened.Council) ? ChargeState.Coming : ChargeState.Standing;
    }
}
