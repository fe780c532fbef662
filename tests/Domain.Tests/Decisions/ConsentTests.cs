using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Decisions;

public sealed class ConsentTests
{
    private static void OneObjects(Scene scene)
    {
        foreach (var who in All[..4]) scene.Does(who, new SayConsent(1, null));
        scene.Does(Elise, new SayConsent(1, T("too loud")));
    }

    private static Scene Stuck()
    {
        var scene = Deciding();
        scene.Puts(1);
        OneObjects(scene);
        scene.Does(scene.Facilitator, new OpenRound(1));
        OneObjects(scene);
        return scene;
    }

    [Fact]
    public void The_guide_puts_one_proposal_and_with_nobody_objecting_it_is_decided_at_once()
    {
        var scene = Deciding();
        scene.Refuses<OnlyTheGuide>(All[..5].First(w => w != scene.Facilitator && w != scene.Companion), new PutProposal(1, 1));
        scene.Refuses<OtherMethod>(scene.Facilitator, new OpenCounting(1, CountBy.Hands));
        scene.Puts(1);
        scene.Refuses<BallotIsOpen>(scene.Facilitator, new PutProposal(1, 2));
        scene.Refuses<BallotIsOpen>(Amina, new AmendProposal(1, 1, T("quickly another"), null, null, false));
        scene.AllConsent();
        Assert.Equal(1, scene.Council.Decision!.Proposal);
        scene.Refuses<DecidedAlready>(scene.Facilitator, new PutProposal(1, 2));
        scene.Refuses<DecidedAlready>(Amina, new AmendProposal(1, 1, T("afterwards"), null, null, false));
        scene.Refuses<NoRoundIsOpen>(Amina, new SayConsent(1, null));
    }

    [Fact]
    public void Who_says_nothing_is_silent_and_fewer_than_half_decide_nothing()
    {
        var scene = Deciding();
        scene.Puts(1);
        foreach (var who in All[..2]) scene.Does(who, new SayConsent(1, null));
        scene.Refuses<OnlyTheGuide>(All[..5].First(w => w != scene.Facilitator && w != scene.Companion), new CloseRound(1));
        scene.Waits(CloseRound.Least - Duration.FromSeconds(1));
        scene.Refuses<GiveThemTime>(scene.Facilitator, new CloseRound(1));
        scene.Waits(Duration.FromSeconds(1));
        scene.Does(scene.Facilitator, new CloseRound(1));
        Assert.Null(scene.Council.Decision);
        Assert.Equal(3, scene.Council.ConsentCounts[0].Silent);
        scene.Refuses<NoRoundIsOpen>(scene.Facilitator, new CloseRound(1));
        scene.Does(scene.Facilitator, new OpenRound(1));
        foreach (var who in All[..3]) scene.Does(who, new SayConsent(1, null));
        scene.Minutes(1);
        scene.Does(scene.Facilitator, new CloseRound(1));
        Assert.NotNull(scene.Council.Decision);
    }

    [Fact]
    public void When_all_but_two_left_meanwhile_nothing_is_decided()
    {
        var scene = Deciding();
        scene.Puts(1);
        foreach (var who in All[..5].Where(w => w != scene.Facilitator && w != scene.Companion).ToArray()) scene.Does(who, new LeaveSeat(1));
        scene.AllConsent();
        Assert.Null(scene.Council.Decision);
    }

    [Fact]
    public void Who_came_after_deciding_opened_speaks_without_a_ballot()
    {
        var scene = Deciding();
        scene.Does(Amina, new OpenDoor(1));
        scene.Sits(Farid);
        scene.Puts(1);
        scene.Refuses<SeatedTooLate>(Farid, new SayConsent(1, T("I came late")));
        scene.AllConsent();
        Assert.NotNull(scene.Council.Decision);
    }

    [Fact]
    public void Everybody_beside_a_phone_says_their_own()
    {
        var scene = Hearing();
        scene.Does(Chloe, new SeatBeside(1, null));
        scene.Does(Amina, Proposal("We mend it."));
        scene.Counts(6);
        scene.MovesOn();
        scene.Puts(1);
        foreach (var who in All[..5]) scene.Does(who, new SayConsent(1, null));
        Assert.Null(scene.Council.Decision);
        scene.Does(Chloe, new SayConsent(1, null), paper: 1);
        Assert.NotNull(scene.Council.Decision);
    }

