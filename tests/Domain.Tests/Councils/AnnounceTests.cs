using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Councils;

public sealed class AnnounceTests
{
    [Fact]
    public void Anyone_convenes_and_the_announcement_stands_at_once()
    {
        var scene = Founded();
        scene.Does(Stranger, new Convene(Bench()));
        Assert.Equal(Step.Announced, scene.Council.Step);
        Assert.False(scene.Council.WorthHolding);
    }

    [Fact]
    public void Not_in_the_past_nor_beyond_ninety_days_nor_for_too_short_or_too_long()
    {
        var scene = Founded();
        scene.Refuses<StartsInThePast>(Amina, new Convene(Bench(scene.Now - Duration.FromMinutes(6))));
        scene.Refuses<StartsTooFarAhead>(Amina, new Convene(Bench(scene.Now + Duration.FromDays(91))));
        scene.Refuses<WrongLength>(Amina, new Convene(Bench(minutes: 14)));
        Assert.Equal((15, 180), (scene.Refuses<WrongLength>(Amina, new Convene(Bench(minutes: 181))) is var w) ? (w.Shortest, w.Longest) : default);
    }

    [Fact]
    public void A_start_is_kept_to_the_minute_as_the_record_has_it()
    {
        var scene = Founded();
        scene.Does(Amina, new Convene(Bench(Evening + Duration.FromMilliseconds(1500))));
        Assert.Equal(Evening, scene.Council.StartsAt);
    }

    [Fact]
    public void Fifty_announcements_may_wait_at_once()
    {
        var scene = Founded();
        for (var i = 0; i < Convene.MostAnnounced; i++) scene.Does(Amina, new Convene(Bench()));
        Assert.Equal(50, scene.Refuses<TooManyAnnounced>(Amina, new Convene(Bench())).Most);
    }

    [Fact]
    public void From_a_corner_that_is_pinned_up()
    {
        var scene = Founded();
        scene.Refuses<NoSuchCorner>(Amina, new Convene(Bench(), Corner: 1));
        scene.Does(Stranger, new PinCorner(T("the dark stairs")));
        scene.Does(Amina, new Convene(Bench(), Corner: 1));
        Assert.Equal(1, scene.Council.Corner);
        for (var i = 1; i < PinCorner.Most; i++) scene.Does(Stranger, new PinCorner(T("another")));
        scene.Refuses<TooManyCorners>(Stranger, new PinCorner(T("too many")));
        scene.Waits(Duration.FromDays(30));
        scene.Does(Stranger, new PinCorner(T("room again")));
    }

    [Fact]
    public void Two_other_devices_find_it_worth_holding()
    {
        var scene = Announced();
        scene.Refuses<YoursAlready>(Amina, new FindWorthHolding(1));
        scene.Does(Benoit, new FindWorthHolding(1));
        scene.Refuses<AlreadySaid>(Benoit, new FindWorthHolding(1));
        Assert.False(scene.Council.WorthHolding);
        scene.Does(Chloe, new FindWorthHolding(1));
        Assert.True(scene.Council.WorthHolding);
    }

    [Fact]
    public void The_convener_changes_it_until_somebody_is_seated_and_what_it_said_before_stays_visible()
    {
        var scene = Announced();
        scene.Refuses<OnlyTheConvener>(Benoit, new Change(1, Bench(Evening + Duration.FromHours(1))));
        scene.Refuses<StartsInThePast>(Amina, new Change(1, Bench(scene.Now - Duration.FromDays(1))));
        scene.Waits(Duration.FromHours(1));
        scene.Does(Amina, new Change(1, Bench(Evening + Duration.FromHours(1))));
        Assert.Equal(Evening, Assert.Single(scene.Council.Before).StartsAt);
        Assert.Equal(scene.Now, scene.Council.NoticeFrom);

        var gathering = Gathering(seats: 1);
        gathering.Refuses<NotAtThisStep>(Amina, new Change(1, Bench()));
    }

    [Fact]
    public void An_announcement_may_be_changed_and_moved_twenty_times()
    {
        var scene = Announced();
        for (var i = 0; i < Change.Most; i++) scene.Does(Amina, new MovePlace(1, T("elsewhere")));
        Assert.Equal(20, scene.Refuses<ChangedTooOften>(Amina, new MovePlace(1, T("elsewhere"))).Most);
        scene.Refuses<ChangedTooOften>(Amina, new Change(1, Bench()));
    }

    [Fact]
    public void Announced_elsewhere_notice_begins_anew_but_a_room_before_a_locked_door_keeps_its_weight()
    {
        var scene = Announced();
        scene.Refuses<NotSeated>(Benoit, new MovePlace(1, T("the cellar")));
        scene.Waits(Duration.FromHours(1));
        scene.Does(Amina, new MovePlace(1, T("the cellar")));
        Assert.Equal(scene.Now, scene.Council.NoticeFrom);
        scene.WaitsUntil(Evening);
        scene.Opens(3);
        scene.Does(Benoit, new MovePlace(1, T("the café")));
        Assert.NotEqual(scene.Now, scene.Council.NoticeFrom);
    }

    [Fact]
    public void The_convener_calls_it_off_until_three_have_been_seated_even_if_some_left()
    {
        var scene = Gathering(seats: 2);
        scene.Refuses<OnlyTheConvener>(Benoit, new CallOff(1));
        scene.Sits(Chloe);
        scene.Does(Chloe, new LeaveSeat(1));
        scene.Refuses<TheRoomKeepsIt>(Amina, new CallOff(1));

        var early = Announced();
        early.Does(Amina, new CallOff(1));
        Assert.Equal(Outcome.CalledOff, early.Council.Outcome);
    }

    [Fact]
    public void From_what_was_left_on_a_wall()
    {
        var scene = new Scene(Over()) { Number = 2 };
        scene.Refuses<NotOnTheWall>(Amina, new Convene(Bench(scene.Now), FromWall: new WallItem(1, 1)));
        scene.Does(Amina, new Convene(Bench(scene.Now), FromWall: new WallItem(1, 2)));
        Assert.Equal(new WallItem(1, 2), scene.Council.FromWall);
    }

    [Fact]
    public void What_was_marked_and_seconded_needs_seventy_two_hours_even_after_a_change()
    {
        var before = Hearing();
        before.Does(Amina, Proposal("We cut the lock."));
        before.Does(Benoit, new Faubourg.Domain.Decisions.MarkLine(1, 1, T("It is not ours.")));
        before.Does(Chloe, new Faubourg.Domain.Decisions.MarkLine(1, 1, null));
        before.Does(David, new Faubourg.Domain.Decisions.MarkLine(1, 1, null));
        before.Waits(Duration.FromHours(2));
        var scene = new Scene(before) { Number = 2 };
        scene.Refuses<NeedsNotice>(Amina, new Convene(Bench(scene.Now + Duration.FromHours(71)), FromWall: new WallItem(1, 1)));
        scene.Does(Amina, new Convene(Bench(scene.Now + Duration.FromHours(74)), FromWall: new WallItem(1, 1)));
        Assert.Equal(72, scene.Refuses<NeedsNotice>(Amina, new Change(2, Bench(scene.Now + Duration.FromHours(1)))).Hours);
    }
}
