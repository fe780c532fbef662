using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Record;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Draws;

/// <summary>Devices commit and reveal, unseen and unasked, between the closed list and the numbers.</summary>
public sealed class PhaseTests
{
    private static readonly string[] Willing = [Benoit, Chloe, David];

    private static Scene Committing(params string[] devices)
    {
        var scene = Counted();
        scene.WouldCommit(devices);
        foreach (var who in Willing.Except(devices)) scene.IsWilling(who, AnyRole);
        scene.Does(Amina, new CloseRoll(1));
        return scene;
    }

    [Fact]
    public void Where_every_device_does_its_part_nobody_waits_and_both_lists_are_in_the_record_before_the_numbers()
    {
        var scene = Committing(Willing);
        Assert.Equal(DrawPhase.Committing, scene.Room.Draw!.Phase);
        scene.Commits(Willing);
        Assert.Equal(DrawPhase.Revealing, scene.Room.Draw!.Phase);
        scene.Reveals(Willing);
        Assert.Equal(DrawPhase.Numbers, scene.Room.Draw!.Phase);
        scene.Throws(Dice);
        var draw = scene.Council.Draws[0];
        Assert.Equal(Willing.ToDictionary(scene.NumberOf, who => Hash.Of($"{who}'s secret of 1")).OrderBy(n => n.Key), draw.Reveals!);
        Assert.Equal(
            ["RollClosed", "CommitmentsClosed", "RevealsClosed", "DrawRevealed"],
            scene.Journal.Leaves.Where(l => l is RollClosed or CommitmentsClosed or RevealsClosed or DrawRevealed).Select(l => l.GetType().Name));
        Assert.Equal(0, scene.Journal.Leaves.OfType<RevealsClosed>().Single().Missing);
        Assert.Equal(Vl1.Transcript($"{Origin}/1/1", draw.Roll, draw.Commitments!.Value, draw.Reveals!, [$"dice;{Dice}"]), draw.Transcript);
        Assert.Contains($"reveal;1;{draw.Reveals![1]}\nreveal;2;{draw.Reveals[2]}\nreveal;3;{draw.Reveals[3]}\ndice;", draw.Transcript, StringComparison.Ordinal);
        Assert.Null(NaiveDraw.Differs(scene.Journal.Leaves, scene.Quarter, scene.Journal.Leaves.OfType<DrawRevealed>().Single()));
    }

