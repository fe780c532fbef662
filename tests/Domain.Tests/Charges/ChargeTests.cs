using Faubourg.Domain.Charges;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Slips;
using Faubourg.Domain.Tests.Gains;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Charges;

public sealed class ChargeTests
{
    private static ChargeState StateOf(Scene scene, int charge) => scene.Quarter.Charges[charge].StateAt(scene.Quarter, scene.Now);

    private static Scene Opened(OpenCharge? deed = null)
    {
        var scene = Growth.Next(Founded(), Touches.Charge, deed ?? Growth.Tools);
        scene.WaitsUntil(scene.Council.EndsAt);
        return scene;
    }

    private static Scene Over(Scene scene)
    {
        scene.WaitsUntil(scene.Council.EndsAt);
        return scene;
    }

    [Fact]
    public void It_stands_72_hours_after_the_minutes_and_lapses_after_26_weeks()
    {
        var scene = Opened();
        Assert.Equal(ChargeState.Coming, StateOf(scene, 1));
        scene.Waits(Amendment.Delay);
        Assert.Equal(ChargeState.Standing, StateOf(scene, 1));
        scene.WaitsUntil(scene.Quarter.Charges[1].OpenedAt + Duration.FromDays(26 * 7) - Duration.FromMinutes(1));
        Assert.Equal(ChargeState.Standing, StateOf(scene, 1));
        scene.Waits(Duration.FromMinutes(1));
        Assert.Equal(ChargeState.Lapsed, StateOf(scene, 1));
        var late = Growth.Hears(scene);
        late.Refuses<NoOpenCharge>(Amina, Growth.Proposes(late, Touches.Charge, new RenewCharge(1)));
    }

    [Fact]
    public void Consent_is_renewed_from_the_day_of_the_decision()
    {
        var scene = Opened();
        scene.Waits(Duration.FromDays(100));
        var renewed = Over(Growth.Next(scene, Touches.Charge, new RenewCharge(1)));
        var charge = renewed.Quarter.Charges[1];
        Assert.Equal(charge.Renewals[0].At + Charge.Consent, charge.OverAt(renewed.Quarter));
    }

    [Fact]
    public void A_renewal_that_is_refused_ends_with_the_no_or_with_the_consent_before_it()
    {
        var scene = Opened();
        scene.WaitsUntil(scene.Quarter.Charges[1].OpenedAt + Charge.Consent - Duration.FromHours(81));
        var renewed = Over(Growth.Next(scene, Touches.Charge, new RenewCharge(1)));
        renewed.Waits(Duration.FromHours(2));
        Assert.Equal(ChargeState.Standing, StateOf(renewed, 1));
        Assert.Equal(ChargeState.Lapsed, StateOf(Growth.SaysNo(renewed, 2), 1));
    }

    [Fact]
    public void A_council_ends_it_unless_another_says_no()
    {
        var ended = Over(Growth.Next(Opened(), Touches.Charge, new EndCharge(1)));
        Assert.NotEqual(ChargeState.Ended, StateOf(ended, 1));
        var no = Growth.SaysNo(new Scene(ended) { Number = 2 }, 2);
        no.Waits(Amendment.Delay);
        Assert.Equal(ChargeState.Standing, StateOf(no, 1));
        ended.Waits(Amendment.Delay);
        Assert.Equal(ChargeState.Ended, StateOf(ended, 1));
        Assert.Empty(ended.Quarter.Charges[1].ServingAt(ended.Quarter, ended.Now));
    }

    [Fact]
    public void What_another_council_refuses_never_stood()
    {
        var no = Growth.SaysNo(Opened(), 1);
        Assert.Equal(ChargeState.Refused, StateOf(no, 1));
    }

