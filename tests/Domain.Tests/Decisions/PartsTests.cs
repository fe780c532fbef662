using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Decisions;

/// <summary>Phones, hands and paper of one count: open together, shown apart, added up.</summary>
public sealed class PartsTests
{
    private static Scene Open(Method method, int heads, params ImmutableArray<CountBy> parts)
    {
        var scene = Hearing(6, method: method);
        scene.Does(Amina, Proposal("We mend it on Saturday."));
        scene.Does(Benoit, Proposal("We ask the city."));
        scene.Counts(heads);
        scene.MovesOn();
        scene.Does(scene.Facilitator, new OpenCounting(1, parts));
        return scene;
    }

    private static PaperTold Sums(int ballots, params int[] sums) => new(ballots, [.. sums], []);

    private static PaperTold Lines(params string[] lines) => new(0, [], [.. lines]);

    private static void Votes(Scene scene, IEnumerable<string> who, params int[] ballot)
    {
        foreach (var one in who) scene.Does(one, new CastBallot(1, [.. ballot]));
    }

    [Fact]
    public void All_three_are_shown_apart_and_added_up()
    {
        var scene = Open(Method.Approval, 20, CountBy.Phones, CountBy.Paper, CountBy.Hands);
        Votes(scene, All[..6], 0, 1, 1);
        scene.Refuses<TellersFirst>(scene.Facilitator, new CloseCounting(1));
        scene.Tells(new HandsTold([1, 2, 7], [], 8));
        scene.Tells(Sums(4, 0, 4, 1));
        scene.Does(scene.Facilitator, new CloseCounting(1));
        scene.Waits(CloseCounting.Check);

        var parts = scene.Journal.Leaves.OfType<BallotsCounted>().ToArray();
        Assert.Equal([CountBy.Hands, CountBy.Phones, CountBy.Paper], parts.Select(p => p.CountedBy));
        Assert.Equal([8, 6, 4], parts.Select(p => p.Ballots));
        Assert.Equal([null, null, 2], parts.Select(p => p.Abstaining));
        Assert.Equal([1, 12, 14], Totals.Of(scene.Council.BallotsCounts).Sums.AsEnumerable());
        Assert.Equal(2, scene.Council.Decision!.Proposal);
    }

    [Fact]
    public void Who_votes_on_the_phone_and_by_hand_is_found_out_by_the_heads()
    {
        var scene = Open(Method.Approval, 10, CountBy.Phones, CountBy.Hands);
        Votes(scene, All[..6], 0, 1, 1);
        scene.Tells(new HandsTold([1, 2, 4], [], 5));
        var over = scene.Refuses<MoreBallotsThanHeads>(scene.Facilitator, new CloseCounting(1));
        Assert.Equal((11, 10), (over.Ballots, over.Heads));
        // The tellers count again: without that one it is right.
        scene.Tells(new HandsTold([1, 2, 3], [], 4));
        scene.Does(scene.Facilitator, new CloseCounting(1));
    }

    [Fact]
    public void Or_everything_is_stopped_and_voted_anew()
    {
        var scene = Open(Method.Approval, 10, CountBy.Phones, CountBy.Hands);
        scene.Refuses<CountGoesOn>(scene.Facilitator, new StopCounting(1));
        Votes(scene, All[..6], 0, 1, 1);
        scene.Tells(new HandsTold([1, 2, 4], [], 5));
        scene.Refuses<OnlyTheGuide>(All[..6].First(w => w != scene.Facilitator && w != scene.Companion), new StopCounting(1));
        scene.Does(scene.Facilitator, new StopCounting(1));
        Assert.Empty(scene.Journal.RoomRows.OfType<BallotCast>());
        scene.Refuses<NoCountIsOpen>(scene.Facilitator, new StopCounting(1));
        scene.Does(scene.Facilitator, new OpenCounting(1, CountBy.Paper));
    }

    [Fact]
    public void A_ballot_left_open_does_not_answer_another_question()
    {
        var scene = Open(Method.Score, 6, CountBy.Phones);
        var asked = scene.Room.Deliberation.Count!.Asks;
        Assert.Equal("3-0-1-2", asked);
        scene.Does(Amina, new CastBallot(1, [0, 1, 0], asked));
        scene.Refuses<AnotherCountBegan>(Amina, new CastBallot(1, [0, 1, 0], "3-0-2"));
        scene.Refuses<AnotherCountBegan>(Amina, new CastBallot(1, [0, 1, 0], "2-0-1-2"));
    }

