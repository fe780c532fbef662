using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Decisions;

/// <summary>Ballots of one part: what they say, what is published, who wins.</summary>
public sealed class BallotTests
{
    private static Scene Open(Method method, params ImmutableArray<CountBy> parts)
    {
        var scene = Deciding(method: method);
        scene.Does(scene.Facilitator, new OpenCounting(1, parts));
        return scene;
    }

    private static void Votes(Scene scene, params int[][] ballots)
    {
        foreach (var (who, ballot) in All.Zip(ballots)) scene.Does(who, new CastBallot(1, [.. ballot]));
        scene.Minutes(1);
        scene.Does(scene.Facilitator, new CloseCounting(1));
        scene.Waits(CloseCounting.Check);
    }

    [Theory]
    [InlineData(Method.Approval, new[] { 0, 1, 2 }, 1)]
    [InlineData(Method.Score, new[] { 0, 6, 2 }, 5)]
    [InlineData(Method.Ranked, new[] { 0, 4, 2 }, 3)]
    [InlineData(Method.Approval, new[] { 0, 1 }, 1)]
    [InlineData(Method.Score, new[] { 0, -1, 2 }, 5)]
    public void A_ballot_gives_every_option_a_number_that_the_method_knows(Method method, int[] values, int highest) =>
        Assert.Equal(highest, Open(method, CountBy.Phones).Refuses<EveryOptionNeedsAValue>(Amina, new CastBallot(1, [.. values])).Highest);

    [Fact]
    public void Approval_counts_all_that_one_can_live_with_and_who_says_nothing_abstains()
    {
        var scene = Open(Method.Approval, CountBy.Phones);
        Votes(scene, [0, 1, 1], [0, 1, 0], [1, 1, 0], [0, 0, 0]);
        Assert.Equal((1, Method.Approval), (scene.Council.Decision!.Proposal, scene.Council.Decision.Method));
        var leaf = Assert.Single(scene.Journal.Leaves.OfType<BallotsCounted>());
        Assert.Equal((4, 1), (leaf.Ballots, leaf.Abstaining));
        Assert.Equal([1, 3, 1], leaf.Sums.AsEnumerable());
        Assert.Null(leaf.Digest);
        Assert.Empty(scene.Council.BallotLines);
    }

    [Fact]
    public void Score_adds_points_from_0_to_5()
    {
        var scene = Open(Method.Score, CountBy.Phones);
        Votes(scene, [0, 5, 3], [0, 0, 3], [0, 1, 3]);
        Assert.Equal(2, scene.Council.Decision!.Proposal);
        Assert.Equal([0, 6, 9], Totals.Of(scene.Council.BallotsCounts).Sums.AsEnumerable());
    }

    [Fact]
    public void Ranked_publishes_the_table_and_gaps_between_ranks_are_closed()
    {
        var scene = Open(Method.Ranked, CountBy.Phones);
        scene.Does(Amina, new CastBallot(1, [3, 1, 3]));
        Assert.Equal([2, 1, 2], scene.Room.Deliberation.Count!.Ballots[1].Values.AsEnumerable());
        Votes(scene, [3, 1, 3], [0, 2, 1], [0, 1, 0], [0, 0, 0]);
        Assert.Equal(1, scene.Council.Decision!.Proposal);
        var leaf = Assert.Single(scene.Journal.Leaves.OfType<BallotsCounted>());
        Assert.Equal([0, 0, 0, 3, 0, 2, 1, 1, 0], leaf.Pairs.AsEnumerable());
        Assert.Empty(leaf.Sums);
        Assert.Equal((4, 1), (leaf.Ballots, leaf.Abstaining));
    }

    [Fact]
    public void A_vote_of_a_majority_is_one_or_none()
    {
        var scene = Deciding();
        scene.Happens(new MethodChosen(1, Method.Majority, 5));
        scene.Does(scene.Facilitator, new OpenCounting(1, CountBy.Phones));
        scene.Refuses<OneVoteEach>(Amina, new CastBallot(1, [0, 1, 1]));
        Votes(scene, [0, 0, 1], [0, 1, 0], [0, 0, 1], [0, 0, 0]);
        Assert.Equal(2, scene.Council.Decision!.Proposal);
    }

    [Theory]
    [InlineData(Method.Approval)]
    [InlineData(Method.Score)]
    [InlineData(Method.Ranked)]
    public void What_nobody_voted_for_is_not_decided(Method method)
    {
        var scene = Open(method, CountBy.Phones);
        Votes(scene, [0, 0, 0], [0, 0, 0], [0, 0, 0]);
        Assert.Null(scene.Council.Decision);
        Assert.True(scene.Room.Deliberation.NotTonight);
    }

