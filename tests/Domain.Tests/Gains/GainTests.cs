using Faubourg.Domain.Councils;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Slips;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Gains;

public sealed class GainTests
{
    private static GainState StateOf(Scene scene, int gain = 1) => scene.Quarter.Gains[gain].StateAt(scene.Quarter, scene.Now);

    [Fact]
    public void A_room_claims_up_to_three_gains_and_rewords_each()
    {
        var scene = Reckoning();
        scene.Refuses<TooManyGains>(Amina, new ClaimGain(1, Growth.Soup, 4));
        scene.Does(Amina, new ClaimGain(1, Growth.Soup, 2));
        scene.Does(Benoit, new ClaimGain(1, Growth.Soup with { Domain = GainDomain.Care }, 2));
        scene.Does(Chloe, new ClaimGain(1, Growth.Soup, 1));
        scene.MovesOn();
        Assert.Equal([GainDomain.Food, GainDomain.Care], scene.Quarter.Gains.Values.Select(g => g.Claimed.Domain));
        Assert.Equal(2, scene.Council.Gains.Length);
    }

    [Fact]
    public void What_nobody_shows_in_42_days_was_a_hope()
    {
        var scene = Growth.Claimed();
        Assert.Equal(GainState.Claimed, StateOf(scene));
        scene.WaitsUntil(scene.Quarter.Gains[1].ClaimedAt + LoggedGain.ToShow - Duration.FromMinutes(1));
        Assert.Equal(GainState.Claimed, StateOf(scene));
        scene.Waits(Duration.FromMinutes(1));
        Assert.Equal(GainState.Lapsed, StateOf(scene));
        var later = Growth.Reckons(scene);
        later.Refuses<GainIsOver>(Amina, new TellGain(2, 1, T("Here it is after all.")));
    }

    [Fact]
    public void Whoever_has_a_task_shows_it_and_claims_more_until_five()
    {
        var scene = Growth.Claimed();
        var slip = SlipOf(David, "task");
        scene.Refuses<NoSuchEvidence>(David, new ShowGain(slip, 1, T("Come at noon."), 1));
        scene.Does(David, new ShowEvidence(slip, T("Two new planks")));
        scene.Does(David, new ShowGain(slip, 1, T("Come at noon."), 1));
        Assert.Equal(GainState.Shown, StateOf(scene));
        Assert.Contains(scene.Quarter.Gains[1].Shown[0].How, MinutesTexts.Of(scene.Council));
        scene.Refuses<NoSuchSlip>(David, new ShowGain("nothing", 1, T("x")));
        scene.Refuses<NoSuchSlip>(David, new ClaimLater(SlipOf(David), Growth.Soup));
        scene.Refuses<NoSuchGain>(David, new ShowGain(slip, 2, T("x")));
        foreach (var none in new[] { 0, -1, scene.Council.Evidence.Length + 1 }) scene.Refuses<NoSuchEvidence>(David, new ShowGain(slip, 1, T("x"), none));
        for (var more = 2; more <= ClaimLater.Most; more++) scene.Does(David, new ClaimLater(slip, Growth.Soup));
        scene.Refuses<TooManyGains>(David, new ClaimLater(slip, Growth.Soup));
        for (var more = 2; more <= LoggedGain.MostShown; more++) scene.Does(David, new ShowGain(slip, 1, T("again")));
        scene.Refuses<ShownOften>(David, new ShowGain(slip, 1, T("again")));
    }

    [Fact]
    public void Whoever_let_a_task_lie_until_another_has_it_shows_nothing_more()
    {
        var scene = Growth.Claimed();
        var slip = SlipOf(David, "task");
        scene.Waits(Duration.FromDays(22));
        scene.Does(Hugo, new TakeWaitingTask(1, 1, null, SlipOf(Hugo, "later")));
        scene.Does(Hugo, new ShowEvidence(SlipOf(Hugo, "later"), T("Soup for twelve.")));
        scene.Refuses<NoSuchSlip>(David, new ShowGain(slip, 1, T("It was me.")));
        scene.Refuses<TakenLater>(Hugo, new ShowGain(SlipOf(Hugo, "later"), 1, T("It was me.")));
    }

