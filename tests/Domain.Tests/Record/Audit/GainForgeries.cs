using System.Collections.Immutable;
using Faubourg.Domain.Charges;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record.Audit;
using NodaTime;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Record.Audit;

/// <summary>Gains that nobody saw, and terms that do not end.</summary>
internal static class GainForgeries
{
    private static readonly Duration Day = Duration.FromDays(1);

    public static readonly ImmutableSortedDictionary<string, (Rule Rule, Func<Forged> Forged)> All = new Dictionary<string, (Rule, Func<Forged>)>
    {
        ["four gains in an evening"] = (Rule.GainsGrow, () => Months().Before<GainClaimed>(e => e).Before<GainClaimed>(e => e).Before<GainClaimed>(e => e)),
        ["a sixth gain afterwards"] = (Rule.GainsGrow, () => Months().Before<GainShown>(_ => Claim(1)).Before<GainShown>(_ => Claim(1)).Before<GainShown>(_ => Claim(1))),
        ["a second circle of mediators"] = (Rule.TermsEnd, () => Months().Before<ChargeRenewed>(e => new ChargeOpened(e.Council, ChargeKind.Mediation, 2, 30, T("quarrels"), T("the kiosk")))),
        ["held where nothing is looked after"] = (Rule.SpeaksOfWhatIs, () => Months().With<MediationHeld>(_ => new MediationHeld(7))),
        ["held more often than is counted"] = (Rule.TermsEnd, () => Enumerable.Range(0, MediationHeld.Most).Aggregate(Months(), (f, _) => f.Before<MediationHeld>(e => e))),
        ["two gains of a council on paper"] = (Rule.GainsGrow, () => new Forged(Honest.OnPaper()).Before<GainClaimed>(e => e)),
        ["a gain before the step for it"] = (Rule.StepsInOrder, () => Months().Before<Domain.Decisions.DecisionMade>(_ => Claim(1))),
        ["a gain of too much"] = (Rule.GainsGrow, () => Months().With<GainClaimed>(e => e with { Amount = -1 })),
        ["a gain claimed two years later"] = (Rule.NothingAfterTheEnd, () => Months().Then(Claim(1), 730 * Day)),
        ["a gain that is not"] = (Rule.SpeaksOfWhatIs, () => Months().With<GainShown>(e => e with { Gain = 9 })),
        ["shown by evidence that is not"] = (Rule.SpeaksOfWhatIs, () => Months().With<GainShown>(e => e with { Evidence = 51 })),
        ["shown by evidence of no number"] = (Rule.SpeaksOfWhatIs, () => Months().With<GainShown>(e => e with { Evidence = 0 })),
        ["shown a sixth time"] = (Rule.GainsGrow, () => Enumerable.Range(0, 5).Aggregate(Months(), (f, _) => f.Before<MediationHeld>(_ => new GainShown(1, null, null, T("look"))))),
        ["shown to those who claim it"] = (Rule.GainsGrow, () => Months().Before<GainChecked>(e => new GainShown(4, e.Council, null, T("look")))),
        ["confirmed unseen"] = (Rule.GainsGrow, () => Months().With<GainConfirmed>(e => e with { Gain = 2 })),
        ["confirmed by those who claim it"] = (Rule.GainsGrow, () => Months().Without<GainShown>()),
        ["looked at before its time"] = (Rule.GainsGrow, () => Months().With<GainChecked>(e => e with { Age = 365 })),
        ["looked at after 31 days"] = (Rule.GainsGrow, () => Months().With<GainChecked>(e => e with { Age = 31 })),
        ["it works, and nobody saw it"] = (Rule.GainsGrow, () => Months().With<GainChecked>(e => e with { Gain = 2 })),
        ["three heads see that it works"] = (Rule.Weight, Few),
        ["three heads, and two of them serve"] = (Rule.Weight, () => Few()
            .With<ChargeOpened>(e => e with { Kind = ChargeKind.ToolLibrary }).Without<MediationHeld>().Before<GainChecked>(e => new ServiceBegun(e.Council, 2, 1, Scene.Evening + 60 * Day))),
        ["a term of a year"] = (Rule.TermsEnd, () => Months().With<ChargeOpened>(e => e with { Days = 365 })),
        ["a mediator alone"] = (Rule.TermsEnd, () => Months().With<ChargeOpened>(e => e with { Places = 1 })),
        ["served for longer than the term"] = (Rule.TermsEnd, () => Months().With<ServiceBegun>(e => e with { Until = e.Until + Day })),
        ["over before it begins"] = (Rule.TermsEnd, () => Months().With<ServiceBegun>(e => e with { Until = Instant.MinValue })),
        ["a service is missing"] = (Rule.NumbersInOrder, () => Months().Without<ServiceBegun>(e => e.Service == 1)),
        ["a mediator nobody drew"] = (Rule.TermsEnd, () => Months().Without<RoleCalled>(e => e.Role == Role.Mediator)),
        ["stepped back twice"] = (Rule.TermsEnd, () => Months().Before<ServiceEnded>(e => e)),
        ["a mediation without mediators"] = (Rule.TermsEnd, () => Months().Then(new MediationHeld(2), 100 * Day)),
        ["a charge that is not"] = (Rule.SpeaksOfWhatIs, () => Months().With<ChargeRenewed>(e => e with { Charge = 1 })),
        ["ended though it is not there"] = (Rule.SpeaksOfWhatIs, () => Months().With<ChargeEnded>(e => e with { Charge = 7 })),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static Forged Months() => new(HonestMonths.Lived());

    /// <summary>Council 4 had three heads, and decided what its own people will do, for which that is enough.</summary>
    private static Forged Few() => Months()
        .With<HeadsCounted>(e => e with { AtLeast = 3 }, e => e is { Council: 4, Step: Step.Gathering })
        .With<HeadsCounted>(e => e with { AtLeast = 3 }, e => e is { Council: 4, Step: Step.Hearing })
        .With<ProposalMade>(e => e with { Touches = Touches.Nothing }, e => e.Council == 4)
        .With<DecisionMade>(e => e with { Touches = Touches.Nothing }, e => e.Council == 4)
        .With<ConsentCounted>(e => e with { Consenting = 3 }, e => e.Council == 4)
        .Without<ChargeRenewed>();

    private static GainClaimed Claim(int council) => new(council, GainKind.NeedMet, GainDomain.Food, null, T("soup"), null);
}