    [Fact]
    public void Where_no_device_would_commit_numbers_are_made_at_once_and_the_record_says_that_there_are_none()
    {
        var scene = Committing();
        Assert.Null(scene.Room.Draw!.Ends);
        scene.Refuses<CommittingIsOver>(Benoit, new CommitNonce(1, Hash.Of("late")));
        scene.Throws(Dice);
        Assert.Equal(0, scene.Journal.Leaves.OfType<CommitmentsClosed>().Single().Lines);
        Assert.DoesNotContain(scene.Journal.Leaves, leaf => leaf is RevealsClosed);
        Assert.Contains("commits;e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\ndice;", scene.Council.Draws[0].Transcript, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_that_does_nothing_delays_a_draw_by_ten_seconds_and_one_that_only_commits_by_ten_more()
    {
        var scene = Committing(Willing);
        scene.Waits(Duration.FromSeconds(9.9));
        scene.Refuses<NumbersComeLater>(Amina, new TypeDraw(1, Way.Dice, Dice, NoHat));
        scene.Waits(Duration.FromSeconds(0.1));
        Assert.Equal(0, Assert.Single(scene.Journal.Leaves.OfType<CommitmentsClosed>()).Lines);
        scene.Throws(Dice);

        var other = Committing(Willing);
        other.Commits(Benoit, Chloe);
        other.Waits(Duration.FromSeconds(10));
        Assert.Equal(2, Assert.Single(other.Journal.Leaves.OfType<CommitmentsClosed>()).Lines);
        other.Reveals(Benoit);
        other.Refuses<NumbersComeLater>(Amina, new TypeDraw(1, Way.Dice, Dice, NoHat));
        other.Waits(Duration.FromSeconds(10));
        var (shown, missing) = (other.NumberOf(Benoit), other.NumberOf(Chloe));
        Assert.Equal(1, Assert.Single(other.Journal.Leaves.OfType<RevealsClosed>()).Missing);
        other.Refuses<NotRevealingNow>(Chloe, new RevealNonce(1, other.NonceOf(Chloe)));
        other.Throws(Dice);
        Assert.Contains($"reveal;{shown};{other.NonceOf(Benoit)}\nmissing;{missing}\ndice;", other.Council.Draws[0].Transcript, StringComparison.Ordinal);
    }

    [Fact]
    public void From_closing_the_list_to_a_facilitator_never_takes_longer_than_ninety_seconds_of_waiting()
    {
        var scene = Committing(Willing);
        var closed = scene.Now;
        scene.Commits(Benoit);
        while (scene.Room.Draw!.Ends is { } ends) scene.WaitsUntil(ends);
        Assert.Equal(Duration.FromSeconds(20), scene.Now - closed);
    }

    [Fact]
    public void Only_a_device_with_a_number_of_the_list_commits_and_only_once()
    {
        var scene = Committing(Willing);
        scene.Refuses<NotOnTheRoll>(Elise, new CommitNonce(1, Hash.Of("x")));
        scene.Refuses<NotAHash>(Benoit, new CommitNonce(1, "x"));
        scene.Refuses<NotAHash>(Benoit, new CommitNonce(1, Hash.Of("x").ToUpperInvariant()));
        scene.Refuses<NotRevealingNow>(Benoit, new RevealNonce(1, scene.NonceOf(Benoit)));
        scene.Commits(Benoit);
        scene.Refuses<AlreadySaid>(Benoit, new CommitNonce(1, Hash.Of("another")));
        scene.Commits(Chloe);
        scene.Waits(Duration.FromSeconds(10));
        scene.Refuses<NothingCommitted>(David, new RevealNonce(1, scene.NonceOf(David)));
        scene.Refuses<NotOnTheRoll>(Elise, new RevealNonce(1, scene.NonceOf(Elise)));
        scene.Refuses<WrongNonce>(Benoit, new RevealNonce(1, Hash.Of("another")));
        scene.Refuses<WrongNonce>(Benoit, new RevealNonce(1, scene.NonceOf(Chloe)));
        scene.Refuses<CommittingIsOver>(David, new CommitNonce(1, Hash.Of("late")));
        scene.Reveals(Benoit);
        scene.Refuses<AlreadySaid>(Benoit, new RevealNonce(1, scene.NonceOf(Benoit)));
        scene.Refuses<NoRollIsClosed>(Amina, new CommitNonce(1, Hash.Of("x")) with { Council = Another(scene) });
    }

    private static int Another(Scene scene)
    {
        scene.Does(Amina, new Convene(Bench(scene.Now + Duration.FromMinutes(30))));
        scene.Does(Amina, new TakeSeat(2, new Ticket(), null, SlipOf(Amina)));
        return 2;
    }

    [Fact]
    public void Who_sits_beside_a_phone_has_a_ticket_and_no_device()
    {
        var scene = Counted();
        scene.Does(Benoit, new SeatBeside(1, null));
        scene.WouldCommit(Benoit);
        scene.Does(Benoit, new SayWilling(1, [.. AnyRole], false, NoSlips, [], Commits: true), paper: 1);
        scene.Does(Amina, new CloseRoll(1));
        Assert.Equal(2, scene.Room.Roll.Count);
        scene.Refuses<NeedsOwnDevice>(Benoit, new CommitNonce(1, Hash.Of("x")), paper: 1);
        // Nobody waits for who has none.
        scene.Commits(Benoit);
        Assert.Equal(DrawPhase.Revealing, scene.Room.Draw!.Phase);
        scene.Refuses<NeedsOwnDevice>(Benoit, new RevealNonce(1, Hash.Of("x")), paper: 1);
    }

    private static readonly System.Collections.Immutable.ImmutableSortedDictionary<Role, string> NoSlips =
        System.Collections.Immutable.ImmutableSortedDictionary<Role, string>.Empty;

    [Fact]
    public void A_device_that_leaves_is_not_waited_for_and_one_that_comes_back_in_time_reveals()
    {
        var scene = Committing(Willing);
        scene.Commits(Benoit, Chloe);
        scene.Does(David, new LeaveSeat(1));
        Assert.Equal(DrawPhase.Committing, scene.Room.Draw!.Phase);
        scene.Waits(Duration.FromSeconds(10));
        scene.Does(Chloe, new LeaveSeat(1));
        scene.Refuses<NotSeated>(Chloe, new RevealNonce(1, scene.NonceOf(Chloe)));
        scene.Reveals(Benoit);
        scene.Sits(Chloe);
        scene.Reveals(Chloe);
        Assert.Equal(DrawPhase.Numbers, scene.Room.Draw!.Phase);
        Assert.Equal(0, scene.Journal.Leaves.OfType<RevealsClosed>().Single().Missing);
    }

    [Fact]
    public void A_host_that_stood_still_gives_nobody_more_time()
    {
        var scene = Committing(Willing);
        scene.Commits(Benoit);
        scene.Minutes(5);
        Assert.Equal(DrawPhase.Numbers, scene.Room.Draw!.Phase);
        Assert.Equal(1, scene.Journal.Leaves.OfType<RevealsClosed>().Single().Missing);
    }

    [Fact]
    public void More_than_a_hundred_devices_fill_more_than_a_page()
    {
        var scene = Counted();
        string[] many = [.. Enumerable.Range(0, 120).Select(n => $"phone {n}")];
        foreach (var who in many) scene.Sits(who);
        scene.WouldCommit(many);
        scene.Does(Amina, new CloseRoll(1));
        scene.Commits(many);
        scene.Reveals(many[..119]);
        scene.Waits(Duration.FromSeconds(10));
        scene.Throws(Dice);
        Assert.Equal(6, scene.Journal.Leaves.OfType<SheetPage>().Count());
        Assert.Equal(119, scene.Council.Draws[0].Reveals!.Count);
        Assert.Null(NaiveDraw.Differs(scene.Journal.Leaves, scene.Quarter, scene.Journal.Leaves.OfType<DrawRevealed>().Single()));
    }
}