    [Fact]
    public void Another_council_confirms_what_was_shown_and_72_hours_later_it_holds()
    {
        var scene = Growth.Next(Growth.Shown(), Touches.Gain, new ConfirmGain(1));
        Assert.Equal(GainState.Shown, StateOf(scene));
        scene.WaitsUntil(scene.Council.EndsAt);
        scene.Waits(Amendment.Delay);
        Assert.Equal(GainState.Confirmed, StateOf(scene));
        scene.Waits(Duration.FromDays(900));
        Assert.Equal(GainState.Confirmed, StateOf(scene));
        var again = Growth.Hears(scene);
        again.Refuses<ConfirmedAlready>(Amina, Growth.Proposes(again, Touches.Gain, new ConfirmGain(1)));
        again.Refuses<NoSuchGain>(Amina, Growth.Proposes(again, Touches.Gain, new ConfirmGain(7)));
    }

    [Fact]
    public void A_gain_is_not_confirmed_unseen_nor_by_those_who_claim_it()
    {
        var scene = Growth.Hears(Growth.Claimed());
        scene.Refuses<NotShownYet>(Amina, Growth.Proposes(scene, Touches.Gain, new ConfirmGain(1)));
        var own = Tasking();
        own.MovesOn();
        Assert.IsType<NoSuchGain>(new ConfirmGain(1).Refuse(Growth.Shown().Quarter, own.Council, own.Now));
    }

    [Fact]
    public void A_confirmation_refused_after_its_time_lets_it_lapse_for_good()
    {
        var shown = Growth.Shown();
        shown.WaitsUntil(shown.Quarter.Gains[1].Shown[0].At + LoggedGain.ToConfirm - Duration.FromHours(81));
        var scene = Growth.Next(shown, Touches.Gain, new ConfirmGain(1));
        scene.WaitsUntil(scene.Council.EndsAt);
        scene.Waits(Duration.FromHours(2));
        Assert.Equal(GainState.Shown, StateOf(scene));
        var no = Growth.SaysNo(scene, 2);
        Assert.Equal(GainState.Lapsed, StateOf(no));
        Assert.Null(no.Quarter.Gains[1].ConfirmedBy(no.Quarter));
    }

    [Fact]
    public void A_refused_confirmation_leaves_room_for_another_while_there_is_time()
    {
        var scene = Growth.Next(Growth.Shown(), Touches.Gain, new ConfirmGain(1));
        scene.WaitsUntil(scene.Council.EndsAt);
        var no = Growth.SaysNo(scene, 2);
        Assert.Equal(GainState.Shown, StateOf(no));
        var again = Growth.Next(no, Touches.Gain, new ConfirmGain(1));
        again.WaitsUntil(again.Council.EndsAt);
        again.Waits(Amendment.Delay);
        Assert.Equal(GainState.Confirmed, StateOf(again));
        Assert.Equal(4, again.Quarter.Gains[1].ConfirmedBy(again.Quarter));
    }

    [Fact]
    public void A_later_council_shows_what_nobody_has_a_slip_for()
    {
        var scene = Growth.Reckons(Growth.Claimed());
        scene.Does(Amina, new TellGain(2, 1, T("We ate it.")));
        scene.Refuses<NoSuchGain>(Amina, new TellGain(2, 2, T("We ate it.")));
        Assert.Equal(GainState.Claimed, StateOf(scene));
        scene.MovesOn();
        Assert.Equal(GainState.Shown, StateOf(scene));
        Assert.Contains(scene.Quarter.Gains[1].Shown[0].How, MinutesTexts.Of(scene.Quarter.Councils[2]));
    }
}
