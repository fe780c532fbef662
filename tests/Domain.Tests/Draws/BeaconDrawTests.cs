using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Tests.Record.Audit;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Draws;

/// <summary>Councils of August and September 2023: of these rounds the signatures are known.</summary>
public sealed class BeaconDrawTests
{
    private const string Of123 = "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92";

    private const string Of657413 = "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b";

    /// <summary>The list is closed so that the round is announced, and no device would commit.</summary>
    private static Scene Awaiting(long round, int seats = 5)
    {
        var scene = CountedAt(Beacon.TimeOf(round) - Duration.FromMinutes(2), seats);
        foreach (var who in All[1..4]) scene.IsWilling(who, AnyRole);
        scene.WaitsUntil(Beacon.TimeOf(round) - Duration.FromSeconds(30));
        scene.Does(Amina, new CloseRoll(1, Way.Beacon));
        return scene;
    }

    [Theory, InlineData(123, Of123), InlineData(657413, Of657413)]
    public void Any_phone_brings_the_round_that_was_announced_and_nobody_has_to_confirm_it(long round, string signature)
    {
        var scene = Awaiting(round);
        Assert.Equal(round, Assert.Single(scene.Journal.Leaves.OfType<BeaconAnnounced>()).Round);
        scene.Waits(Duration.FromSeconds(30));
        scene.Does(Elise, new BringBeacon(1, round, $" {signature.ToUpperInvariant()}\n"));
        var draw = scene.Council.Draws[0];
        Assert.Equal((Way.Beacon, signature), (draw.Way, draw.Signature));
        Assert.EndsWith($"\ndrand;{Beacon.Chain};{round};{Beacon.Verify(round, signature)}\n", draw.Transcript, StringComparison.Ordinal);
        Assert.Equal(draw.Orders[Role.Facilitator][0], scene.Council.Calls[0].Number);
        Assert.Null(NaiveDraw.Differs(scene.Journal.Leaves, scene.Quarter, scene.Journal.Leaves.OfType<DrawRevealed>().Single()));
        Assert.Empty(new Forged([.. scene.Journal.Record]).Judged());
    }

    [Fact]
    public void Too_early_another_round_and_a_forged_signature_are_refused_in_words()
    {
        var scene = Awaiting(123);
        Assert.Equal(123, scene.Refuses<RoundNotYet>(Elise, new BringBeacon(1, 123, Of123)).Round);
        scene.Waits(Duration.FromSeconds(29.999));
        scene.Refuses<RoundNotYet>(Elise, new BringBeacon(1, 123, Of123));
        scene.Waits(Duration.FromSeconds(0.001));
        Assert.Equal(123, scene.Refuses<WrongRound>(Elise, new BringBeacon(1, 122, Of123)).Round);
        scene.Refuses<NotTheBeacon>(Elise, new BringBeacon(1, 123, Of657413));
        scene.Refuses<NotTheBeacon>(Elise, new BringBeacon(1, 123, "rubbish"));
        scene.Refuses<AnotherWayWasChosen>(Elise, new TypeDraw(1, Way.Dice, Dice, NoHat));
        Assert.Null(scene.Council.Draws[0].Way);
    }

    [Fact]
    public void With_devices_that_commit_the_round_comes_thirty_seconds_after_they_can_be_done()
    {
        var scene = CountedAt(Beacon.TimeOf(123) - Duration.FromMinutes(2));
        scene.WouldCommit(Benoit, Chloe, David);
        scene.WaitsUntil(Beacon.TimeOf(123) - Duration.FromSeconds(50));
        scene.Does(Amina, new CloseRoll(1, Way.Beacon));
        Assert.Equal(123, scene.Council.Draws[0].Round);
        scene.Commits(Benoit, Chloe, David);
        scene.Refuses<NumbersComeLater>(Elise, new BringBeacon(1, 123, Of657413));
        scene.Reveals(Benoit, Chloe);
        scene.Waits(Duration.FromSeconds(10));
        scene.Waits(Duration.FromSeconds(40));
        scene.Does(Elise, new BringBeacon(1, 123, Of123));
        Assert.Equal(2, scene.Council.Draws[0].Reveals!.Count);
        Assert.Null(NaiveDraw.Differs(scene.Journal.Leaves, scene.Quarter, scene.Journal.Leaves.OfType<DrawRevealed>().Single()));
        Assert.Empty(new Forged([.. scene.Journal.Record]).Judged());
    }

    /// <summary>Who knows the round while reveals come in could choose whether to make theirs: the draw is to be given up.</summary>
    [Fact]
    public void Whoever_has_the_round_while_devices_still_commit_or_reveal_proves_that_the_clock_is_behind()
    {
        var scene = CountedAt(Beacon.TimeOf(123) - Duration.FromMinutes(2));
        scene.WouldCommit(Benoit, Chloe);
        scene.WaitsUntil(Beacon.TimeOf(123) - Duration.FromSeconds(50));
        scene.Does(Amina, new CloseRoll(1, Way.Beacon));
        Assert.Equal(123, scene.Refuses<ClockIsBehind>(Elise, new BringBeacon(1, 123, Of123)).Round);
        scene.Commits(Benoit, Chloe);
        scene.Refuses<ClockIsBehind>(Elise, new BringBeacon(1, 123, Of123));
        scene.Reveals(Benoit, Chloe);
        // Nothing can be told from it any more: it may have come after the reveals.
        scene.Refuses<RoundNotYet>(Elise, new BringBeacon(1, 123, Of123));
    }

    [Fact]
    public void A_reveal_that_reaches_the_record_only_after_the_round_counts_as_missing()
    {
        var scene = CountedAt(Beacon.TimeOf(123) - Duration.FromMinutes(2));
        scene.WouldCommit(Benoit, Chloe);
        scene.WaitsUntil(Beacon.TimeOf(123) - Duration.FromSeconds(50));
        scene.Does(Amina, new CloseRoll(1, Way.Beacon));
        scene.Commits(Benoit, Chloe);
        scene.Reveals(Benoit);
        // The host stands still until the round is out.
        scene.Minutes(2);
        Assert.Equal(2, scene.Journal.Leaves.OfType<RevealsClosed>().Single().Missing);
        scene.Does(Elise, new BringBeacon(1, 123, Of123));
        Assert.Empty(scene.Council.Draws[0].Reveals!);
        Assert.Empty(new Forged([.. scene.Journal.Record]).Judged());
    }

    [Fact]
    public void Without_a_signal_it_is_given_up_and_after_the_round_only_by_more_than_half()
    {
        var scene = Awaiting(123, seats: 7);
        Assert.Equal(3, AbandonDraw.Needed(scene.Council, scene.Now));
        scene.Waits(Duration.FromSeconds(30));
        Assert.Equal(4, AbandonDraw.Needed(scene.Council, scene.Now));
        foreach (var who in All[..4]) scene.Does(who, new AbandonDraw(1));
        Assert.Equal(DrawPhase.Known, scene.Council.Draws[0].Abandoned);
        scene.Does(Amina, new CloseRoll(1));
        scene.Throws(Dice);
        Assert.Empty(new Forged([.. scene.Journal.Record]).Judged());
    }
}