    [Fact]
    public void A_count_that_nobody_answers_can_be_stopped_once_there_was_time()
    {
        var scene = Open(Method.Score, 6, CountBy.Phones);
        scene.Does(Amina, new CastBallot(1, [0, 1, 0]));
        scene.Refuses<CountGoesOn>(scene.Facilitator, new StopCounting(1));
        scene.Minutes(2);
        scene.Refuses<TooFewPresent>(scene.Facilitator, new CloseCounting(1));
        scene.Does(scene.Facilitator, new StopCounting(1));
        Assert.Null(scene.Room.Deliberation.Count);
    }

    [Fact]
    public void So_few_secret_ballots_are_not_shown_apart()
    {
        var scene = Open(Method.Approval, 10, CountBy.Phones, CountBy.Hands);
        Votes(scene, All[..2], 0, 1, 1);
        scene.Tells(new HandsTold([1, 2, 4], [], 5));
        scene.Minutes(2);
        Assert.Equal(3, scene.Refuses<TooFewApart>(scene.Facilitator, new CloseCounting(1)).Least);
        scene.Does(scene.Facilitator, new StopCounting(1));

        var paper = Open(Method.Approval, 10, CountBy.Paper, CountBy.Hands);
        paper.Tells(new HandsTold([1, 2, 4], [], 5));
        paper.Does(paper.Facilitator, new TellPaper(1, Sums(2, 0, 2, 0)));
        paper.Refuses<TooFewApart>(paper.Companion, new TellPaper(1, Sums(2, 0, 2, 0)));
    }

    [Fact]
    public void Two_tellers_agree_and_one_of_them_is_the_guide()
    {
        var scene = Open(Method.Approval, 6, CountBy.Hands);
        var others = All[..6].Where(w => w != scene.Facilitator && w != scene.Companion).ToArray();
        var told = new TellHands(1, new HandsTold([1, 2, 4], [], 6));
        scene.Does(others[0], told);
        scene.Does(others[1], told);
        Assert.NotNull(scene.Room.Deliberation.Count);
        scene.Does(scene.Facilitator, new TellHands(1, new HandsTold([1, 2, 3], [], 6)));
        Assert.NotNull(scene.Room.Deliberation.Count);
        scene.Does(scene.Facilitator, told);
        Assert.Equal(2, scene.Council.Decision!.Proposal);
        scene.Refuses<NoCountIsOpen>(Amina, told);
    }

    [Fact]
    public void Paper_of_ranked_ballots_is_typed_as_lines()
    {
        var scene = Open(Method.Ranked, 9, CountBy.Phones, CountBy.Paper);
        Votes(scene, All[..3], 3, 1, 2);
        Assert.Equal(2, scene.Refuses<NotARanking>(Amina, new TellPaper(1, Lines("B>A", "A>C"))).Line);
        scene.Refuses<NotARanking>(Amina, new TellPaper(1, Lines("1000: B", "1: A")));
        Assert.Equal(9, scene.Refuses<MorePaperThanHeads>(Amina, new TellPaper(1, Lines("10: B>A"))).Heads);
        // The same ballots in another order are the same.
        scene.Does(scene.Facilitator, new TellPaper(1, Lines("2: b > a=0", "B", "1:", "b")));
        scene.Does(scene.Companion, new TellPaper(1, Lines("1:", "2: B", "2: B>0=A")));
        Assert.Equal(["1:", "2: B", "2: B>0=A"], scene.Room.Deliberation.Count!.Paper!.Lines.AsEnumerable());
        scene.Minutes(2);
        scene.Does(scene.Facilitator, new CloseCounting(1));
        scene.Waits(CloseCounting.Check);
        var parts = scene.Journal.Leaves.OfType<BallotsCounted>().ToArray();
        Assert.Equal([3, 5], parts.Select(p => p.Ballots));
        Assert.Equal([0, 0, 0, 0, 0, 0, 4, 4, 0], parts[1].Pairs.AsEnumerable());
        Assert.Equal(2, scene.Council.Decision!.Proposal);
    }

