using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Slips;
using Faubourg.Domain.Tests.Record.Audit;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Draws;

/// <summary>Juries, keepers, mediators, delegates, alternates, and key-bearers later on: a lot of their own.</summary>
public sealed class LotTests
{
    private static readonly Lot Jury = new(Role.Juror, 3);

    private static void Wants(Scene scene, Role role, params string[] all)
    {
        foreach (var who in all)
            scene.Does(who, new SayWilling(scene.Number, [role], false, ImmutableSortedDictionary<Role, string>.Empty.Add(role, SlipOf(who, $"{role} of {scene.Number}")), [SlipOf(who, $"{role} of {scene.Number - 1}")]));
    }

    /// <summary>After the evening's own draw: six would be jurors.</summary>
    private static Scene Open(Lot? lot = null, Way way = Way.Dice)
    {
        var scene = Hearing(seats: 7);
        scene.Does(Chloe, new OpenLot(1, lot ?? Jury));
        Wants(scene, (lot ?? Jury).Role, All[..6]);
        scene.Does(Amina, new CloseRoll(1, way));
        return scene;
    }

    private static string[] Serving(Scene scene, Role role = Role.Juror) => [.. scene.Room.Serving[role].Select(n => scene.Room.Seats[n].Device!)];

    [Fact]
    public void A_lot_has_a_list_numbers_and_an_order_of_its_own_and_calls_as_many_as_there_are_places()
    {
        var scene = Open();
        var roles = scene.Room.Roles;
        scene.Throws("66666666");
        var draw = scene.Council.Draws[1];
        Assert.Equal(2, draw.Number);
        Assert.Equal(Jury, draw.Lot);
        Assert.Equal([Role.Juror], draw.Orders.Keys);
        Assert.Equal(draw.Orders[Role.Juror][..3], scene.Council.Calls.Where(c => c.Role == Role.Juror).Select(c => c.Number!.Value));
        Assert.Equal(Vl1.Order(draw.Seed!, "juror", [1, 2, 3, 4, 5, 6], draw.TicketsFor(Role.Juror)).Select(c => c.Number), draw.Orders[Role.Juror]);
        Assert.Equal(3, Serving(scene).Length);
        Assert.Equal(roles, scene.Room.Roles);
        Assert.Empty(new Forged([.. scene.Journal.Record]).Judged());
    }

    [Fact]
    public void The_roles_of_the_evening_pass_on_by_their_own_list_all_the_same()
    {
        var scene = Open();
        scene.Throws("66666666");
        var (order, roll) = (scene.Council.Draws[0].Orders[Role.NoteKeeper], scene.Room.Rolls[1]);
        var keeper = scene.HolderOf(Role.NoteKeeper);
        scene.Does(keeper, new StepBack(1, Role.NoteKeeper));
        var call = scene.Council.Calls[^1];
        Assert.Equal(1, call.Draw);
        Assert.Contains(call.Number!.Value, order);
        Assert.Equal(roll[call.Number.Value], scene.Room.Roles[Role.NoteKeeper]);
        Assert.Empty(new Forged([.. scene.Journal.Record]).Judged());
    }

    [Fact]
    public void Stepping_back_passes_the_place_to_the_next_alternate_in_order_until_nobody_is_left()
    {
        var scene = Open();
        scene.Throws("66666666");
        var order = scene.Council.Draws[1].Orders[Role.Juror];
        foreach (var n in Enumerable.Range(0, 6))
        {
            var who = Serving(scene)[0];
            var number = scene.Room.Rolls[2].Single(r => r.Value == scene.SeatOf(who).Number).Key;
            scene.Does(who, new StepBack(1, Role.Juror));
            var call = scene.Council.Calls[^1];
            Assert.Equal((number, Why.SteppedBack), (call.Instead, call.Why));
            Assert.Equal(n < 3 ? order[n + 3] : null, call.Number);
            scene.Refuses<NotYourRole>(who, new StepBack(1, Role.Juror));
        }
        Assert.Empty(Serving(scene));
        Assert.Empty(new Forged([.. scene.Journal.Record]).Judged());
    }

