using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Offers;
using Faubourg.Domain.Power;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record.Audit;
using Faubourg.Domain.Seasons;
using Faubourg.Domain.Tests.Seasons;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Record.Audit;

/// <summary>Records of busy weeks, rest, shares and offers, tampered with.</summary>
internal static class SeasonForgeries
{
    private static readonly LocalDate Monday = new(2026, 11, 16);

    public static readonly ImmutableSortedDictionary<string, (Rule Rule, Func<Forged> Forged)> All = new Dictionary<string, (Rule, Func<Forged>)>
    {
        ["a usual council in the quiet"] = (Rule.QuietKept, () => Busy().With<CouncilConvened>(e => e with { Purpose = null }, e => e.Council == 2)),
        ["moved into the quiet"] = (Rule.QuietKept, () => Busy().With<CouncilChanged>(e => e with { StartsAt = e.StartsAt - Duration.FromDays(7) })),
        ["a usual council that says so"] = (Rule.QuietKept, () => Busy().With<CouncilConvened>(e => e with { Purpose = CouncilKind.Usual })),
        ["busy for two months"] = (Rule.SeasonBounded, () => Busy().With<BurstOpened>(e => e with { Days = 60 })),
        ["busy without quiet"] = (Rule.SeasonBounded, () => Busy().With<BurstOpened>(e => e with { Quiet = 0 })),
        ["a season within a season"] = (Rule.SeasonBounded, () => Busy()
            .With<ProposalMade>(e => e with { Touches = Touches.Season }, e => e.Council == 2)
            .With<DecisionMade>(e => e with { Touches = Touches.Season }, e => e.Council == 2)
            .Before<OfferAnswered>(_ => new BurstOpened(2, 7, 7)).Until<OfferAnswered>()),
        ["a week that begins on Tuesday"] = (Rule.RestAnnounced, () => Busy().With<WeekRested>(_ => new WeekRested(Monday.PlusDays(1)))),
        ["a rest twice"] = (Rule.RestAnnounced, () => Busy().Before<WeekRested>(e => e)),
        ["a rest where a council is"] = (Rule.RestAnnounced, () => new Forged(Honest.Evening()).Before<StepMoved>(_ => new WeekRested(Monday))),
        ["eleven tenths"] = (Rule.SharesInTenths, () => Busy().With<TurnsCounted>(e => e with { First = 11, Heard = 2 })),
        ["shares of four"] = (Rule.SharesInTenths, () => new Forged([.. Over(4).Journal.Record]).Before<CouncilDissolved>(_ => new TurnsCounted(1, null, null, true))),
        ["shares told twice"] = (Rule.SharesInTenths, () => Busy().Before<TurnsCounted>(e => e)),
        ["shares that tell nothing"] = (Rule.SharesInTenths, () => Busy().With<TurnsCounted>(e => e with { First = null, Heard = null, ConvenerWon = null })),
        ["whose proposal won before one had"] = (Rule.SharesInTenths, () => Busy().Before<DecisionMade>(e => new TurnsCounted(e.Council, null, null, true))),
        ["an offer is missing"] = (Rule.NumbersInOrder, () => Busy().With<OfferLogged>(e => e with { Offer = 2 })),
        ["an offer for a decade"] = (Rule.OfferAnsweredOnce, () => Busy().With<OfferLogged>(e => e with { AnswerBy = new LocalDate(2036, 1, 1) })),
        ["an answer to nothing"] = (Rule.SpeaksOfWhatIs, () => Busy().With<OfferAnswered>(e => e with { Offer = 7 })),
        ["answered a year later"] = (Rule.OfferAnsweredOnce, () => Busy().With<OfferLogged>(e => e with { AnswerBy = Monday })),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static Forged Busy() => new([.. Lived().Journal.Record]);

    /// <summary>A week of rest; busy weeks; a council in their quiet answers an offer; another one is moved behind it.</summary>
    private static Scene Lived()
    {
        var scene = Founded();
        foreach (var who in Cast.All[..3]) scene.Does(who, new RestWeek(Monday));
        scene = scene.Carries(new OpenBurst(7, 21));
        scene.Does(Amina, new LogOffer(OfferKind.Invitation, null, T("the mayor"), T("a round table"), T("one of us speaks for all")));
        var season = Season.Latest(scene.Quarter)!;
        scene.WaitsUntil(season.QuietFrom);
        scene = scene.Carries(new AnswerOffer(1, OfferAnswer.Decline));
        scene.Does(Amina, new Convene(Bench(season.Until)));
        scene.Does(Amina, new Change(3, Bench(season.Until + Duration.FromHours(1))));
        return scene;
    }
}
