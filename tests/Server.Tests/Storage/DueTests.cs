using Faubourg.Domain.Councils;
using NodaTime;

namespace Faubourg.Server.Tests.Storage;

public sealed class DueTests
{
    [Fact]
    public async Task What_became_due_while_the_host_was_down_is_done_at_its_start()
    {
        await using var host = new Host();
        await host.Walk(await host.Founded(), until: "add a task");
        await host.Close();
        host.Clock.Pass(Duration.FromHours(5));
        var quarters = await host.Quarters();
        var council = (await quarters.Find("les-lilas", default))!.Now.State.Councils[1];
        Assert.Equal((Outcome.Decided, Ending.Time), (council.Outcome, council.Ending));
        Assert.True(council.DissolvedAt < host.Clock.Now - Duration.FromHours(2));
        Assert.Empty(TraceTests.Holding(host, "Brunhilde"));
    }

    [Fact]
    public async Task A_council_ends_in_its_time_though_nobody_acts()
    {
        await using var host = new Host();
        var quarter = await (await host.Quarters()).Found("probe", Evening.Wish with { Rehearsal = true }, default);
        await host.Walk(quarter, until: "first count of heads");
        var ended = new TaskCompletionSource();
        using var watch = quarter.Watch(p => { if (p.State.Councils[1].IsOver) ended.TrySetResult(); });
        var end = quarter.Now.State.Councils[1].EndsAt;
        quarter.SetClock(end - Duration.FromMilliseconds(300));
        Assert.False(quarter.Now.State.Councils[1].IsOver);
        // The world's clock of this host goes on while its timer runs.
        host.Clock.Pass(Duration.FromMilliseconds(300));
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(Ending.Time, quarter.Now.State.Councils[1].Ending);
    }

    [Fact]
    public async Task The_clock_of_a_rehearsal_is_kept_and_brings_what_is_due()
    {
        await using var host = new Host();
        var quarter = await (await host.Quarters()).Found("probe", Evening.Wish with { Rehearsal = true }, default);
        await host.Walk(quarter, until: "first count of heads");
        quarter.SetClock(quarter.Now.State.Councils[1].EndsAt);
        Assert.True(quarter.Now.State.Councils[1].IsOver);
        var ahead = quarter.Clock() - host.Clock.Now;
        await host.Close();
        quarter = (await (await host.Quarters()).Find("probe", default))!;
        Assert.Equal(ahead, quarter.Clock() - host.Clock.Now);
    }

    [Fact]
    public async Task Only_a_rehearsal_has_a_clock_that_can_be_set()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        Assert.Throws<InvalidOperationException>(() => quarter.SetClock(host.Clock.Now + Duration.FromHours(1)));
    }

    [Fact]
    public async Task Time_never_runs_back()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        await host.Take(quarter, Evening.Steps().First());
        var at = quarter.Now.State.At;
        host.Clock.Pass(Duration.FromHours(-3));
        Assert.Equal(at, quarter.Clock());
    }
}