    [Fact]
    public void Exclusions_hold_as_long_as_anybody_else_is_left()
    {
        var scene = Open(Jury with { WithoutConvener = true, WithoutServing = true });
        var hat = scene.Journal.Leaves.OfType<HatFilled>().Last();
        var busy = scene.Room.Roles.Values.Append(scene.SeatOf(Amina).Number).ToHashSet();
        Assert.All(hat.Numbers, n => Assert.DoesNotContain(scene.Room.Roll[n], busy));
        Assert.Equal(6, hat.Numbers.Length + hat.Excluded);
        Assert.True(hat.Excluded >= 2);

        var only = Hearing(seats: 7);
        only.Does(Chloe, new OpenLot(1, Jury with { WithoutConvener = true, WithoutServing = true }));
        Wants(only, Role.Juror, Amina);
        only.Does(Benoit, new CloseRoll(1));
        Assert.Single(only.Council.Draws[1].Eligible[Role.Juror]);
    }

    [Fact]
    public void Whoever_was_a_juror_last_time_stays_out_of_the_hat()
    {
        var scene = Open();
        scene.Throws("66666666");
        var served = Serving(scene);
        scene.WaitsUntil(scene.Council.EndsAt);
        Assert.Equal(3, scene.Quarter.Slips.Values.Count(s => s is { Purpose: Purpose.HeldRole, Role: Role.Juror }));
        var next = new Scene(scene) { Number = 2 };
        next.Does(Amina, new Convene(Bench(next.Now + Duration.FromHours(2))));
        next.WaitsUntil(next.Council.StartsAt);
        next.Opens(7);
        next.Counts(7);
        next.MovesOn();
        next.Does(Chloe, new OpenLot(2, Jury));
        Wants(next, Role.Juror, All[..6]);
        next.Does(Amina, new CloseRoll(2));
        var hat = next.Journal.Leaves.OfType<HatFilled>().Last();
        Assert.Equal((3, 3), (hat.Numbers.Length, hat.Excluded));
        Assert.All(hat.Numbers, n => Assert.DoesNotContain(next.Room.Seats[next.Room.Roll[n]].Device, served));
    }

    [Fact]
    public void Willingness_is_said_anew_and_for_nothing_but_the_lot()
    {
        var scene = Hearing(seats: 7);
        scene.Refuses<RollIsClosed>(Farid, new SayWilling(1, [Role.Juror], false, ImmutableSortedDictionary<Role, string>.Empty, []));
        scene.Does(Chloe, new OpenLot(1, Jury));
        scene.Refuses<NobodyIsWilling>(Amina, new CloseRoll(1));
        scene.Does(Farid, new SayWilling(1, [Role.Facilitator, Role.Keeper], false, ImmutableSortedDictionary<Role, string>.Empty, []));
        scene.Refuses<NobodyIsWilling>(Amina, new CloseRoll(1));
        Wants(scene, Role.Juror, Farid, Elise);
        scene.Does(Farid, new SayWilling(1, [], false, ImmutableSortedDictionary<Role, string>.Empty, []));
        scene.Does(Amina, new CloseRoll(1));
        Assert.Equal([scene.SeatOf(Elise).Number], scene.Room.Roll.Values);
        // Another lot for the same role, and what was said for the one before does not count.
        scene.Throws("66666666");
        scene.Does(Chloe, new OpenLot(1, Jury));
        scene.Refuses<NobodyIsWilling>(Amina, new CloseRoll(1));
    }

    [Fact]
    public void A_lot_is_opened_once_the_room_has_met_was_counted_and_is_not_asked_or_drawing()
    {
        Counted().Refuses<NotAtThisStep>(Amina, new OpenLot(1, Jury));
        var scene = Hearing(seats: 7);
        scene.Refuses<NotOfALot>(Amina, new OpenLot(1, Jury with { Role = Role.Facilitator }));
        scene.Refuses<WrongPlaces>(Amina, new OpenLot(1, Jury with { Places = 0 }));
        scene.Refuses<WrongPlaces>(Amina, new OpenLot(1, Jury with { Places = OpenLot.MostPlaces + 1 }));
        scene.Does(Amina, new AskRoom(1, Ask.MoreTime, Subject: 10));
        scene.Refuses<RoomIsAsked>(Benoit, new OpenLot(1, Jury));
        scene.Minutes(1);
        scene.Does(Benoit, new OpenLot(1, Jury));
        Wants(scene, Role.Juror, Chloe);
        scene.Does(Benoit, new CloseRoll(1));
        scene.Refuses<DrawIsOpen>(Amina, new OpenLot(1, Jury));
        var uncounted = Gathering(5);
        uncounted.MovesOn();
        uncounted.Refuses<CountHeadsFirst>(Amina, new OpenLot(1, Jury));
    }

