using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Record;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Decisions;

public sealed class ResistanceTests
{
    private static Scene Open(CountBy by, int seats = 5)
    {
        var scene = Deciding(seats, method: Method.Resistance);
        scene.Does(scene.Facilitator, new OpenCounting(1, by));
        return scene;
    }

    private static Scene WithoutSeed()
    {
        var scene = Counted(method: Method.Resistance);
        scene.MovesOn();
        scene.Does(Amina, Proposal("We mend it."));
        scene.Does(Benoit, Proposal("We ask the city."));
        scene.Counts(5);
        scene.MovesOn();
        scene.Does(Amina, new OpenCounting(1, CountBy.Hands));
        return scene;
    }

    [Fact]
    public void Every_option_gets_a_value_and_a_ballot_may_be_replaced_under_the_same_receipt()
    {
        var scene = Open(CountBy.Phones);
        Assert.Equal(10, scene.Refuses<EveryOptionNeedsAValue>(Amina, new CastBallot(1, [1, 2])).Highest);
        scene.Refuses<EveryOptionNeedsAValue>(Amina, new CastBallot(1, [1, 2, 11]));
        scene.Does(Amina, new CastBallot(1, [1, 2, 3]));
        var receipt = scene.Room.Deliberation.Count!.Ballots[1].Receipt;
        scene.Does(Amina, new CastBallot(1, [3, 2, 1]));
        Assert.Equal((receipt, 3), (scene.Room.Deliberation.Count!.Ballots[1].Receipt, scene.Room.Deliberation.Count.Ballots[1].Values[0]));
        Assert.Equal(22, receipt.Length);
        scene.Refuses<NoCountIsOpen>(Amina, new TellHands(1, new HandsTold([0, 0, 0], [0, 0, 0])));
    }

    [Fact]
    public void A_count_stands_long_enough_to_be_answered_unless_everybody_has()
    {
        var scene = Open(CountBy.Phones);
        var least = CloseCounting.Least(options: 3);
        Assert.Equal(60, least);
        foreach (var who in All[..4]) scene.Does(who, new CastBallot(1, [9, 1, 2]));
        scene.Waits(Duration.FromSeconds(least - 1));
        Assert.Equal(least, scene.Refuses<GiveThemTime>(scene.Facilitator, new CloseCounting(1)).Seconds);
        scene.Waits(Duration.FromSeconds(1));
        scene.Does(scene.Facilitator, new CloseCounting(1));

        // After a doubt it is a count like the first; with every ballot cast nobody need wait.
        scene.Does(Amina, new DoubtCount(1));
        foreach (var who in All[..4]) scene.Does(who, new CastBallot(1, [9, 1, 2]));
        scene.Refuses<GiveThemTime>(scene.Facilitator, new CloseCounting(1));
        scene.Does(All[4], new CastBallot(1, [9, 1, 2]));
        scene.Does(scene.Facilitator, new CloseCounting(1));
    }

    [Fact]
    public void Everybody_beside_a_phone_has_a_ballot_and_who_came_late_has_none()
    {
        var scene = Hearing(method: Method.Resistance);
        scene.Does(Chloe, new SeatBeside(1, null));
        scene.Does(Amina, Proposal("We mend it."));
        scene.Counts(6);
        scene.MovesOn();
        scene.Does(Chloe, new SeatBeside(1, null));
        scene.Does(scene.Facilitator, new OpenCounting(1, CountBy.Phones));
        scene.Does(Chloe, new CastBallot(1, [0, 5]), paper: 1);
        scene.Refuses<SeatedTooLate>(Chloe, new CastBallot(1, [0, 5]), paper: 2);
    }

