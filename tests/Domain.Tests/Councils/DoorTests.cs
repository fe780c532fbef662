using Faubourg.Domain.Councils;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Councils;

public sealed class DoorTests
{
    private static TakeSeat Sit(string who, Ticket ticket) => new(1, ticket, null, SlipOf(who));

    [Fact]
    public void The_convener_sits_first_and_nobody_enters_a_closed_door()
    {
        var scene = Announced();
        scene.Refuses<TooEarly>(Amina, Sit(Amina, new Ticket()));
        scene.WaitsUntil(Evening - Duration.FromHours(1));
        scene.Refuses<DoorClosed>(Benoit, Sit(Benoit, new Ticket()));
        scene.Does(Amina, Sit(Amina, new Ticket()));
        Assert.Equal(Step.Gathering, scene.Council.Step);
        scene.Refuses<AlreadySeated>(Amina, Sit(Amina, new Ticket()));
        Assert.Single(scene.Room.Seats);
    }

    [Fact]
    public void A_token_holds_its_minute_and_one_more()
    {
        var scene = Gathering(seats: 1);
        var token = Door.Token(scene.Room, scene.Now);
        scene.Minutes(1);
        scene.Does(Benoit, Sit(Benoit, new Ticket(Token: token)));
        scene.Minutes(1);
        scene.Refuses<TokenTooOld>(Chloe, Sit(Chloe, new Ticket(Token: token)));
    }

    [Fact]
    public void A_code_may_be_typed_in_any_case_while_the_door_is_open()
    {
        var scene = Gathering(seats: 1);
        var code = Door.Code(scene.Room);
        scene.Does(Benoit, Sit(Benoit, new Ticket(Code: $"{code[..3]} {code[3..]}".ToLowerInvariant())));
        scene.Refuses<WrongCode>(Chloe, Sit(Chloe, new Ticket(Code: "AAAAAA")));
        scene.Waits(Door.StaysOpen);
        scene.Refuses<WrongCode>(Chloe, Sit(Chloe, new Ticket(Code: code)));
        scene.Does(Benoit, new OpenDoor(1));
        Assert.NotEqual(code, Door.Code(scene.Room));
    }

    [Fact]
    public void A_convener_who_taps_leave_while_alone_can_come_back()
    {
        var scene = Gathering(seats: 1);
        scene.Does(Amina, new LeaveSeat(1));
        scene.Does(Amina, Sit(Amina, new Ticket()));
        Assert.True(scene.SeatOf(Amina).Here);
        Assert.Single(scene.Room.Seats);
    }

    [Fact]
    public void A_convener_who_left_a_room_of_others_comes_back_through_its_door()
    {
        var scene = Gathering(seats: 3);
        scene.Does(Amina, new LeaveSeat(1));
        scene.Refuses<DoorClosed>(Amina, Sit(Amina, new Ticket()));
        scene.Sits(Amina);
    }

    [Fact]
    public void Where_people_come_both_ways_the_convener_opens_the_room_though_others_are_on_the_link_already()
    {
        var scene = Announced(Attendance.Both);
        scene.WaitsUntil(Evening);
        scene.Does(Benoit, Sit(Benoit, new Ticket()));
        scene.Does(Amina, Sit(Amina, new Ticket()));
        Assert.True(scene.SeatOf(Benoit).Remote);
        Assert.False(scene.SeatOf(Amina).Remote);
        Assert.False(scene.Room.Floor.On);
    }

    [Fact]
    public void Up_to_four_sit_beside_a_phone_each_with_a_paper_number()
    {
        var scene = Gathering(seats: 2);
        scene.Refuses<NotSeated>(Stranger, new SeatBeside(1, null));
        for (var i = 0; i < SeatBeside.Most; i++) scene.Does(Benoit, new SeatBeside(1, T("Hugo")));
        Assert.Equal(4, scene.Refuses<NoMoreBeside>(Benoit, new SeatBeside(1, null)).Most);
        scene.Does(Amina, new SeatBeside(1, null));
        Assert.Equal([1, 2, 3, 4, 5], scene.Room.Seats.Values.Where(s => s.Paper is not null).Select(s => s.Paper!.Value));
        scene.Does(Benoit, new SayName(1, T("Jo")), paper: 2);
        scene.Refuses<NotSeated>(Amina, new SayName(1, null), paper: 2);
        scene.Refuses<NeedsOwnDevice>(Benoit, new TypeHeads(1, 7), paper: 2);
    }

