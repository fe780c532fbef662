using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Councils;

public sealed class GuideTests
{
    [Fact]
    public void Facilitator_or_companion_moves_a_step_on_and_so_do_any_three()
    {
        var scene = Drawn();
        scene.Refuses<NotAtThisStep>(scene.Facilitator, new MoveOn(1, Step.Hearing));
        string[] others = [.. All[..5].Where(w => w != scene.Facilitator && w != scene.Companion)];
        scene.Does(others[0], new MoveOn(1, Step.Gathering));
        scene.Refuses<AlreadySaid>(others[0], new MoveOn(1, Step.Gathering));
        scene.Does(others[1], new MoveOn(1, Step.Gathering));
        Assert.Equal(Step.Gathering, scene.Council.Step);
        scene.Does(others[2], new MoveOn(1, Step.Gathering));
        Assert.Equal(Step.Hearing, scene.Council.Step);
        scene.Does(scene.Companion, new MoveOn(1, Step.Hearing));
        Assert.Equal(Step.Closing, scene.Council.Step);
    }

    [Fact]
    public void Fewer_than_three_do_not_begin() =>
        Gathering(seats: 2).Refuses<TooFewPresent>(Amina, new MoveOn(1, Step.Gathering));

    [Fact]
    public void A_third_saying_not_yet_holds_the_step_two_minutes_once()
    {
        var scene = Hearing(seats: 6);
        scene.Does(Amina, new SayNotYet(1));
        scene.Refuses<AlreadySaid>(Amina, new SayNotYet(1));
        scene.Does(Chloe, new SayNotYet(1));
        scene.Refuses<HeldForAMoment>(scene.Facilitator, new MoveOn(1, Step.Hearing));
        scene.Refuses<HeldOnceAlready>(David, new SayNotYet(1));
        scene.Minutes(2);
        scene.MovesOn();
        Assert.Equal(Step.Closing, scene.Council.Step);
        scene.Refuses<NotAtThisStep>(Amina, new SayNotYet(1));
    }

    [Fact]
    public void Help_me_hands_the_page_to_the_companion_and_back()
    {
        var scene = Hearing();
        scene.Refuses<OnlyTheGuide>(All[..5].First(w => w != scene.Facilitator && w != scene.Companion), new AskForHelp(1));
        scene.Refuses<NotYourRole>(scene.Companion, new AskForHelp(1));
        scene.Does(scene.Facilitator, new AskForHelp(1));
        Assert.Equal(scene.SeatOf(scene.Companion).Number, scene.Room.Guide);
        scene.Does(scene.Companion, new AskForHelp(1));
        Assert.Equal(scene.SeatOf(scene.Facilitator).Number, scene.Room.Guide);
    }

    [Fact]
    public void Ninety_seconds_of_silence_when_a_step_is_due_hand_the_page_to_the_companion()
    {
        var scene = Hearing();
        var due = Steps.PlannedEnd(scene.Council);
        scene.WaitsUntil(due + Duration.FromSeconds(60));
        scene.Refuses<OnlyTheGuide>(scene.Companion, new KeepGuiding(1));
        scene.Does(scene.Facilitator, new KeepGuiding(1));
        scene.Waits(Duration.FromSeconds(89));
        Assert.False(scene.Room.GuideHandedOver);
        scene.Waits(Duration.FromSeconds(1));
        Assert.True(scene.Room.GuideHandedOver);
    }

    [Fact]
    public void A_companion_without_a_facilitator_guides()
    {
        var scene = Deciding();
        var companion = scene.Companion;
        while (scene.Room.Roles.ContainsKey(Role.Facilitator)) scene.Does(scene.Facilitator, new StepBack(1, Role.Facilitator));
        Assert.Equal(scene.SeatOf(companion).Number, scene.Room.Guide);
        scene.Refuses<NoFacilitator>(companion, new AskForHelp(1));
        scene.Refuses<OnlyTheGuide>(All[..5].First(w => w != companion), new PutProposal(1, 1));
        scene.Does(companion, new PutProposal(1, 1));
    }

    [Fact]
    public void Alone_with_the_page_there_is_nobody_to_help()
    {
        var scene = Counted();
        scene.IsWilling(Chloe, Role.Facilitator);
        scene.Does(Amina, new CloseRoll(1));
        scene.Throws(Dice);
        scene.Refuses<NoCompanion>(Chloe, new AskForHelp(1));
    }

    [Fact]
    public void More_than_half_thanking_calls_the_next_facilitator()
    {
        Gathering().Refuses<NoFacilitator>(Amina, new ThankFacilitator(1));
        var scene = Hearing(seats: 6);
        var first = scene.Facilitator;
        foreach (var who in All[..3]) scene.Does(who, new ThankFacilitator(1));
        scene.Refuses<AlreadySaid>(Amina, new ThankFacilitator(1));
        Assert.Equal(first, scene.Facilitator);
        scene.Does(David, new ThankFacilitator(1));
        Assert.False(scene.Room.Roles.TryGetValue(Role.Facilitator, out var now) && now == scene.SeatOf(first).Number);
        Assert.Equal(Why.Thanked, scene.Council.Calls[^1].Why);
    }

    [Fact]
    public void With_two_left_nobody_is_thanked_away()
    {
        var scene = Hearing(seats: 3);
        scene.Does(All[..3].First(w => w != scene.Facilitator), new LeaveSeat(1));
        scene.Refuses<TooFewPresent>(scene.Facilitator, new ThankFacilitator(1));
    }

    [Fact]
    public void A_minute_of_quiet_once_for_every_seat()
    {
        var scene = Hearing();
        scene.Does(Amina, new CallQuiet(1));
        scene.Refuses<QuietAlready>(Benoit, new CallQuiet(1));
        scene.Minutes(1);
        scene.Refuses<QuietUsed>(Amina, new CallQuiet(1));
        scene.Does(Benoit, new CallQuiet(1));
    }

    [Fact]
    public void While_somebody_absent_holds_the_roles_any_seat_puts_a_proposal()
    {
        var scene = Counted(seats: 6, heads: 6);
        foreach (var who in new[] { Benoit, Chloe }) scene.IsWilling(who, Role.Facilitator);
        scene.Does(Amina, new CloseRoll(1));
        scene.Throws(Dice);
        scene.MovesOn();
        scene.Does(Amina, Proposal("We mend it."));
        scene.Counts(5);
        scene.Does(Amina, new CallRescan(1));
        foreach (var who in new[] { David, Elise, Farid }) scene.Sits(who);
        Assert.Null(scene.Room.Guide);
        scene.MovesOn();
        scene.Does(David, new PutProposal(1, 1));
    }
}