    [Fact]
    public void Paper_adds_up_to_what_its_ballots_can_give()
    {
        var scene = Open(Method.Score, 9, CountBy.Paper);
        scene.Refuses<EveryOptionNeedsAValue>(Amina, new TellPaper(1, Sums(3, 1, 1)));
        Assert.Equal(3, scene.Refuses<MoreThanTheBallots>(Amina, new TellPaper(1, Sums(3, 16, 1, 1))).Ballots);
        scene.Refuses<MorePaperThanHeads>(Amina, new TellPaper(1, Sums(10, 1, 1, 1)));
        scene.Refuses<NoCountIsOpen>(Amina, new TellHands(1, new HandsTold([0, 0, 0], [], 0)));
        scene.Refuses<NoCountIsOpen>(Amina, new CastBallot(1, [0, 0, 0]));
        scene.Does(scene.Facilitator, new TellPaper(1, Sums(2, 0, 3, 1)));
        scene.Refuses<TooFewPresent>(scene.Companion, new TellPaper(1, Sums(2, 0, 3, 1)));
        scene.Tells(Sums(3, 0, 15, 1));
        Assert.Equal(1, scene.Council.Decision!.Proposal);
    }

    [Fact]
    public void Resistance_mixes_phones_and_paper_and_by_hands_stands_alone()
    {
        var scene = Open(Method.Resistance, 9, CountBy.Phones, CountBy.Paper);
        Votes(scene, All[..6], 9, 2, 4);
        scene.Tells(Sums(3, 20, 12, 0));
        scene.Does(scene.Facilitator, new CloseCounting(1));
        scene.Waits(CloseCounting.Check);
        // 54 + 20, 12 + 12, 24 + 0: equal to the end, and no highest values are known of paper.
        Assert.Equal([74, 24, 24], Totals.Of(scene.Council.BallotsCounts).Sums.AsEnumerable());
        Assert.Contains(scene.Council.Decision!.Proposal, new[] { 1, 2 });
        Assert.Empty(scene.Journal.Leaves.OfType<ResistanceCounted>());
        var other = Deciding(method: Method.Resistance);
        other.Refuses<NotCountedSo>(other.Facilitator, new OpenCounting(1, CountBy.Hands, CountBy.Paper));
    }

    [Fact]
    public void Not_every_way_is_counted_by_hands_nor_everywhere()
    {
        var scene = Deciding(method: Method.Ranked);
        scene.Refuses<NotCountedSo>(scene.Facilitator, new OpenCounting(1, CountBy.Hands));
        scene.Refuses<NotCountedSo>(scene.Facilitator, new OpenCounting(1));
        var remote = Deciding(attendance: Attendance.Remote, method: Method.Approval);
        remote.Refuses<NeedsARoom>(remote.Facilitator, new OpenCounting(1, CountBy.Phones, CountBy.Paper));
        remote.Does(remote.Facilitator, new OpenCounting(1, CountBy.Phones));
    }

    [Fact]
    public void More_seats_than_heads_vote_by_hands_or_on_paper()
    {
        var scene = Hearing(6, method: Method.Approval);
        scene.Does(Amina, Proposal("We mend it."));
        scene.Counts(5);
        scene.MovesOn();
        scene.Refuses<UseHands>(scene.Facilitator, new OpenCounting(1, CountBy.Phones, CountBy.Paper));
        scene.Does(scene.Facilitator, new OpenCounting(1, CountBy.Hands, CountBy.Paper));
    }

    [Fact]
    public void Nobody_counted_heads_so_nobody_could_tell_who_voted_twice()
    {
        var scene = Hearing(6, method: Method.Approval);
        scene.Does(Amina, Proposal("We mend it."));
        scene.Does(scene.Facilitator, new MustLeave(1));
        scene.Refuses<Domain.Draws.CountHeadsFirst>(scene.Facilitator, new OpenCounting(1, CountBy.Phones, CountBy.Hands));
        scene.Does(scene.Facilitator, new OpenCounting(1, CountBy.Hands));
    }

    [Theory]
    [InlineData("2: B>A=0", 2, new[] { 2, 2, 1 })]
    [InlineData("b", 1, new[] { 0, 0, 1 })]
    [InlineData(" 12 : 0 ", 12, new[] { 1, 0, 0 })]
    [InlineData("1:", 1, new[] { 0, 0, 0 })]
    public void A_line_of_paper_ballots_is_read(string line, int times, int[] ranks)
    {
        var read = RankedLine.Parse(line, [0, 1, 2])!;
        Assert.Equal(times, read.Times);
        Assert.Equal(ranks, read.Ranks.AsEnumerable());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0: A")]
    [InlineData("1001: A")]
    [InlineData("-1: A")]
    [InlineData("A>A")]
    [InlineData("A>>B")]
    [InlineData("A>")]
    [InlineData("AB")]
    [InlineData("A>@")]
    [InlineData("C")]
    [InlineData("2: A: B")]
    public void Other_lines_are_not(string line) => Assert.Null(RankedLine.Parse(line, [0, 1, 2]));
}