    [Fact]
    public void Terms_are_90_days_at_most_and_nobody_mediates_alone()
    {
        var scene = Growth.Hears(Opened(Growth.Mediation));
        void Refused<T>(OpenCharge deed) where T : Refusal => scene.Refuses<T>(Amina, Growth.Proposes(scene, Touches.Charge, deed));
        Refused<NotSuchATerm>(Growth.Tools with { Days = 91 });
        Refused<NotSuchATerm>(Growth.Tools with { Places = 0 });
        Refused<NotSuchATerm>(Growth.Mediation with { Places = 1 });
        Refused<LookedAfterAlready>(Growth.Mediation);
    }

    [Fact]
    public void Of_two_circles_of_mediators_decided_in_one_evening_the_first_stands()
    {
        var scene = Growth.Hears(Opened(Growth.Mediation));
        var both = Rules.Evolve(scene.Quarter, new ChargeOpened(2, ChargeKind.Mediation, 2, 90, T("Quarrels."), T("Knock.")), scene.Now);
        Assert.Equal([1], both.Charges.Keys);
        Assert.Equal(2, both.Councils[2].DeedWords.Length);
    }

    [Fact]
    public void Whoever_volunteers_serves_for_a_term_steps_back_and_is_named_nowhere()
    {
        var scene = Growth.Next(Founded(), Touches.Charge, Growth.Tools);
        foreach (var who in All[..2]) scene.Does(who, new Serve(1, 1, SlipOf(who, "service")));
        scene.Refuses<AlreadySaid>(Amina, new Serve(1, 1, SlipOf(Amina, "service")));
        scene.Refuses<PlacesAreTaken>(Chloe, new Serve(1, 1, SlipOf(Chloe, "service")));
        scene.Does(Amina, new ServeNot(1, 1));
        scene.Refuses<NotYourCharge>(Amina, new ServeNot(1, 1));
        scene.Does(Chloe, new Serve(1, 1, SlipOf(Chloe, "service")));
        scene.WaitsUntil(scene.Council.EndsAt);
        var charge = scene.Quarter.Charges[1];
        Assert.Equal([1, 2], charge.Services.Select(s => s.Number));
        Assert.All(charge.Services, s => Assert.Equal(scene.Council.DissolvedAt + Duration.FromDays(30), s.Until));
        Assert.Equal(2, scene.Quarter.Slips.Values.Count(s => s.Purpose == Purpose.Service));
        scene.Does(Chloe, new StepAside(SlipOf(Chloe, "service")));
        scene.Refuses<NoSuchSlip>(Chloe, new StepAside(SlipOf(Chloe, "service")));
        scene.Refuses<NoSuchSlip>(Benoit, new HoldMediation(SlipOf(Benoit, "service")));
        Assert.Single(scene.Quarter.Charges[1].ServingAt(scene.Quarter, scene.Now));
        scene.Waits(Duration.FromDays(30));
        Assert.Empty(scene.Quarter.Charges[1].ServingAt(scene.Quarter, scene.Now));
    }

    [Fact]
    public void Mediators_are_drawn_and_a_mediation_is_recorded_as_held_and_nothing_else()
    {
        var scene = Growth.Next(Founded(), Touches.Charge, Growth.Mediation);
        scene.Refuses<DrawMediators>(Amina, new Serve(1, 1, SlipOf(Amina, "service")));
        Growth.DrawsMediators(scene, Benoit, Chloe);
        scene.Does(Benoit, new Serve(1, 1, SlipOf(Benoit, "service")));
        scene.Does(Chloe, new Serve(1, 1, SlipOf(Chloe, "service")));
        scene.Does(Chloe, new Domain.Draws.StepBack(1, Domain.Draws.Role.Mediator));
        scene.WaitsUntil(scene.Council.EndsAt);
        Assert.Single(scene.Quarter.Charges[1].Services);
        scene.Does(Benoit, new HoldMediation(SlipOf(Benoit, "service")));
        Assert.Equal(1, scene.Quarter.Charges[1].Held);
        for (var more = 1; more < MediationHeld.Most; more++) scene.Does(Benoit, new HoldMediation(SlipOf(Benoit, "service")));
        scene.Refuses<HeldOften>(Benoit, new HoldMediation(SlipOf(Benoit, "service")));
    }
}
