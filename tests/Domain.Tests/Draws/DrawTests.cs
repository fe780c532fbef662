using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Slips;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Draws;

public sealed class DrawTests
{
    [Fact]
    public void The_list_is_not_closed_before_heads_were_counted_nor_with_fewer_than_three()
    {
        Gathering().Refuses<CountHeadsFirst>(Amina, new CloseRoll(1));
        Gathering(seats: 2).Refuses<TooFewPresent>(Amina, new CloseRoll(1));
    }

    [Fact]
    public void With_nobody_willing_there_is_no_draw_and_any_three_move_on()
    {
        var scene = Counted();
        scene.IsWilling(Benoit);
        scene.Refuses<NobodyIsWilling>(Amina, new CloseRoll(1));
        scene.MovesOn();
        Assert.Equal(Step.Hearing, scene.Council.Step);
        Assert.Null(scene.Room.Guide);
    }

    [Fact]
    public void The_convener_is_in_the_hat_only_if_nobody_else_is_willing()
    {
        var scene = Counted();
        scene.IsWilling(Amina, AnyRole);
        scene.IsWilling(Benoit, Role.Facilitator);
        scene.Does(Chloe, new CloseRoll(1));
        var draw = scene.Council.Draws[0];
        var amina = scene.Room.Roll.Single(r => r.Value == scene.SeatOf(Amina).Number).Key;
        Assert.DoesNotContain(amina, draw.Eligible[Role.Facilitator]);
        Assert.Equal([amina], draw.Eligible[Role.NoteKeeper].AsEnumerable());

        var alone = Counted();
        alone.IsWilling(Amina, AnyRole);
        alone.Does(Chloe, new CloseRoll(1));
        alone.Throws(Dice);
        Assert.Equal(Amina, alone.Facilitator);
        Assert.False(alone.Room.Roles.ContainsKey(Role.Companion));
    }

    [Fact]
    public void With_three_or_more_a_first_timer_facilitates_and_somebody_practised_is_beside_them()
    {
        var scene = Drawn();
        Assert.Equal(Benoit, scene.Facilitator);
        Assert.NotEqual(Benoit, scene.Companion);
        Assert.True(scene.Council.Calls[0].FirstTime);
    }

    [Fact]
    public void With_two_there_is_one_hat_in_which_a_first_timer_has_two_tickets()
    {
        var scene = Counted();
        scene.IsWilling(Benoit, AnyRole);
        scene.IsWilling(Chloe, AnyRole);
        scene.Does(David, new CloseRoll(1));
        var draw = scene.Council.Draws[0];
        Assert.Equal(2, draw.Eligible[Role.Facilitator].Length);
        Assert.Equal(scene.SeatOf(Benoit).Number, scene.Room.Roll[Assert.Single(draw.Doubled)]);
        scene.Throws(Dice);
        Assert.NotEqual(scene.Facilitator, scene.Companion);
    }

    [Fact]
    public void Once_closed_nobody_is_added_and_nobody_taken_out()
    {
        var scene = Counted();
        foreach (var who in All[1..4]) scene.IsWilling(who, AnyRole);
        scene.Does(Amina, new CloseRoll(1));
        scene.Refuses<RollIsClosed>(Elise, new SayWilling(1, [Role.Facilitator], true, ImmutableSortedDictionary<Role, string>.Empty, []));
        scene.Refuses<RollIsClosed>(Amina, new CloseRoll(1));
        scene.Refuses<DrawIsOpen>(Amina, new MoveOn(1, Step.Gathering));
        scene.Throws(Dice);
        scene.Refuses<RollIsClosed>(Elise, new SayWilling(1, [Role.Facilitator], true, ImmutableSortedDictionary<Role, string>.Empty, []));
        scene.Refuses<RollIsClosed>(Amina, new CloseRoll(1));
    }

    [Fact]
    public void Numbers_are_typed_by_one_device_and_confirmed_by_another()
    {
        var scene = Counted();
        scene.Refuses<NoRollIsClosed>(Amina, new TypeDraw(1, Way.Dice, Dice, NoHat));
        foreach (var who in All[1..4]) scene.IsWilling(who, AnyRole);
        scene.Does(Amina, new CloseRoll(1));
        scene.Refuses<NoRollIsClosed>(Benoit, new ConfirmDraw(1, true));
        Assert.Equal(8, scene.Refuses<NotDice>(Amina, new TypeDraw(1, Way.Dice, "1234567", NoHat)).Fewest);
        scene.Refuses<NotDice>(Amina, new TypeDraw(1, Way.Dice, "12345612 and a bit", NoHat));
        scene.Does(Amina, new TypeDraw(1, Way.Dice, Dice, NoHat));
        scene.Refuses<NeedsOwnDevice>(Amina, new ConfirmDraw(1, true));
        scene.Does(Benoit, new ConfirmDraw(1, true));
        Assert.Equal(Dice, scene.Council.Draws[0].Numbers);
        Assert.Equal(0, scene.Council.Draws[0].Doubts);
    }

