using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Seasons;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;
using static Faubourg.Domain.Tests.Seasons.Carried;

namespace Faubourg.Domain.Tests.Seasons;

public sealed class OpenBurstTests
{
    [Fact]
    public void Busy_weeks_begin_72_hours_after_the_minutes_and_quiet_follows_them()
    {
        var scene = Founded().Carries(new OpenBurst(21, 14));
        var season = Season.Latest(scene.Quarter)!;
        Assert.Equal(scene.Council.DissolvedAt!.Value + Amendment.Delay, season.From);
        Assert.Equal(season.From + 21 * Day, season.QuietFrom);
        Assert.Equal(season.QuietFrom + 14 * Day, season.Until);
        Assert.Equal(
            [SeasonPhase.Ahead, SeasonPhase.Busy, SeasonPhase.Quiet, SeasonPhase.Over],
            new[] { season.From - Duration.Epsilon, season.From, season.QuietFrom, season.Until }.Select(season.At));
    }

    [Fact]
    public void In_the_quiet_only_what_the_quiet_is_for_is_announced()
    {
        var scene = Founded().Carries(new OpenBurst(21, 14));
        var season = Season.Latest(scene.Quarter)!;
        scene.WaitsUntil(season.From);
        scene.Does(Amina, new Convene(Bench(season.QuietFrom - Duration.FromMinutes(1))));
        Assert.Equal(season.Until, scene.Refuses<InTheQuiet>(Amina, new Convene(Bench(season.QuietFrom))).Until);
        foreach (var kind in new[] { CouncilKind.Care, CouncilKind.Reflection, CouncilKind.Mending, CouncilKind.Urgent })
            scene.Does(Amina, new Convene(Bench(season.QuietFrom) with { Kind = kind }));
        scene.Refuses<InTheQuiet>(Amina, new Change(2, Bench(season.Until - Duration.FromMinutes(1))));
        scene.Does(Amina, new Change(2, Bench(season.Until)));
        scene.Does(Amina, new Convene(Bench(season.Until)));
    }

    [Fact]
    public void A_burst_that_is_not_in_force_yet_binds_nobody()
    {
        var scene = Founded().Carries(new OpenBurst(1, 7));
        var season = Season.Latest(scene.Quarter)!;
        scene.Does(Amina, new Convene(Bench(season.QuietFrom)));
    }

    [Fact]
    public void No_season_begins_before_the_last_is_over()
    {
        var scene = Founded().Carries(new OpenBurst(7, 7));
        var season = Season.Latest(scene.Quarter)!;
        var next = scene.Next();
        Assert.Equal(season.Until, next.Refuses<SeasonIsOn>(Amina, Of(next, new OpenBurst(7, 7))).Until);
        next.WaitsUntil(season.Until);
        var after = next.Carries(new OpenBurst(7, 7));
        Assert.True(Season.Latest(after.Quarter)!.From > season.Until);
    }

    [Theory]
    [InlineData(29, 7)]
    [InlineData(0, 7)]
    [InlineData(7, 6)]
    [InlineData(7, 29)]
    public void Busy_weeks_are_bounded(int days, int quiet)
    {
        var scene = Founded().Next();
        scene.Refuses<WrongBurst>(Amina, Of(scene, new OpenBurst(days, quiet)));
    }

    [Fact]
    public void Where_two_councils_decide_at_once_the_second_has_no_effect()
    {
        var scene = Founded().Carries(new OpenBurst(7, 7));
        scene.Happens(new BurstOpened(9, 28, 28));
        Assert.Equal(1, Assert.Single(scene.Quarter.Bursts).Number);
    }

    [Fact]
    public void What_another_council_says_no_to_never_begins()
    {
        var scene = Founded().Carries(new OpenBurst(7, 7));
        var other = new Scene(scene) { Number = 2 };
        other.Decides(2, Touches.Amendment, notice: Duration.FromHours(30), amendment: 1);
        Assert.Null(Season.Latest(other.Quarter));
    }
}