    [Fact]
    public void Equals_go_to_the_ticket_of_the_evenings_seed_and_leaving_things_as_they_are_is_one_of_them()
    {
        var scene = Open(Method.Approval, CountBy.Phones);
        Votes(scene, [1, 0, 1], [1, 1, 0], [0, 1, 1]);
        var seed = scene.Council.Draws[0].Seed!;
        var expected = new[] { 0, 1, 2 }.MinBy(o => Vl1.Ticket(seed, "tie", o), StringComparer.Ordinal);
        Assert.Equal(expected, scene.Council.Decision?.Proposal ?? 0);
    }

    [Fact]
    public void From_twenty_ballots_on_the_rows_stand_by_receipt_and_the_table_is_theirs()
    {
        var scene = Deciding(seats: 8, sits: 21, method: Method.Ranked);
        scene.Does(scene.Facilitator, new OpenCounting(1, CountBy.Phones));
        foreach (var seat in scene.Room.Electorate.ToArray()) scene.Does(seat.Device!, new CastBallot(1, [0, 1 + seat.Number % 2, 2 - seat.Number % 2]));
        scene.Does(scene.Facilitator, new CloseCounting(1));
        scene.Waits(CloseCounting.Check);
        Assert.Equal(21, scene.Council.BallotLines.Length);
        Assert.Equal(scene.Council.BallotLines.Order(StringComparer.Ordinal), scene.Council.BallotLines);
        var leaf = Assert.Single(scene.Journal.Leaves.OfType<BallotsCounted>());
        Assert.Equal(Hash.Of(Vl1.Roll(scene.Council.BallotLines)), leaf.Digest);
        Assert.Equal([0, 0, 0, 21, 0, 10, 21, 11, 0], leaf.Pairs.AsEnumerable());
    }

    [Fact]
    public void Whose_ballot_it_was_goes_with_the_close_and_what_it_said_with_the_minute_after()
    {
        var scene = Open(Method.Score, CountBy.Phones);
        foreach (var who in All[..5]) scene.Does(who, new CastBallot(1, [0, 5, 3]));
        Assert.Equal(5, scene.Journal.RoomRows.OfType<BallotCast>().Count());
        scene.Does(scene.Facilitator, new CloseCounting(1));
        Assert.Empty(scene.Journal.RoomRows.OfType<BallotCast>());
        Assert.Empty(scene.Room.Deliberation.Count!.Ballots);
        scene.Waits(CloseCounting.Check);
        Assert.Empty(scene.Journal.RoomRows.OfType<BallotsClosed>());
    }

    [Fact]
    public void A_vote_that_comes_to_nothing_is_forgotten_as_well()
    {
        var marked = Open(Method.Approval, CountBy.Phones);
        marked.Does(Amina, new CastBallot(1, [0, 1, 0]));
        foreach (var who in All[..3]) marked.Does(who, new MarkLine(1, 1, T("it is against the law")));
        Assert.Null(marked.Room.Deliberation.Count);
        Assert.Empty(marked.Journal.RoomRows.OfType<BallotCast>());

        var leaving = Open(Method.Approval, CountBy.Phones);
        leaving.Does(Amina, new CastBallot(1, [0, 1, 0]));
        leaving.Does(leaving.Facilitator, new MustLeave(1));
        leaving.MovesOn();
        Assert.Empty(leaving.Journal.RoomRows.OfType<BallotCast>());
        Assert.Null(leaving.Council.Decision);
    }

    [Fact]
    public void The_electorate_is_fixed_when_the_vote_opens()
    {
        var scene = Deciding(seats: 6, method: Method.Approval);
        scene.Does(Farid, new LeaveSeat(1));
        scene.Does(scene.Facilitator, new OpenCounting(1, CountBy.Phones));
        scene.Does(Amina, new OpenDoor(1));
        scene.Sits(Farid);
        scene.Refuses<SeatedTooLate>(Farid, new CastBallot(1, [0, 1, 0]));
        scene.Sits("another phone");
        scene.Refuses<SeatedTooLate>("another phone", new CastBallot(1, [0, 1, 0]));
        // Who leaves with a ballot cast has voted; who leaves without one abstains, and nobody waits for them.
        scene.Does(Amina, new CastBallot(1, [0, 1, 0]));
        foreach (var who in All[..5].Where(w => w != Amina && w != scene.Companion)) scene.Does(who, new CastBallot(1, [0, 1, 0]));
        var guide = scene.Facilitator;
        scene.Does(Amina == guide ? scene.Companion : Amina, new LeaveSeat(1));
        if (scene.Companion != guide && scene.Room.PresentHolder(Role.Companion) is not null) scene.Does(scene.Companion, new LeaveSeat(1));
        scene.Does(scene.Facilitator, new CloseCounting(1));
        scene.Waits(CloseCounting.Check);
        var leaf = Assert.Single(scene.Journal.Leaves.OfType<BallotsCounted>());
        Assert.Equal(5, leaf.Ballots + leaf.Abstaining);
    }
}