    [Fact]
    public void The_guide_closes_it_with_three_ballots_or_more_and_for_a_minute_anyone_may_doubt_it_once()
    {
        var scene = Open(CountBy.Phones);
        foreach (var who in All[..2]) scene.Does(who, new CastBallot(1, [5, 1, 9]));
        scene.Refuses<OnlyTheGuide>(All[..5].First(w => w != scene.Facilitator && w != scene.Companion), new CloseCounting(1));
        scene.Refuses<TooFewPresent>(scene.Facilitator, new CloseCounting(1));
        scene.Does(Chloe, new CastBallot(1, [5, 1, 9]));
        scene.Minutes(1);
        scene.Does(scene.Facilitator, new CloseCounting(1));
        Assert.Empty(scene.Room.Deliberation.Count!.Ballots);
        Assert.Equal(3, scene.Room.Deliberation.Count.Rows.Length);
        scene.Refuses<NoCountIsOpen>(Amina, new CastBallot(1, [5, 1, 9]));
        scene.Does(David, new DoubtCount(1));
        foreach (var who in All[..5]) scene.Does(who, new CastBallot(1, [5, 1, 9]));
        scene.Does(scene.Facilitator, new CloseCounting(1));
        scene.Refuses<DoubtedOnce>(David, new DoubtCount(1));
        scene.Minutes(1);
        Assert.Equal(1, scene.Council.Decision!.Proposal);
        scene.Refuses<NoCountIsOpen>(David, new DoubtCount(1));
        scene.Refuses<NoCountIsOpen>(scene.Facilitator, new CloseCounting(1));
    }

    [Fact]
    public void Under_twenty_ballots_only_sums_are_published_from_twenty_on_the_rows_by_receipt()
    {
        var few = Open(CountBy.Phones);
        foreach (var who in All[..5]) few.Does(who, new CastBallot(1, [5, 1, 9]));
        few.Does(few.Facilitator, new CloseCounting(1));
        few.Minutes(1);
        Assert.Empty(few.Council.BallotLines);

        var many = Hearing(method: Method.Resistance);
        foreach (var who in All[..4])
            for (var i = 0; i < 4; i++) many.Does(who, new SeatBeside(1, null));
        many.Does(Amina, Proposal("We mend it."));
        many.Counts(21);
        many.MovesOn();
        many.Does(many.Facilitator, new OpenCounting(1, CountBy.Phones));
        foreach (var seat in many.Room.Electorate.ToArray())
            many.Does(seat.Device ?? many.Room.Seats[seat.BesideSeat!.Value].Device!, new CastBallot(1, [seat.Number % 11, 1]), seat.Paper);
        many.Does(many.Facilitator, new CloseCounting(1));
        many.Minutes(1);
        Assert.Equal(21, many.Council.BallotLines.Length);
        Assert.Equal(many.Council.BallotLines.Order(StringComparer.Ordinal), many.Council.BallotLines);
        Assert.Equal(Hash.Of(Vl1.Roll(many.Council.BallotLines)), Assert.Single(many.Journal.Leaves.OfType<ResistanceCounted>()).Digest);
    }

    [Fact]
    public void Leaving_things_as_they_are_is_a_result()
    {
        var scene = Open(CountBy.Phones);
        foreach (var who in All[..5]) scene.Does(who, new CastBallot(1, [0, 4, 4]));
        scene.Does(scene.Facilitator, new CloseCounting(1));
        scene.Minutes(1);
        Assert.Null(scene.Council.Decision);
        scene.Refuses<LeftForTonight>(scene.Facilitator, new OpenCounting(1, CountBy.Phones));
        scene.MovesOn();
        Assert.Equal(Step.Closing, scene.Council.Step);
    }