    [Fact]
    public void An_objection_is_withdrawn_by_its_giver_integrated_by_who_holds_the_pen_or_stands()
    {
        var scene = Deciding();
        scene.Puts(1);
        scene.Refuses<BallotIsOpen>(Elise, new EndConcern(1, 1, End.Withdrawn));
        OneObjects(scene);
        scene.Refuses<NoSuchConcern>(Elise, new EndConcern(1, 2, End.Withdrawn));
        scene.Refuses<NotYourObjection>(scene.Facilitator, new EndConcern(1, 1, End.Withdrawn));
        scene.Refuses<NotYourObjection>(All[..5].First(w => w is not (Amina or Elise) && w != scene.Facilitator && w != scene.Companion), new EndConcern(1, 1, End.Integrated));
        scene.Does(Amina, new EndConcern(1, 1, End.Integrated));
        scene.Does(Elise, new EndConcern(1, 1, End.Stands));
        scene.Does(Elise, new EndConcern(1, 1, End.Withdrawn));
        scene.Does(scene.Facilitator, new OpenRound(1));
        scene.AllConsent();
        Assert.Equal(End.Withdrawn, Assert.Single(scene.Council.Objections).End);
        Decided().Refuses<NotAtThisStep>(Elise, new EndConcern(1, 1, End.Stands));
    }

    [Fact]
    public void With_an_objection_standing_after_two_rounds_the_room_chooses()
    {
        var scene = Deciding();
        scene.Refuses<NothingStands>(scene.Facilitator, new ChooseWay(1));
        scene.Refuses<NoSuchProposal>(scene.Facilitator, new OpenRound(1));
        scene = Stuck();
        scene.Refuses<TheRoomChooses>(scene.Facilitator, new OpenRound(1));
        scene.Refuses<TheRoomChooses>(scene.Facilitator, new PutProposal(1, 1));
        scene.Does(scene.Facilitator, new ChooseWay(1));
        scene.Answers(Reply.Object, All[..5]);
        Assert.True(scene.Room.Deliberation.NotTonight);
        scene.Refuses<LeftForTonight>(scene.Facilitator, new PutProposal(1, 2));
        scene.MovesOn();
        scene.MovesOn();
        Assert.Equal(Outcome.NoDecision, scene.Council.Outcome);
        Assert.Equal(2, scene.Council.Objections.Length);
        Assert.Equal(2, scene.Council.OnTheWall.Count());
    }

    [Fact]
    public void A_smaller_step_is_one_more_round()
    {
        var scene = Stuck();
        scene.Does(scene.Facilitator, new ChooseWay(1));
        scene.Answers(Reply.Yes, All[..5]);
        scene.Does(scene.Facilitator, new AmendProposal(1, 1, T("We mend one plank."), null, null, false));
        scene.Does(scene.Facilitator, new OpenRound(1));
        OneObjects(scene);
        scene.Refuses<TheRoomChooses>(scene.Facilitator, new OpenRound(1));
    }

    [Fact]
    public void The_least_resistance_goes_on_by_counting_and_keeps_the_objection()
    {
        var scene = Stuck();
        scene.Does(scene.Facilitator, new ChooseWay(1));
        scene.Answers(Reply.No, All[..5]);
        scene.Does(scene.Facilitator, new OpenCounting(1, CountBy.Phones));
        foreach (var who in All[..5]) scene.Does(who, new CastBallot(1, [9, 1, 5]));
        scene.Does(scene.Facilitator, new CloseCounting(1));
        scene.Minutes(1);
        Assert.Equal(Method.Resistance, scene.Council.Decision!.Method);
        scene.MovesOn();
        Assert.All(scene.Council.Objections, o => Assert.Equal(End.Stands, o.End));
    }

    [Fact]
    public void Two_halves_against_each_other_choose_nothing()
    {
        var scene = Stuck();
        scene.Does(All[..5].First(w => w != scene.Facilitator && w != scene.Companion), new LeaveSeat(1));
        scene.Does(scene.Facilitator, new ChooseWay(1));
        string[] here = [.. scene.Room.Present.Select(s => s.Device!)];
        scene.Answers(Reply.Yes, here[..2]);
        scene.Answers(Reply.Object, here[2..]);
        Assert.False(scene.Room.Deliberation.NotTonight);
        Assert.False(scene.Room.Deliberation.SmallerStep);
    }

    [Fact]
    public void Hands_need_a_room_and_a_device()
    {
        var remote = Deciding(attendance: Attendance.Remote);
        remote.Puts(1);
        remote.Refuses<NeedsARoom>(Amina, new TellConsent(1, 5));
        var scene = Deciding();
        scene.Refuses<NoRoundIsOpen>(Amina, new TellConsent(1, 5));
    }

    [Fact]
    public void With_nothing_decided_the_room_does_not_go_on() =>
        Assert.IsType<NothingDecidedYet>(Deciding() is var scene ? scene.Tries(scene.Facilitator, new MoveOn(1, Step.Deciding)).Refusal : null);

    [Fact]
    public void With_two_present_nothing_is_put_to_the_room()
    {
        var scene = Deciding();
        foreach (var who in All[..5].Where(w => w != scene.Facilitator && w != scene.Companion).ToArray()) scene.Does(who, new LeaveSeat(1));
        scene.Refuses<TooFewPresent>(scene.Facilitator, new PutProposal(1, 1));
    }
}
