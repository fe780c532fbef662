using Faubourg.Bench;
using Faubourg.Web.Rehearsal;

namespace Faubourg.Server.Tests.Rehearsal;

/// <summary>The first weeks of the ten years that benchmarks play, so that their script stays one that can be played.</summary>
public sealed class TenYearsTests(Stage stage) : IClassFixture<Stage>
{
    /// <summary>As far as a council that confirms what the one before gained.</summary>
    private const int Councils = 6;

    [Fact]
    public async Task Its_first_weeks_are_played_and_every_council_knows_its_gains()
    {
        using var script = new MemoryStream(TenYears.Script(Councils));
        var played = await new Player(stage.Http, Script.Read(script), Tempo.WithoutPauses).Play(TestContext.Current.CancellationToken);
        var quarter = await stage.Quarter(played.Slug);

        Assert.Equal(Councils * TenYears.TasksEach, quarter.Councils.Values.Sum(council => council.Tasks.Count));
        Assert.Equal(Councils * TenYears.GainsEach, quarter.Gains.Count);
        Assert.Equal(Councils - 1, quarter.Jars.Count);
        Assert.Contains(quarter.Gains.Values, gain => gain.ConfirmedBy(quarter) is not null);
        Assert.All(quarter.Councils.Values, council => Assert.Equal(quarter.Gains.Values.Where(gain => gain.Council == council.Number).Select(gain => gain.Number), council.GainNumbers));
    }
}