    [Fact]
    public void Hands_are_typed_alike_by_two_devices_and_never_more_than_heads()
    {
        var scene = Open(CountBy.Hands);
        scene.Refuses<NoCountIsOpen>(Amina, new CastBallot(1, [0, 0, 0]));
        Assert.Equal(5, scene.Refuses<MoreHandsThanHeads>(Amina, new TellHands(1, new HandsTold([3, 0, 0], [3, 0, 0]))).Heads);
        scene.Refuses<MoreHandsThanHeads>(Amina, new TellHands(1, new HandsTold([-1, 0, 0], [3, 0, 0])));
        scene.Refuses<EveryOptionNeedsAValue>(Amina, new TellHands(1, new HandsTold([0], [0])));
        scene.Does(scene.Facilitator, new TellHands(1, new HandsTold([3, 1, 0], [0, 0, 4])));
        scene.Does(scene.Facilitator, new TellHands(1, new HandsTold([3, 1, 0], [0, 0, 4])));
        Assert.Null(scene.Council.Decision);
        scene.Does(scene.Companion, new TellHands(1, new HandsTold([3, 1, 0], [0, 0, 4])));
        Assert.Equal(1, scene.Council.Decision!.Proposal);
    }

    [Fact]
    public void Of_equal_totals_the_lower_highest_value_is_taken_then_fewer_of_it() =>
        Assert.Equal([2], Resistance.Least([0, 1, 2, 3], [9, 4, 4, 4], [3, 2, 1, 1], [3, 1, 3, 4]).AsEnumerable());

    [Fact]
    public void A_tie_to_the_end_falls_to_the_ticket_of_the_evenings_seed()
    {
        var scene = Open(CountBy.Hands);
        scene.Tells(new HandsTold([5, 1, 1], [0, 0, 0]));
        var seed = scene.Council.Draws[0].Seed!;
        var expected = new[] { 1, 2 }.MinBy(o => Vl1.Ticket(seed, "tie", o), StringComparer.Ordinal);
        Assert.Equal(expected, scene.Council.Decision!.Proposal);
        Assert.Equal([1, 1, 1], scene.Council.ResistanceCount!.Highest.AsEnumerable());
    }

    [Fact]
    public void Or_to_a_paper_hat_whose_outcome_two_devices_type()
    {
        var scene = WithoutSeed();
        scene.Refuses<NoCountIsOpen>(Amina, new TypeTie(1, 1));
        foreach (var who in new[] { Amina, Benoit }) scene.Does(who, new TellHands(1, new HandsTold([5, 1, 1], [0, 0, 0])));
        scene.Refuses<TieFirst>(Amina, new OpenCounting(1, CountBy.Hands));
        scene.Refuses<BallotIsOpen>(Amina, new AmendProposal(1, 1, T("another"), null, null, false));
        scene.Refuses<NoSuchProposal>(Amina, new TypeTie(1, 0));
        scene.Does(Amina, new TypeTie(1, 2));
        scene.Does(Amina, new TypeTie(1, 1));
        scene.Does(Benoit, new TypeTie(1, 2));
        Assert.Null(scene.Council.Decision);
        scene.Does(Chloe, new TypeTie(1, 1));
        Assert.Equal(1, scene.Council.Decision!.Proposal);
    }

    [Fact]
    public void What_this_council_may_not_decide_is_not_counted()
    {
        var scene = Hearing(method: Method.Resistance);
        scene.Does(Amina, Proposal("a new covenant", Domain.Quarters.Touches.Covenant));
        scene.Counts(5);
        scene.MovesOn();
        scene.Refuses<NothingToCount>(scene.Facilitator, new OpenCounting(1, CountBy.Phones));
    }

    [Fact]
    public void With_more_seats_than_heads_phones_are_not_counted()
    {
        var scene = Hearing(method: Method.Resistance);
        scene.Does(Amina, Proposal("We mend it."));
        scene.Counts(4);
        scene.MovesOn();
        scene.Refuses<UseHands>(scene.Facilitator, new OpenCounting(1, CountBy.Phones));
        scene.Does(scene.Facilitator, new OpenCounting(1, CountBy.Hands));
    }

    [Fact]
    public void Held_remotely_there_are_no_hands()
    {
        var scene = Deciding(attendance: Attendance.Remote, method: Method.Resistance);
        scene.Refuses<NeedsARoom>(scene.Facilitator, new OpenCounting(1, CountBy.Hands));
    }
}