    [Fact]
    public void A_lot_that_is_given_up_is_open_again_and_its_draw_keeps_its_number()
    {
        var scene = Open();
        foreach (var who in All[..3]) scene.Does(who, new AbandonDraw(1));
        Assert.Equal(Jury, scene.Council.Lot);
        Assert.Equal(DrawPhase.Numbers, scene.Council.Draws[1].Abandoned);
        scene.Does(Amina, new CloseRoll(1, Way.Hat));
        Assert.Equal(3, scene.Council.Draws[^1].Number);
        var hat = ImmutableSortedDictionary<Role, ImmutableArray<int>>.Empty.Add(Role.Juror, [6, 1, 4, 2]);
        scene.Refuses<NotThatHat>(Amina, new TypeDraw(1, Way.Hat, null, NoHat));
        scene.Does(Amina, new TypeDraw(1, Way.Hat, null, hat));
        scene.Does(Benoit, new ConfirmDraw(1, true));
        Assert.Equal([6, 1, 4], scene.Council.Calls.Where(c => c.Role == Role.Juror).Select(c => c.Number!.Value));
        scene.Does(Serving(scene)[1], new StepBack(1, Role.Juror));
        Assert.Equal(2, scene.Council.Calls[^1].Number);
        Assert.Empty(new Forged([.. scene.Journal.Record]).Judged());
    }

    [Fact]
    public void Devices_commit_and_reveal_for_a_lot_as_for_the_evening()
    {
        var scene = Hearing(seats: 7);
        scene.Does(Chloe, new OpenLot(1, Jury));
        scene.WouldCommit(Benoit, David, Farid);
        scene.Does(Amina, new CloseRoll(1));
        scene.Commits(Benoit, David, Farid);
        scene.Reveals(Farid, Benoit, David);
        scene.Throws("12121212");
        Assert.Equal(3, scene.Council.Draws[1].Reveals!.Count);
        Assert.Null(NaiveDraw.Differs(scene.Journal.Leaves, scene.Quarter, scene.Journal.Leaves.OfType<DrawRevealed>().Last()));
        Assert.Empty(new Forged([.. scene.Journal.Record]).Judged());
    }

    [Fact]
    public void Key_bearers_are_drawn_later_where_the_evening_drew_none()
    {
        var scene = Hearing(seats: 7);
        scene.Does(Chloe, new OpenLot(1, new Lot(Role.KeyBearer, 1)));
        Assert.Equal(Recovery.Most, scene.Council.Lot!.Places);
        Wants(scene, Role.KeyBearer, Amina, Benoit);
        scene.Refuses<NobodyIsWilling>(Amina, new CloseRoll(1));
        Wants(scene, Role.KeyBearer, All[..7]);
        scene.Does(Amina, new CloseRoll(1));
        scene.Throws("66666666");
        Assert.Equal(5, scene.Room.Bearers.Count);
        Assert.DoesNotContain(scene.SeatOf(Amina).Number, scene.Room.Bearers.Keys);
        scene.Refuses<NotOfALot>(Chloe, new OpenLot(1, new Lot(Role.KeyBearer, 5)));
        var bearer = scene.Room.Bearers.Keys.First();
        scene.Does(scene.Room.Seats[bearer].Device!, new StepBack(1, Role.KeyBearer));
        Assert.Equal(5, scene.Room.Bearers.Count);
        Assert.Empty(new Forged([.. scene.Journal.Record]).Judged());
        Counted(4).Refuses<NotAtThisStep>(Amina, new OpenLot(1, new Lot(Role.KeyBearer, 5)));
    }

    [Fact]
    public void A_council_is_not_closed_over_a_draw_that_is_open()
    {
        var scene = Closing(seats: 5);
        scene.Does(Chloe, new OpenLot(1, Jury));
        Wants(scene, Role.Juror, Amina, Benoit, Chloe, David);
        scene.Does(Amina, new CloseRoll(1));
        scene.Refuses<DrawIsOpen>(scene.Facilitator, new MoveOn(1, Step.Closing));
        scene.Throws("66666666");
        scene.MovesOn();
        Assert.True(scene.Council.IsOver);
    }
}
