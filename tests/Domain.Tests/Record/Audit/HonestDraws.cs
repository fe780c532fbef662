using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Record.Audit;

/// <summary>Draws as they really went, to be forged.</summary>
internal static class HonestDraws
{
    private static readonly string[] Willing = [Benoit, Chloe, David, Elise];

    /// <summary>One that was given up once its numbers were known, one with a device that withheld, and a jury of which one stepped back.</summary>
    public static ImmutableArray<(PublicEvent, Instant)> Three()
    {
        var scene = Counted(7);
        scene.WouldCommit(Willing);
        scene.Does(Amina, new CloseRoll(1));
        scene.Commits(Willing);
        scene.Reveals(Willing);
        scene.Does(Amina, new TypeDraw(1, Way.Dice, "11111111", NoHat));
        scene.Does(Benoit, new ConfirmDraw(1, false));
        foreach (var who in All[..4]) scene.Does(who, new AbandonDraw(1));
        scene.Does(Amina, new CloseRoll(1));
        scene.Commits(Willing);
        scene.Reveals(Willing[..3]);
        scene.Waits(Duration.FromSeconds(10));
        scene.Throws(Dice);
        scene.MovesOn();
        scene.Does(Amina, new OpenLot(1, new Lot(Role.Juror, 3)));
        scene.WouldCommit(All[..6]);
        scene.Does(Amina, new CloseRoll(1, Way.Slips));
        scene.Waits(Duration.FromSeconds(10));
        scene.Does(Amina, new TypeDraw(1, Way.Slips, "0412 7731 9086", NoHat));
        scene.Does(Benoit, new ConfirmDraw(1, true));
        scene.Does(scene.Room.Seats[scene.Room.Serving[Role.Juror][0]].Device!, new StepBack(1, Role.Juror));
        scene.WaitsUntil(scene.Council.EndsAt);
        return [.. scene.Journal.Record];
    }

    /// <summary>Of the evening in August 2023 whose round's signature is known.</summary>
    public static ImmutableArray<(PublicEvent, Instant)> ByTheBeacon()
    {
        var scene = CountedAt(Beacon.TimeOf(123) - Duration.FromMinutes(2));
        scene.WouldCommit(Benoit, Chloe);
        scene.WaitsUntil(Beacon.TimeOf(123) - Duration.FromSeconds(50));
        scene.Does(Amina, new CloseRoll(1, Way.Beacon));
        scene.Commits(Benoit, Chloe);
        scene.Reveals(Benoit, Chloe);
        scene.WaitsUntil(Beacon.TimeOf(123));
        scene.Does(David, new BringBeacon(1, 123, "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"));
        return [.. scene.Journal.Record];
    }
}
