using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Record;
using Faubourg.Domain.Tests.Histories;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Draws;

/// <summary>
/// Once the list is closed, no choice that anybody makes changes who is drawn, unless the draw is given up in sight. Amina types what lies
/// on the table and Benoît says "yes" to that alone; all others, and whoever comes late, do their worst together. (Two phones that
/// agree on numbers nobody threw are seen by the whole room: that is what the wall and the doubt are for.)
/// </summary>
public sealed class AdversaryTests
{
    private static readonly int Histories = Environment.GetEnvironmentVariable("FAUBOURG_LONG") is null ? 400 : 10_000;

    private const int Acts = 30;

    private static readonly string[] Bad = [Chloe, David, Elise, Farid, Gaelle, Hugo, "late one", "late other"];

    private const string Slips = "0412;7731;9086";

    /// <summary>Everybody would take a role or a place; the list is closed.</summary>
    private static Scene Closed(Way way, bool lot)
    {
        var scene = lot ? Scene.Hearing(seats: 8) : Counted(8);
        if (lot) scene.Does(Amina, new OpenLot(1, new Lot(Role.Juror, 3)));
        scene.WouldCommit(All);
        scene.Does(Amina, new CloseRoll(1, way));
        return scene;
    }

    private static ImmutableSortedDictionary<Role, ImmutableArray<int>> OnTheTable(Draw draw) =>
        draw.Eligible.ToImmutableSortedDictionary(hat => hat.Key, hat => hat.Value.Reverse().ToImmutableArray());

    private static TypeDraw Typing(Draw draw) => draw.Chosen switch
    {
        Way.Hat => new TypeDraw(1, Way.Hat, null, OnTheTable(draw)),
        Way.Slips => new TypeDraw(1, Way.Slips, Slips, NoHat),
        _ => new TypeDraw(1, Way.Dice, Dice, NoHat),
    };

    private static bool IsOnTheTable(TypedDraw typed, Draw draw) => typed.Way == Way.Hat
        ? OnTheTable(draw).All(hat => typed.Hat.GetValueOrDefault(hat.Key, []).SequenceEqual(hat.Value))
        : typed.Numbers == (typed.Way == Way.Slips ? Slips : Dice);

    [Theory]
    [InlineData(Way.Dice, false), InlineData(Way.Dice, true), InlineData(Way.Slips, false), InlineData(Way.Hat, true)]
    public void From_the_closed_reveals_on_nothing_that_anybody_does_changes_who_is_drawn(Way way, bool lot)
    {
        var scene = Closed(way, lot);
        if (way != Way.Hat)
        {
            scene.Commits(All);
            scene.Reveals(All[..6]);
            scene.Waits(Duration.FromSeconds(10));
        }
        var honest = Finished(new Fork(scene.Quarter, scene.Now, "honest"));
        var (done, givenUp) = (0, 0);
        for (var n = 0; n < Histories; n++)
        {
            var fork = Worst(new Fork(scene.Quarter, scene.Now, $"{n}"), new Fate((ulong)n));
            var abandoned = fork.Happened.OfType<DrawAbandoned>().FirstOrDefault();
            if (abandoned is { Draw: var given } && given == honest.Number)
            {
                givenUp++;
                Assert.NotNull(fork.Council.Draws[given - 1].Abandoned);
                Assert.DoesNotContain(fork.Happened, e => e is DrawRevealed r && r.Draw == given);
                continue;
            }
            done++;
            Finished(fork);
            var draw = fork.Council.Draws[honest.Number - 1];
            Assert.Equal(honest.Transcript, draw.Transcript);
            Assert.All(honest.Orders, order => Assert.Equal(order.Value, draw.Orders[order.Key]));
        }
        Assert.True(done > Histories / 4 && givenUp > 0, $"{done} done, {givenUp} given up");
    }

