using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Record;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Decisions;

/// <summary>Once ballots are out nobody makes another result of them: not by leaving, by a lot, by an old slip, or in another's seat.</summary>
public sealed class LateTricksTests
{
    private static Scene Open(params ImmutableArray<CountBy> parts)
    {
        var scene = Deciding(seats: 6, method: Method.Approval);
        scene.Does(scene.Facilitator, new OpenCounting(1, parts));
        return scene;
    }

    private static void AllVote(Scene scene)
    {
        foreach (var who in All[..6]) scene.Does(who, new CastBallot(1, [0, 1, 0]));
    }

    [Fact]
    public void A_guide_who_sees_how_it_comes_out_does_not_leave_before_it_is_counted()
    {
        var scene = Open(CountBy.Phones);
        AllVote(scene);
        scene.Does(scene.Facilitator, new CloseCounting(1));
        scene.Does(scene.Facilitator, new MustLeave(1));
        scene.Refuses<NothingDecidedYet>(scene.Facilitator, new MoveOn(1, Step.Deciding));
        scene.Waits(CloseCounting.Check);
        Assert.Equal(1, scene.Council.Decision!.Proposal);
        scene.MovesOn();
    }

    [Fact]
    public void Two_or_three_who_see_how_it_comes_out_do_not_take_it_from_the_room()
    {
        var scene = Open(CountBy.Phones);
        AllVote(scene);
        scene.Does(scene.Facilitator, new CloseCounting(1));
        scene.Refuses<BallotIsOpen>(Amina, new MarkLine(1, 1, T("it is against the law")));
        scene.Refuses<BallotIsOpen>(Amina, new SayOutside(1, 1, T("it hurts the neighbours")));
        scene.Waits(CloseCounting.Check);
        Assert.Equal(1, scene.Council.Decision!.Proposal);
    }

    [Fact]
    public void No_lot_makes_a_seed_while_ballots_are_out()
    {
        var scene = Deciding(seats: 6, method: Method.Approval);
        scene.Does(Amina, new OpenLot(1, new Lot(Role.Juror, 1)));
        scene.IsWilling(Chloe, Role.Juror);
        scene.Does(scene.Facilitator, new OpenCounting(1, CountBy.Phones));
        scene.Refuses<BallotIsOpen>(Amina, new CloseRoll(1));
        AllVote(scene);
        scene.Does(scene.Facilitator, new CloseCounting(1));
        scene.Refuses<BallotIsOpen>(Amina, new CloseRoll(1));
        scene.Waits(CloseCounting.Check);
        scene.Does(Amina, new CloseRoll(1));
    }

    [Fact]
    public void Nor_is_a_vote_opened_while_numbers_are_awaited()
    {
        var scene = Deciding(seats: 6, method: Method.Approval);
        scene.Does(Amina, new OpenLot(1, new Lot(Role.Juror, 1)));
        scene.IsWilling(Chloe, Role.Juror);
        scene.Does(Amina, new CloseRoll(1));
        scene.Refuses<DrawIsOpen>(scene.Facilitator, new OpenCounting(1, CountBy.Phones));
        scene.Throws(Dice);
        scene.Does(scene.Facilitator, new OpenCounting(1, CountBy.Phones));
    }

    [Fact]
    public void What_two_tellers_agreed_on_is_not_changed_by_one_who_repeats_an_old_slip()
    {
        var scene = Open(CountBy.Phones, CountBy.Hands);
        var (slip, right) = (new HandsTold([0, 0, 3], [], 3), new HandsTold([0, 3, 0], [], 3));
        var others = All[..6].Where(w => w != scene.Facilitator && w != scene.Companion).ToArray();
        scene.Does(scene.Companion, new TellHands(1, slip));
        scene.Does(scene.Facilitator, new TellHands(1, right));
        scene.Does(others[0], new TellHands(1, right));
        scene.Does(others[1], new TellHands(1, slip));
        Assert.True(right.Same(scene.Room.Deliberation.Count!.Hands!));
        // Two who count again, one of them a guide, still put it right.
        scene.Does(scene.Companion, new TellHands(1, slip));
        Assert.True(slip.Same(scene.Room.Deliberation.Count!.Hands!));
    }

    [Fact]
    public void Whoever_gets_a_seat_on_another_phone_sees_no_ballot_that_was_cast_on_it()
    {
        var scene = Open(CountBy.Phones);
        AllVote(scene);
        scene.Does(Amina, new OpenDoor(1));
        var seat = scene.SeatOf(Benoit);
        scene.Does("new", new ReclaimSeat(1, seat.Mark, new Ticket(Token: Door.Token(scene.Room, scene.Now))));
        scene.Does(Amina, new VouchFor(1, seat.Number));
        scene.Does(Chloe, new VouchFor(1, seat.Number));
        Assert.DoesNotContain(seat.Number, scene.Room.Deliberation.Count!.Ballots.Keys);
        scene.Does("new", new CastBallot(1, [0, 0, 1]));
        Assert.Equal(6, scene.Room.Deliberation.Count!.Ballots.Count);
    }

    [Fact]
    public void Rows_of_a_count_before_are_not_shown_with_the_next()
    {
        var scene = Deciding(method: Method.Approval);
        scene.Happens(new SheetPage(1, Sheet.Ballots, 1, 1, 1, ["receipt;0;1;1"]), Counted(CountBy.Phones, 1, 1, Hash.Of("rows")));
        Assert.Single(scene.Council.BallotLines);
        scene.Happens(Counted(CountBy.Phones, 1, 1, null));
        Assert.Empty(scene.Council.BallotLines);
        scene.Happens(Counted(CountBy.Hands, 1, 2, null), new SheetPage(1, Sheet.Ballots, 2, 1, 1, ["receipt;0;1;1"]), Counted(CountBy.Phones, 2, 2, Hash.Of("rows")));
        Assert.Single(scene.Council.BallotLines);
    }

    private static BallotsCounted Counted(CountBy by, int part, int of, string? digest) =>
        new(1, Method.Approval, by, part, of, 3, part == of ? 0 : null, [0, 1, 2], [0, 1, 1], [], digest);
}