    [Fact]
    public void The_way_is_chosen_when_the_list_is_closed_and_no_other_counts()
    {
        var scene = Counted();
        foreach (var who in All[1..4]) scene.IsWilling(who, AnyRole);
        scene.Does(Amina, new CloseRoll(1, Way.Slips));
        Assert.Equal(Way.Slips, Assert.Single(scene.Journal.Leaves.OfType<RollClosed>()).Way);
        scene.Refuses<AnotherWayWasChosen>(Amina, new TypeDraw(1, Way.Dice, Dice, NoHat));
        scene.Refuses<AnotherWayWasChosen>(Amina, new TypeDraw(1, Way.Hat, null, NoHat));
        scene.Refuses<AnotherWayWasChosen>(Amina, new TypeDraw(1, Way.Beacon, Hash.Of("mine"), NoHat));
        scene.Refuses<NoBeaconAwaited>(Amina, new BringBeacon(1, 123, ""));
        var hat = Counted();
        foreach (var who in All[1..4]) hat.IsWilling(who, AnyRole);
        hat.Does(Amina, new CloseRoll(1, Way.Hat));
        hat.Refuses<NotThatHat>(Amina, new TypeDraw(1, Way.Hat, null, NoHat));
        hat.Refuses<AnotherWayWasChosen>(Amina, new TypeDraw(1, Way.Dice, Dice, NoHat));
    }

    [Fact]
    public void Typed_numbers_that_are_doubted_are_typed_again_and_the_record_says_how_often()
    {
        var scene = Counted();
        foreach (var who in All[1..4]) scene.IsWilling(who, AnyRole);
        scene.Does(Amina, new CloseRoll(1, Way.Slips));
        scene.Refuses<NotSlips>(Amina, new TypeDraw(1, Way.Slips, "0412 7731", NoHat));
        scene.Does(Amina, new TypeDraw(1, Way.Slips, "0412 7731 9087", NoHat));
        scene.Refuses<TypedAlready>(Chloe, new TypeDraw(1, Way.Slips, "0412 7731 9086", NoHat));
        scene.Does(Amina, new TypeDraw(1, Way.Slips, "0412;7731;9087", NoHat));
        Assert.Equal(0, scene.Room.Draw!.Doubts);
        scene.Does(Amina, new TypeDraw(1, Way.Slips, "0412 7731 9088", NoHat));
        Assert.Equal(1, scene.Room.Draw!.Doubts);
        scene.Refuses<NeedsOwnDevice>(Amina, new ConfirmDraw(1, true));
        scene.Does(Benoit, new ConfirmDraw(1, false));
        scene.Refuses<NoRollIsClosed>(Benoit, new ConfirmDraw(1, true));
        scene.Does(Chloe, new TypeDraw(1, Way.Slips, "0412 7731 9086", NoHat));
        scene.Does(Benoit, new ConfirmDraw(1, true));
        var draw = scene.Council.Draws[0];
        Assert.Equal(2, draw.Doubts);
        Assert.Equal(2, Assert.Single(scene.Journal.Leaves.OfType<DrawRevealed>()).Doubts);
        Assert.Equal("0412;7731;9086", draw.Numbers);
        Assert.EndsWith("slips;0412;7731;9086\n", draw.Transcript, StringComparison.Ordinal);
        Assert.Equal(Hash.Of(draw.Transcript!), draw.Seed);
        Assert.Equal(draw.Orders[Role.Companion].First(n => scene.Room.Roll[n] != scene.Room.Roles[Role.Facilitator]), scene.Council.Calls.Single(c => c.Role == Role.Companion).Number);
    }

    [Fact]
    public void Stepping_back_passes_the_role_on_in_the_same_order_and_never_draws_anew()
    {
        var scene = Drawn();
        var seed = scene.Council.Draws[0].Seed;
        var (first, order) = (scene.HolderOf(Role.NoteKeeper), scene.Council.Draws[0].Orders[Role.NoteKeeper]);
        scene.Refuses<NotYourRole>(Amina, new StepBack(1, Role.NoteKeeper));
        scene.Does(first, new StepBack(1, Role.NoteKeeper));
        Assert.NotEqual(first, scene.HolderOf(Role.NoteKeeper));
        Assert.Equal(seed, Assert.Single(scene.Council.Draws).Seed);
        while (scene.Room.Roles.ContainsKey(Role.NoteKeeper)) scene.Does(scene.HolderOf(Role.NoteKeeper), new StepBack(1, Role.NoteKeeper));
        Assert.Equal(Why.SteppedBack, scene.Council.Calls[^1].Why);
        Assert.Null(scene.Council.Calls[^1].Number);
        Assert.Equal(order.Length, scene.Council.Calls.Count(c => c.Role == Role.NoteKeeper && c.Number is not null));
    }