    [Theory, InlineData(Way.Dice, false), InlineData(Way.Slips, true)]
    public void From_the_closed_list_on_all_that_they_can_change_is_in_the_record_before_a_number_is_typed(Way way, bool lot)
    {
        var scene = Closed(way, lot);
        var hats = scene.Council.Draws[^1].Eligible;
        var first = scene.Journal.Leaves.ToArray();
        for (var n = 0; n < Histories; n++)
        {
            var fork = new Fork(scene.Quarter, scene.Now, $"{n}");
            var fate = new Fate((ulong)n);
            Commit(fork, fate);
            Worst(fork, fate);
            if (fork.Happened.Any(e => e is DrawAbandoned)) continue;
            while (fork.Room.Draw?.Ends is not null) fork.Waits(Duration.FromSeconds(5));
            var draw = Finished(fork);
            Assert.Equal(hats, draw.Eligible);
            var (closed, typed) = (fork.Happened.FindIndex(e => e is RevealsClosed or CommitmentsClosed { Lines: 0 }), fork.Happened.FindIndex(e => e is DrawTyped));
            Assert.True(closed >= 0 && closed < typed, "typed before reveals were closed");
            var leaves = first.Concat(fork.Happened.OfType<PublicEvent>());
            Assert.Null(NaiveDraw.Differs(leaves, fork.Quarter, fork.Happened.OfType<DrawRevealed>().First()));
        }
    }

    /// <summary>Honest or not, some commit, and some of those reveal.</summary>
    private static void Commit(Fork fork, Fate fate)
    {
        var name = Vl1.NameOf(Origin, 1, fork.Draw.Number);
        foreach (var who in All.Where(_ => !fate.OneIn(4)))
            fork.Tries(who, new CommitNonce(1, Phases.CommitmentOf(name, fork.Room.NumberOf(SeatOf(fork, who)) ?? 0, Hash.Of(who))));
        if (!fate.OneIn(3)) fork.Waits(Duration.FromSeconds(10));
        foreach (var who in All.Where(_ => !fate.OneIn(3))) fork.Tries(who, new RevealNonce(1, Hash.Of(who)));
    }

    private static Seat SeatOf(Fork fork, string who) => fork.Room.Seats[fork.Room.Devices[who]];

    /// <summary>Thirty acts of whoever wants another result.</summary>
    private static Fork Worst(Fork fork, Fate fate)
    {
        for (var i = 0; i < Acts && fork.Council.Room is not null; i++)
        {
            if (fate.OneIn(8)) fork.Waits(Duration.FromSeconds(fate.Of(1, 10, 61)));
            var who = fate.Of(Bad);
            if (Trick(fork, fate, who) is { } act) fork.Tries(who, act);
        }
        return fork;
    }

    private static Act? Trick(Fork fork, Fate fate, string who)
    {
        var room = fork.Room;
        var typed = room.Draw?.Typed;
        return fate.Below(19) switch
        {
            0 => new LeaveSeat(1),
            1 or 2 or 3 => new TakeSeat(1, new Ticket(Token: Door.Token(room, fork.Now)), null, SlipOf(who)),
            4 => new SeatBeside(1, null),
            5 => new SayWilling(1, [.. Enum.GetValues<Role>()], true, ImmutableSortedDictionary<Role, string>.Empty, [], true),
            6 => new CloseRoll(1, fate.Of(Enum.GetValues<Way>())),
            7 => new CommitNonce(1, Hash.Of($"{who}{fate.Below(3)}")),
            8 => new RevealNonce(1, fate.OneIn(2) ? Hash.Of($"{who}'s secret of {fork.Council.Draws.Length}") : Hash.Of(who)),
            9 => new TypeDraw(1, Way.Dice, fate.Of("11111111", "66666666", Dice), NoHat),
            10 => new TypeDraw(1, Way.Slips, fate.Of("0000 0000 0000", Slips), NoHat),
            11 => new TypeDraw(1, Way.Hat, null, fork.Draw.Eligible),
            12 => new ConfirmDraw(1, false),
            // They say "yes" where it is so: more they cannot, or the room would see.
            13 => typed is not null && IsOnTheTable(typed, fork.Draw) ? new ConfirmDraw(1, true) : null,
            14 => new AbandonDraw(1),
            15 => new OpenLot(1, new Lot(Role.Juror, 1 + fate.Below(4), fate.OneIn(2), fate.OneIn(2), fate.OneIn(2))),
            // Two who vouch for a third could take anybody's seat, in everybody's sight: here they keep to their own.
            16 => new ReclaimSeat(1, fate.Any(room.Seats.Values.Where(s => s.Device != Amina && s.Device != Benoit))!.Mark, new Ticket(Token: Door.Token(room, fork.Now)), SlipOf(who)),
            17 => new VouchFor(1, fate.Any(room.Reclaims.Keys)),
            _ => new BringBeacon(1, 123, "rubbish"),
        };
    }

