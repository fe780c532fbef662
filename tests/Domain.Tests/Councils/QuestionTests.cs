using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Slips;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Councils;

public sealed class QuestionTests
{
    private static AskRoom MoreTime(int minutes) => new(1, Ask.MoreTime, Subject: minutes);

    [Fact]
    public void Half_of_the_room_rewords_its_question_even_against_an_objection()
    {
        var scene = Drawn(seats: 6);
        scene.Does(Chloe, new AskRoom(1, Ask.OurQuestion, T("Who mends what?")));
        scene.Answers(Reply.Yes, All[..3]);
        scene.Answers(Reply.Object, All[3..6]);
        Assert.Equal("Who mends what?", scene.Quarter.Said(scene.Council.Question)!.Value);
        scene.Does(Chloe, new AskRoom(1, Ask.OurQuestion));
        scene.Answers(Reply.Yes, All[..6]);
        Assert.Single(scene.Journal.Leaves.OfType<QuestionReworded>());
    }

    [Fact]
    public void The_room_consents_when_half_say_yes_and_nobody_objects_within_a_minute()
    {
        var scene = Drawn(seats: 6);
        var end = scene.Council.EndsAt;
        scene.Does(Chloe, MoreTime(30));
        scene.Answers(Reply.Yes, All[..3]);
        scene.Waits(Duration.FromSeconds(59));
        Assert.NotNull(scene.Room.Asked);
        scene.Waits(Duration.FromSeconds(1));
        Assert.Null(scene.Room.Asked);
        Assert.Equal(end + Duration.FromMinutes(30), scene.Council.EndsAt);
    }

    [Fact]
    public void One_standing_objection_or_fewer_than_half_is_no()
    {
        var scene = Drawn(seats: 6);
        scene.Does(Chloe, MoreTime(10));
        scene.Answers(Reply.Yes, All[..5]);
        scene.Answers(Reply.Object, Farid);
        scene.Does(Chloe, MoreTime(10));
        scene.Answers(Reply.Yes, All[..2]);
        scene.Minutes(1);
        Assert.Equal(0, scene.Council.ExtraMinutes);
    }

    [Fact]
    public void An_answer_may_be_changed_and_whoever_leaves_no_longer_counts()
    {
        var scene = Drawn(seats: 6);
        scene.Does(Chloe, MoreTime(10));
        scene.Answers(Reply.Object, Elise, Farid);
        scene.Answers(Reply.Yes, Elise, Amina, Benoit, Chloe);
        scene.Does(Farid, new LeaveSeat(1));
        scene.Answers(Reply.No, David);
        Assert.Equal(10, scene.Council.ExtraMinutes);
    }

    [Fact]
    public void Time_is_extended_once_by_at_most_thirty_minutes()
    {
        var scene = Drawn();
        Assert.Equal(30, scene.Refuses<WrongExtension>(Amina, MoreTime(31)).Longest);
        scene.Refuses<WrongExtension>(Amina, MoreTime(0));
        scene.Does(Amina, MoreTime(5));
        scene.Refuses<RoomIsAsked>(Amina, MoreTime(5));
        scene.Refuses<RoomIsAsked>(scene.Facilitator, new MoveOn(1, Step.Gathering));
        scene.Answers(Reply.Yes, All[..5]);
        scene.Refuses<NothingIsAsked>(Amina, new AnswerRoom(1, Reply.Yes));
        scene.Refuses<ExtendedOnce>(Amina, MoreTime(5));
    }

    [Fact]
    public void Fewer_than_three_consent_to_nothing()
    {
        var scene = Gathering(seats: 2);
        Assert.Equal(3, scene.Refuses<TooFewPresent>(Amina, MoreTime(5)).Least);
    }

    [Fact]
    public void Whoever_came_after_it_was_asked_or_after_deciding_opened_does_not_answer()
    {
        var scene = Deciding();
        scene.Does(Amina, new OpenDoor(1));
        scene.Sits(Farid);
        scene.Does(Amina, MoreTime(5));
        scene.Refuses<SeatedTooLate>(Farid, new AnswerRoom(1, Reply.Object));
        scene.Answers(Reply.Yes, All[..5]);
        Assert.Equal(5, scene.Council.ExtraMinutes);
    }

    [Fact]
    public void One_seat_asks_five_times()
    {
        var scene = Drawn();
        for (var i = 0; i < AskRoom.MostFromOneSeat; i++)
        {
            scene.Does(Amina, new AskRoom(1, Ask.NamesOnWall));
            scene.Answers(Reply.Yes, All[..5]);
        }
        Assert.True(scene.Room.NamesOnWall);
        scene.Refuses<AskedOften>(Amina, new AskRoom(1, Ask.NamesOnWall));
        scene.Does(Benoit, new AskRoom(1, Ask.NamesOnWall));
    }

