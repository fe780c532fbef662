using Faubourg.Domain.Councils;
using Faubourg.Domain.Seasons;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Seasons;

public sealed class RestWeekTests
{
    /// <summary>Scenes are founded on Tuesday 10 November 2026.</summary>
    private static readonly LocalDate Next = new(2026, 11, 16);

    [Fact]
    public void Three_devices_publish_that_there_is_no_council_this_week()
    {
        var scene = Founded();
        scene.Does(Amina, new RestWeek(Next));
        scene.Refuses<AlreadySaid>(Amina, new RestWeek(Next));
        scene.Does(Benoit, new RestWeek(Next));
        Assert.Empty(scene.Quarter.Rests);
        scene.Does(Chloe, new RestWeek(Next));
        Assert.Equal([Next], scene.Quarter.Rests.Keys);
        Assert.Empty(scene.Quarter.RestsSaid);
        Assert.Empty(scene.Journal.RoomRows);
        scene.Refuses<RestsAlready>(David, new RestWeek(Next));
    }

    [Fact]
    public void It_binds_nobody_and_everybody_sees_when_it_is_broken()
    {
        var scene = Founded();
        foreach (var who in All[..3]) scene.Does(who, new RestWeek(Next));
        scene.Does(Amina, new Convene(Bench() with { Kind = CouncilKind.Care }));
        Assert.Null(Week.Breaks(scene.Quarter, Next));
        scene.Does(Amina, new Convene(Bench()));
        Assert.Equal(2, Week.Breaks(scene.Quarter, Next)!.Number);
        scene.Does(Amina, new CallOff(2));
        Assert.Null(Week.Breaks(scene.Quarter, Next));
    }

    [Fact]
    public void A_week_with_a_council_is_no_rest()
    {
        var scene = Announced();
        scene.Refuses<CouncilsThatWeek>(Benoit, new RestWeek(Next));
        scene.Does(Benoit, new RestWeek(Next.PlusDays(7)));
    }

    [Fact]
    public void It_is_a_monday_of_this_week_or_of_the_next_eight()
    {
        var scene = Founded();
        foreach (var day in new[] { Next.PlusDays(1), Next.PlusDays(-14), Next.PlusDays(56), new LocalDate(9999, 12, 27), new LocalDate(-9998, 1, 1) })
            scene.Refuses<NoSuchWeek>(Amina, new RestWeek(day));
        scene.Does(Amina, new RestWeek(Next.PlusDays(-7)));
        scene.Does(Amina, new RestWeek(Next.PlusDays(49)));
    }

    [Fact]
    public void What_fewer_than_three_said_is_forgotten_when_the_week_is_over()
    {
        var scene = Founded();
        scene.Does(Amina, new RestWeek(Next));
        scene.WaitsUntil(Week.Ends(Next));
        Assert.Empty(scene.Quarter.RestsSaid);
        Assert.Empty(scene.Journal.RoomRows);
    }
}
