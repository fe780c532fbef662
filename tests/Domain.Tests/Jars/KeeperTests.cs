using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Slips;
using NodaTime;
using static Faubourg.Domain.Tests.Jars.Purse;

namespace Faubourg.Domain.Tests.Jars;

/// <summary>Two, drawn by lot, who say the same on two devices.</summary>
public sealed class KeeperTests
{
    [Fact]
    public void A_movement_that_one_keeper_says_waits_for_the_other()
    {
        var scene = Opened();
        var (one, other) = (KeepersOf(scene, 1)[0], KeepersOf(scene, 1)[1]);
        scene.Does(one, Says(scene, one, Told("a", Move.Given, 500)));
        Assert.Equal(0, scene.Quarter.Jars[1].Level);
        scene.Refuses<WaitsForTheOther>(one, Confirms(scene, one, "a"));
        scene.Refuses<WaitsForTheOther>(one, Says(scene, one, Told("a", Move.Given, 500)));
        // Both slips in one phone are one phone.
        scene.Refuses<WaitsForTheOther>(one, Confirms(scene, other, "a"));
        scene.Does(other, Confirms(scene, other, "a"));
        Assert.Equal(500, scene.Quarter.Jars[1].Level);
        Assert.Empty(scene.Quarter.Moves);
        scene.Refuses<MovedAlready>(other, Confirms(scene, other, "a"));
        scene.Refuses<MovedAlready>(one, Says(scene, one, Told("a", Move.Given, 500)));
        Assert.Single(scene.Journal.Leaves.OfType<JarMoved>());
    }

    [Fact]
    public void Both_may_say_it_under_one_id_and_it_moves_once_if_they_say_the_same()
    {
        var scene = Opened();
        var (one, other) = (KeepersOf(scene, 1)[0], KeepersOf(scene, 1)[1]);
        var told = Told("a", Move.Given, 500);
        scene.Does(one, Says(scene, one, told));
        scene.Refuses<SaysOtherwise>(other, Says(scene, other, told with { Amount = 5000 }));
        scene.Refuses<SaysOtherwise>(other, Says(scene, other, told with { Words = Hash.Of("soup") }));
        // Both slips in one phone are one phone.
        scene.Refuses<WaitsForTheOther>(one, Says(scene, other, told));
        scene.Does(other, Says(scene, other, told));
        Assert.Single(scene.Quarter.Jars[1].Movements);
    }

    [Fact]
    public void What_is_not_confirmed_is_taken_away_or_goes_after_a_week()
    {
        var scene = Opened();
        var (one, other) = (KeepersOf(scene, 1)[0], KeepersOf(scene, 1)[1]);
        scene.Does(one, Says(scene, one, Told("a", Move.Given, 500)));
        scene.Does(other, Confirms(scene, other, "a", same: false));
        scene.Refuses<NoSuchMovement>(other, Confirms(scene, other, "a"));
        scene.Refuses<NoSuchMovement>(other, Says(scene, other, Told("a", Move.Given, 500) with { Id = "short" }));
        for (var n = 0; n < MoveMoney.Most; n++) scene.Does(one, Says(scene, one, Told($"{n}", Move.Given, 5)));
        scene.Refuses<TooManyWait>(one, Says(scene, one, Told("b", Move.Given, 5)));
        scene.Waits(Duration.FromDays(7));
        Assert.Empty(scene.Quarter.Moves);
        Assert.Empty(scene.Journal.RoomRows.OfType<MoveTold>());
    }

    [Fact]
    public void What_waits_is_asked_once_more_when_it_is_confirmed()
    {
        var scene = Opened();
        var (one, other) = (KeepersOf(scene, 1)[0], KeepersOf(scene, 1)[1]);
        Moves(scene, "a", Move.Given, 500);
        scene.Does(one, Says(scene, one, Told("b", Move.Spent, 300)));
        scene.Does(other, Says(scene, other, Told("c", Move.Spent, 300)));
        scene.Does(other, Confirms(scene, other, "b"));
        scene.Refuses<NotInTheJar>(one, Confirms(scene, one, "c"));
        Assert.Equal(200, scene.Quarter.Jars[1].Level);
    }

    [Fact]
    public void Nobody_but_those_drawn_for_this_jar_keeps_it()
    {
        var scene = Opened();
        scene = Decided(scene, Planks, 2);
        scene.Waits(Amendment.Delay);
        var other = KeepersOf(scene, 2)[0];
        scene.Refuses<NoSuchSlip>(other, new MoveMoney(1, SlipFor(other, 2), Told("a", Move.Given, 500)));
        scene.Refuses<NoSuchSlip>(Cast.Stranger, new ConfirmMove(1, "nothing", "a", true));
        scene.Refuses<NoSuchJar>(other, new MoveMoney(9, SlipFor(other, 2), Told("a", Move.Given, 500)));
    }