    [Fact]
    public void An_exclusion_is_waived_for_a_role_that_exists_before_the_list_is_closed()
    {
        var scene = Gathering();
        scene.Refuses<NotYourRole>(Amina, new AskRoom(1, Ask.WaiveExclusion, Subject: 99));
        Drawn().Refuses<RollIsClosed>(Amina, new AskRoom(1, Ask.WaiveExclusion, Subject: 0));
    }

    [Fact]
    public void The_floor_is_turned_on_and_off_by_the_room()
    {
        var scene = Hearing();
        scene.Does(Amina, new AskRoom(1, Ask.Floor));
        scene.Answers(Reply.Yes, All[..5]);
        Assert.True(scene.Room.Floor.On);
        Decided().Refuses<NotAtThisStep>(Amina, new AskRoom(1, Ask.Floor));
    }

    [Fact]
    public void The_next_step_is_asked_by_the_guide_when_a_proposal_is_stuck_and_otherwise_not() =>
        Deciding().Refuses<NotAtThisStep>(Amina, new AskRoom(1, Ask.NextStep));

    [Fact]
    public void A_spokesperson_is_drawn_after_the_decision_and_carries_one_sentence_for_fourteen_days()
    {
        Deciding().Refuses<NothingDecidedYet>(Amina, new AskRoom(1, Ask.Spokesperson, T("We do it."), T("the city")));
        var scene = Decided();
        scene.Refuses<OneSentenceToSomebody>(Amina, new AskRoom(1, Ask.Spokesperson, null, T("the city")));
        Sends(scene);
        Assert.NotNull(scene.HolderOf(Role.Spokesperson));
        Assert.Equal(scene.Now + Duration.FromDays(14), scene.Council.Spokesperson!.Until);
        scene.Refuses<AlreadySaid>(Amina, new AskRoom(1, Ask.Spokesperson, T("More."), T("the city")));
        scene.Waits(Duration.FromHours(2));
        var slip = Assert.Single(scene.Quarter.Slips.Values, s => s.Purpose == Purpose.Spokesperson);
        Assert.Equal(scene.Council.Spokesperson.Until, slip.Until);
        scene.WaitsUntil(slip.Until);
        Assert.DoesNotContain(scene.Quarter.Slips.Values, s => s.Purpose == Purpose.Spokesperson);
    }

    [Fact]
    public void With_nobody_willing_to_speak_none_is_sent()
    {
        var scene = Counted();
        foreach (var who in All[1..4]) scene.IsWilling(who, Role.Facilitator);
        scene.Does(Amina, new CloseRoll(1));
        scene.Throws(Dice);
        scene.MovesOn();
        scene.Does(Amina, Proposal("We mend it."));
        scene.Counts(5);
        scene.MovesOn();
        scene.Puts(1);
        scene.AllConsent();
        scene.Refuses<NobodyIsWilling>(Amina, new AskRoom(1, Ask.Spokesperson, T("We do it."), T("the city")));
    }

    [Fact]
    public void The_room_that_sent_calls_back_at_once_and_no_slip_is_left()
    {
        var scene = Decided();
        scene.Refuses<NoSuchSpokesperson>(Amina, new AskRoom(1, Ask.RecallSpokesperson, Subject: 1));
        Sends(scene);
        scene.Does(Chloe, new AskRoom(1, Ask.RecallSpokesperson, Subject: 1));
        scene.Answers(Reply.Yes, All[..5]);
        Assert.Equal(1, scene.Council.Spokesperson!.RecalledBy);
        scene.Waits(Duration.FromHours(2));
        Assert.DoesNotContain(scene.Quarter.Slips.Values, s => s.Purpose == Purpose.Spokesperson);
    }

    [Fact]
    public void Another_council_calls_back_with_a_day_of_notice_and_the_slip_ends_at_once()
    {
        var scene = Decided();
        Sends(scene);
        scene.Waits(Duration.FromHours(2));
        var hasty = Next(scene, Duration.FromHours(23));
        hasty.Refuses<NeedsNotice>(Amina, new AskRoom(2, Ask.RecallSpokesperson, Subject: 1));
        var other = Next(scene, Duration.FromHours(25));
        other.Does(Amina, new AskRoom(2, Ask.RecallSpokesperson, Subject: 1));
        other.Answers(Reply.Yes, All[..5]);
        other.Minutes(0);
        Assert.DoesNotContain(other.Quarter.Slips.Values, s => s.Purpose == Purpose.Spokesperson);
    }

    private static Scene Next(Scene before, Duration ahead)
    {
        var scene = new Scene(before) { Number = 2 };
        scene.Does(Amina, new Convene(Bench(scene.Now + ahead)));
        scene.Waits(ahead);
        scene.Opens(5);
        scene.Counts(5);
        return scene;
    }

    private static void Sends(Scene scene)
    {
        scene.Does(Amina, new AskRoom(1, Ask.Spokesperson, T("We mend it ourselves."), T("the city")));
        scene.Answers(Reply.Yes, All[..5]);
    }
}