    [Fact]
    public void Whoever_leaves_takes_those_beside_their_phone_along()
    {
        var scene = Gathering(seats: 3);
        scene.Does(Benoit, new SeatBeside(1, null));
        scene.Does(Benoit, new SeatBeside(1, null));
        scene.Does(Benoit, new LeaveSeat(1), paper: 1);
        Assert.Equal(4, scene.Room.PresentCount);
        scene.Does(Benoit, new LeaveSeat(1));
        Assert.Equal(2, scene.Room.PresentCount);
        scene.Refuses<NotSeated>(Benoit, new OpenDoor(1));
    }

    [Fact]
    public void A_role_never_passes_to_somebody_who_leaves_with_whoever_held_it()
    {
        var scene = Counted(seats: 3, heads: 5);
        scene.Does(Benoit, new SeatBeside(1, null));
        foreach (var paper in new int?[] { null, 1 })
            scene.Does(Benoit, new Domain.Draws.SayWilling(1, [Domain.Draws.Role.NoteKeeper], true, System.Collections.Immutable.ImmutableSortedDictionary<Domain.Draws.Role, string>.Empty, []), paper);
        scene.Does(Amina, new Domain.Draws.CloseRoll(1));
        scene.Does(Amina, new Domain.Draws.TypeDraw(1, Domain.Draws.Way.Dice, Dice, NoHat));
        scene.Does(Chloe, new Domain.Draws.ConfirmDraw(1, true));
        scene.Does(Benoit, new LeaveSeat(1));
        Assert.Empty(scene.Room.Roles);
        Assert.Null(scene.Council.Calls[^1].Number);
    }

    [Fact]
    public void A_lost_phone_is_replaced_through_two_seated_devices()
    {
        var scene = Gathering(seats: 4);
        var lost = scene.SeatOf(Benoit);
        scene.Does(Benoit, new SeatBeside(1, null));
        var token = new Ticket(Token: Door.Token(scene.Room, scene.Now));
        scene.Refuses<TokenTooOld>("new", new ReclaimSeat(1, lost.Mark, new Ticket(Token: "nonsense")));
        scene.Refuses<NoSuchSeat>("new", new ReclaimSeat(1, "no-such", token));
        scene.Refuses<AlreadySeated>(Chloe, new ReclaimSeat(1, lost.Mark, token));
        scene.Does("new", new ReclaimSeat(1, lost.Mark, token, "new slip"));
        scene.Does(Amina, new VouchFor(1, lost.Number));
        scene.Refuses<AlreadySaid>(Amina, new VouchFor(1, lost.Number));
        scene.Refuses<AlreadySaid>(Benoit, new VouchFor(1, lost.Number));
        scene.Refuses<NeedsOwnDevice>(Benoit, new VouchFor(1, lost.Number), paper: 1);
        scene.Refuses<NotSeated>("new", new OpenDoor(1));
        scene.Does(Chloe, new VouchFor(1, lost.Number));
        Assert.Equal(lost.Number, scene.SeatOf("new").Number);
        Assert.Equal("new slip", scene.SeatOf("new").MinutesSlip);
        scene.Refuses<NotSeated>(Benoit, new OpenDoor(1));
        scene.Refuses<NoSuchSeat>(Chloe, new VouchFor(1, lost.Number));
    }

    [Fact]
    public void Nobody_gets_two_seats_by_asking_for_a_lost_one_and_sitting_down_meanwhile()
    {
        var scene = Gathering(seats: 4);
        scene.Does("new", new ReclaimSeat(1, scene.SeatOf(Benoit).Mark, new Ticket(Token: Door.Token(scene.Room, scene.Now))));
        scene.Does(Amina, new VouchFor(1, 2));
        scene.Sits("new");
        scene.Refuses<NoSuchSeat>(Chloe, new VouchFor(1, 2));
    }

    [Fact]
    public void Walls_are_paired_by_somebody_seated_and_never_act()
    {
        var scene = Gathering(seats: 2);
        scene.Refuses<NotSeated>(Stranger, new PairWall(1, "wall"));
        for (var i = 0; i < PairWall.Most; i++) scene.Does(Amina, new PairWall(1, $"wall {i}"));
        scene.Refuses<TooManyWalls>(Amina, new PairWall(1, "one more"));
        scene.Refuses<NotSeated>("wall 1", new OpenDoor(1));
    }

    [Fact]
    public void A_room_holds_a_thousand_seats_each_with_a_mark_of_its_own()
    {
        var scene = Gathering(seats: 1);
        var ticket = new Ticket(Token: Door.Token(scene.Room, scene.Now));
        for (var i = 1; i < TakeSeat.Most; i++) scene.Does($"phone {i}", Sit($"{i}", ticket));
        Assert.Equal(1000, scene.Room.Seats.Values.Select(s => s.Mark).Distinct().Count());
        Assert.Equal(1000, scene.Refuses<RoomFull>("one more", Sit("", ticket)).Most);
        scene.Refuses<RoomFull>(Amina, new SeatBeside(1, null));
    }
}