    [Fact]
    public void With_one_keeper_nothing_moves_until_another_council_draws_two()
    {
        var scene = Opened(places: 1);
        var alone = KeepersOf(scene, 1).Single();
        scene.Refuses<NoTwoKeepers>(alone, Says(scene, alone, Told("a", Move.Given, 500)));
        scene = Decided(scene, new ReplaceKeepers(1), 2);
        Assert.Equal(alone, KeepersOf(scene, 1).Single());
        scene.Waits(Amendment.Delay);
        Assert.Equal(2, KeepersOf(scene, 1).Length);
        scene.Refuses<NoSuchSlip>(alone, new MoveMoney(1, SlipFor(alone, 1), Told("a", Move.Given, 500)));
        Moves(scene, "a", Move.Given, 500);
        Assert.False(scene.Quarter.Projects.ContainsKey(2));
    }

    [Fact]
    public void A_keeper_who_steps_back_in_the_room_is_followed_by_the_next_in_order()
    {
        var scene = Deciding(Scene.Founded(), Planks, 2);
        var gone = scene.Room.Seats[scene.Room.Serving[Role.Keeper][0]].Device!;
        scene.Does(gone, new StepBack(1, Role.Keeper));
        scene.Puts(1);
        scene.AllConsent();
        scene.WaitsUntil(scene.Council.EndsAt);
        scene.Waits(Amendment.Delay);
        Assert.DoesNotContain(gone, KeepersOf(scene, 1));
        Moves(scene, "a", Move.Given, 500);
    }

    [Fact]
    public void Who_keeps_a_jar_stays_out_of_the_next_hat_for_one()
    {
        var scene = Opened();
        var held = KeepersOf(scene, 1)[0];
        var slip = scene.Quarter.Slips[SlipFor(held, 1)];
        Assert.Equal((Purpose.Keeper, Role.Keeper), (slip.Purpose, slip.Role));
        Assert.Equal(1, scene.Quarter.LastHeld[Role.Keeper]);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Who_keeps_it_alone_because_nobody_was_left_to_follow_held_it_all_the_same(int stepBack, bool held)
    {
        var scene = Deciding(Scene.Founded(), Planks, 2);
        for (var n = 0; n < stepBack; n++) scene.Does(scene.Room.Seats[scene.Room.Serving[Role.Keeper][0]].Device!, new StepBack(1, Role.Keeper));
        Assert.Null(scene.Council.Calls.Last().Number);
        Assert.Equal(held ? 1 : 0, scene.Room.Serving[Role.Keeper].Length);
        scene.Puts(1);
        scene.AllConsent();
        scene.WaitsUntil(scene.Council.EndsAt);
        Assert.Equal(held, scene.Quarter.LastHeld.ContainsKey(Role.Keeper));
    }

    [Fact]
    public void The_word_of_a_keeper_who_was_replaced_does_not_count_any_more()
    {
        var scene = Opened();
        Moves(scene, "a", Move.Given, 500);
        scene = Decided(scene, new ReplaceKeepers(1), 2);
        var gone = KeepersOf(scene, 1)[0];
        scene.Does(gone, Says(scene, gone, Told("b", Move.Spent, 300)));
        scene.Waits(Amendment.Delay);
        var now = KeepersOf(scene, 1).First(who => who != gone);
        scene.Refuses<SaidByNoKeeper>(now, Confirms(scene, now, "b"));
        scene.Refuses<SaidByNoKeeper>(now, Says(scene, now, Told("b", Move.Spent, 300)));
        Assert.Equal(500, scene.Quarter.Jars[1].Level);
        scene.Does(now, Confirms(scene, now, "b", same: false));
        Assert.Empty(scene.Quarter.Moves);
    }

    [Theory]
    [InlineData(Role.Keeper)]
    [InlineData(Role.Mediator)]
    public void One_phone_with_neighbours_beside_it_has_one_place(Role role)
    {
        var scene = Scene.Gathering(5);
        for (var n = 0; n < 3; n++) scene.Does(Cast.Chloe, new SeatBeside(1, null));
        scene.MovesOn();
        scene.Counts(8);
        scene.Does(Cast.Amina, new OpenLot(1, new Lot(role, 2)));
        SayWilling willing = new(1, [role], false, ImmutableSortedDictionary<Role, string>.Empty, []);
        scene.Does(Cast.Benoit, willing);
        foreach (var paper in scene.Room.Seats.Values.Where(s => s.Device == Cast.Chloe || s.BesideSeat is not null).Select(s => s.Paper).ToArray())
            scene.Does(Cast.Chloe, willing, paper);
        scene.Does(Cast.Amina, new CloseRoll(1));
        scene.Throws(Scene.Dice);
        int[] Phones() => [.. scene.Room.Serving[role].Select(n => scene.Room.Seats[n].BesideSeat ?? n).Order()];
        Assert.Equal([scene.SeatOf(Cast.Benoit).Number, scene.SeatOf(Cast.Chloe).Number], Phones());
        scene.Does(Cast.Benoit, new StepBack(1, role));
        Assert.Equal([scene.SeatOf(Cast.Chloe).Number], Phones());
    }
}