    /// <summary>Amina types what lies on the table, Benoît says whether something else was typed.</summary>
    private static Draw Finished(Fork fork)
    {
        var number = fork.Room.Draw?.Number ?? fork.Council.Draws.First(d => !d.IsOpen && d.Abandoned is null && d.Number == fork.Council.Draws.Max(o => o.Number)).Number;
        while (fork.Room.Draw is { } open && open.Number == number)
        {
            if (open.Typed is { } typed) Assert.True(fork.Tries(Benoit, new ConfirmDraw(1, IsOnTheTable(typed, fork.Draw))));
            else Assert.True(fork.Tries(Amina, Typing(fork.Draw)));
        }
        return fork.Council.Draws[number - 1];
    }

    [Fact]
    public void Whoever_withholds_bets_on_numbers_that_do_not_exist_yet_and_gains_nothing_by_it()
    {
        // Four of six withhold or not, as they like: sixteen seeds to choose from, had they known the dice.
        const int People = 6, Colluders = 4, Draws = 6000;
        int[] everybody = [.. Enumerable.Range(1, People)];
        string[] nonces = [.. everybody.Select(n => Hash.Of($"nonce {n}"))];
        ImmutableArray<string> commitments = [.. everybody.Select(n => $"{n};{Phases.CommitmentOf("d/1/1", n, nonces[n - 1])}")];
        int First(int withheld, int throwing)
        {
            var shown = everybody.Where(n => n > Colluders || (withheld >> (n - 1) & 1) == 0).ToDictionary(n => n, n => nonces[n - 1]);
            var seed = Vl1.Seed(Vl1.Transcript("d/1/1", everybody.Select(n => $"{n};mark-{n}"), commitments, shown, [$"dice;{throwing}"]));
            return everybody.MinBy(n => Vl1.Ticket(seed, "facilitator", n), StringComparer.Ordinal);
        }
        var (betting, knowing) = (0, 0);
        for (var throwing = 0; throwing < Draws; throwing++)
        {
            // They bet on the dice of the throw before; it is as good as any other bet.
            var best = Enumerable.Range(0, 1 << Colluders).FirstOrDefault(w => First(w, throwing - 1) == 1);
            if (First(best, throwing) == 1) betting++;
            if (throwing < 200 && Enumerable.Range(0, 1 << Colluders).Any(w => First(w, throwing) == 1)) knowing++;
        }
        // One in six, within four standard deviations of it; with the dice known beforehand it would be nineteen in twenty.
        Assert.InRange(betting / (double)Draws, 1.0 / People - 0.0193, 1.0 / People + 0.0193);
        Assert.True(knowing > 170, $"{knowing}");
    }

    [Fact]
    public void Those_who_step_back_together_hand_their_place_to_whoever_is_next_and_cannot_say_to_whom()
    {
        for (var n = 0; n < 100; n++)
        {
            var fate = new Fate((ulong)n);
            var scene = Closed(Way.Dice, lot: true);
            scene.Waits(Duration.FromSeconds(10));
            var fork = new Fork(scene.Quarter, scene.Now, $"{n}");
            Assert.True(fork.Tries(Amina, new TypeDraw(1, Way.Dice, $"1234{1 + fate.Below(6)}{1 + fate.Below(6)}{1 + fate.Below(6)}{1 + fate.Below(6)}{1 + fate.Below(6)}", NoHat)));
            Assert.True(fork.Tries(Benoit, new ConfirmDraw(1, true)));
            var roll = fork.Room.Rolls[2];
            var order = fork.Draw.Orders[Role.Juror].Select(number => fork.Room.Seats[roll[number]].Device!).ToArray();
            string[] colluders = [.. order.Where(_ => fate.OneIn(2))];
            while (fate.Any(Serving(fork).Intersect(colluders)) is { } next)
            {
                Assert.True(fork.Tries(next, new StepBack(1, Role.Juror)));
                if (fate.OneIn(3)) fork.Tries(fate.Of(colluders), new CloseRoll(1));
            }
            Assert.Equal(order.Except(colluders).Take(3), Serving(fork).OrderBy(who => Array.IndexOf(order, who)));
            Assert.Equal(2, fork.Council.Draws.Length);
        }
    }

    private static string[] Serving(Fork fork) => [.. fork.Room.Serving[Role.Juror].Select(n => fork.Room.Seats[n].Device!)];
}