    [Fact]
    public void When_the_companion_moves_up_the_next_companion_is_called()
    {
        var scene = Counted();
        foreach (var who in All[2..5]) scene.IsWilling(who, Role.Facilitator);
        scene.Does(Amina, new CloseRoll(1));
        scene.Throws(Dice);
        var companion = scene.Companion;
        scene.Does(scene.Facilitator, new StepBack(1, Role.Facilitator));
        // Of three in one hat the first is gone: the one without a role facilitates, the companion stays.
        Assert.Equal(companion, scene.Companion);
        scene.Does(scene.Facilitator, new StepBack(1, Role.Facilitator));
        Assert.Equal(companion, scene.Facilitator);
        Assert.False(scene.Room.Roles.TryGetValue(Role.Companion, out var other) && other == scene.Room.Roles[Role.Facilitator]);
        Assert.Equal(Why.MovedUp, scene.Council.Calls[^1].Why);
    }

    [Fact]
    public void In_a_room_of_more_than_twelve_a_timekeeper_is_drawn_too()
    {
        var scene = Counted(seats: 4, heads: 13);
        foreach (var who in All[..4]) scene.IsWilling(who, Enum.GetValues<Role>());
        scene.Does(Amina, new CloseRoll(1));
        scene.Throws(Dice);
        Assert.True(scene.Room.Roles.ContainsKey(Role.Timekeeper));
        Assert.False(Drawn().Room.Roles.ContainsKey(Role.Timekeeper));
    }

    [Fact]
    public void Whoever_held_the_role_last_time_stays_out_of_the_hat()
    {
        var scene = AfterBenoitFacilitated();
        scene.ClosesTheRoll(willing: [Benoit, Chloe, David], held: Benoit);
        var benoit = scene.Room.Roll.Single(r => r.Value == scene.SeatOf(Benoit).Number).Key;
        Assert.DoesNotContain(benoit, scene.Council.Draws[0].Eligible[Role.Facilitator]);
        Assert.Contains(benoit, scene.Council.Draws[0].Eligible[Role.NoteKeeper]);
        Assert.Equal(1, scene.Council.Draws[0].Excluded);
    }

    [Fact]
    public void Unless_the_room_consents_and_that_is_recorded()
    {
        var scene = AfterBenoitFacilitated();
        scene.Does(Chloe, new AskRoom(2, Ask.WaiveExclusion, Subject: (int)Role.Facilitator));
        scene.Answers(Reply.Yes, All[..5]);
        Assert.Equal(5, Assert.Single(scene.Journal.Leaves.OfType<ExclusionWaived>()).AtLeast);
        scene.ClosesTheRoll(willing: [Benoit, Chloe, David], held: Benoit);
        var benoit = scene.Room.Roll.Single(r => r.Value == scene.SeatOf(Benoit).Number).Key;
        Assert.Contains(benoit, scene.Council.Draws[0].Eligible[Role.Facilitator].Concat(scene.Council.Draws[0].Eligible[Role.Companion]));
        Assert.Equal([Role.Facilitator], scene.Council.Draws[0].Excepted.AsEnumerable());
    }

    [Fact]
    public void Unless_nobody_else_is_willing()
    {
        var scene = AfterBenoitFacilitated();
        scene.ClosesTheRoll(willing: [Benoit], held: Benoit);
        Assert.Single(scene.Council.Draws[0].Eligible[Role.Facilitator]);
    }

    [Fact]
    public void The_slip_of_a_role_ends_when_the_role_was_held_again()
    {
        var scene = AfterBenoitFacilitated();
        Assert.Single(scene.Quarter.Slips.Values, s => s is { Purpose: Purpose.HeldRole, Role: Role.Facilitator });
        scene.ClosesTheRoll(willing: [Benoit, Chloe, David], held: Benoit);
        scene.Throws(Dice);
        scene.Minutes(200);
        scene.Minutes(0);
        Assert.Equal(2, scene.Quarter.LastHeld[Role.Facilitator]);
        Assert.Equal(2, Assert.Single(scene.Quarter.Slips.Values, s => s is { Purpose: Purpose.HeldRole, Role: Role.Facilitator }).Council);
    }

    /// <summary>A council is over in which Benoît facilitated; four days later the next one gathers.</summary>
    private static Scene AfterBenoitFacilitated()
    {
        var scene = new Scene(Over()) { Number = 2 };
        scene.Does(Amina, new Convene(Bench(Evening + Duration.FromDays(4))));
        scene.WaitsUntil(Evening + Duration.FromDays(4));
        scene.Opens(5);
        scene.Counts(5);
        return scene;
    }
}
