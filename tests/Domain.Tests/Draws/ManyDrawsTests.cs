using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Tests.Histories;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Draws;

/// <summary>Ten thousand draws of councils that went as they liked, each worked out once more from its leaves by <see cref="NaiveDraw"/>.</summary>
public sealed class ManyDrawsTests
{
    private const int Draws = 10_000;

    private const int InOneCouncil = 50;

    [Fact]
    public void Ten_thousand_draws_come_to_the_same_twice() =>
        Parallel.For(0, Draws / InOneCouncil, n =>
        {
            var fate = new Fate((ulong)n);
            var scene = Counted(3 + fate.Below(5));
            Revealed(scene, fate);
            scene.MovesOn();
            for (var more = 1; more < InOneCouncil; more++)
            {
                scene.Does(Amina, new OpenLot(1, new Lot(fate.Of(Role.Juror, Role.Keeper, Role.Mediator, Role.Delegate, Role.Alternate), 1 + fate.Below(4), fate.OneIn(2))));
                Revealed(scene, fate);
            }
        });

    /// <summary>Until numbers were confirmed: some draws are given up, some devices withhold, some numbers are doubted.</summary>
    private static void Revealed(Scene scene, Fate fate)
    {
        Will(scene, fate);
        while (true)
        {
            scene.Does(Amina, new CloseRoll(1, fate.Of(Way.Dice, Way.Slips)));
            Commit(scene, fate);
            var typed = fate.Of([.. Enumerable.Range(8, 56)]);
            if (fate.OneIn(12))
            {
                foreach (var who in new[] { Amina, Benoit, Chloe }) scene.Does(who, new AbandonDraw(1));
                continue;
            }
            scene.Does(Benoit, scene.Council.Draws[^1].Chosen == Way.Slips
                ? new TypeDraw(1, Way.Slips, $"{fate.Below(10_000):0000} {fate.Below(10_000):0000} {fate.Below(10_000):0000}", NoHat)
                : new TypeDraw(1, Way.Dice, string.Concat(Enumerable.Range(0, typed).Select(_ => 1 + fate.Below(6))), NoHat));
            scene.Does(Amina, new ConfirmDraw(1, true));
            break;
        }
        Assert.Null(NaiveDraw.Differs(scene.Journal.Leaves.Reverse().Take(40).Reverse(), scene.Quarter, scene.Journal.Leaves.OfType<DrawRevealed>().Last()));
    }

    private static void Will(Scene scene, Fate fate)
    {
        Role[] roles = scene.Council.Lot is { Role: var role } ? [role] : AnyRole;
        foreach (var seat in scene.Room.Present.Where(s => s.Device != Amina || !fate.OneIn(4)))
            scene.Does(seat.Device!, new SayWilling(1, [.. roles], fate.OneIn(3), ImmutableSortedDictionary<Role, string>.Empty, [], Commits: !fate.OneIn(3)));
    }

    private static void Commit(Scene scene, Fate fate)
    {
        string[] on = [.. scene.Room.Roll.Values.Select(n => scene.Room.Seats[n].Device!)];
        foreach (var who in on)
            if (scene.Room.Draw!.Phase == DrawPhase.Committing && !fate.OneIn(5)) scene.Commits(who);
        while (scene.Room.Draw!.Ends is not null)
        {
            foreach (var who in on)
                if (scene.Room.Draw!.Phase == DrawPhase.Revealing && !fate.OneIn(5)) scene.Tries(who, new RevealNonce(1, scene.NonceOf(who)));
            if (scene.Room.Draw!.Ends is not null) scene.Waits(Duration.FromSeconds(10));
        }
    }
}
