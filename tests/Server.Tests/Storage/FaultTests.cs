using Faubourg.Domain.Councils;
using Faubourg.Storage;
using NodaTime;

namespace Faubourg.Server.Tests.Storage;

/// <summary>Each step of an evening × (not stored | stored, but the answer was lost).</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task Not_stored_nothing_happened_and_asked_again_it_is_done_once()
    {
        await using var bench = await Bench.Founded();
        foreach (var step in Evening.Steps())
        {
            var (act, actor) = await Prepare(bench, step);
            var before = bench.Quarter.Now;

            bench.Disk.OnAppend = Fault.NotStored;
            await Assert.ThrowsAsync<NotStoredException>(() => bench.Quarter.Submit(act, actor, step.Key, default));
            Assert.Same(before, bench.Quarter.Now);
            Assert.Equal(StateJson.Of(before.State), StateJson.Of(bench.OnDisk()));

            var again = Assert.IsType<Accepted>(await bench.Quarter.Submit(act, actor, step.Key, default));
            Assert.Equal(before.Revision + 1, again.Revision);
            Assert.Equal(StateJson.Of(bench.OnDisk()), StateJson.Of(bench.Quarter.Now.State));
        }
        Assert.Equal(Outcome.Decided, bench.Quarter.Now.State.Councils[1].Outcome);
    }

    [Fact]
    public async Task Stored_with_its_answer_lost_an_act_asked_again_answers_from_the_row_there_is()
    {
        await using var bench = await Bench.Founded();
        foreach (var step in Evening.Steps())
        {
            var (act, actor) = await Prepare(bench, step);
            var before = bench.Quarter.Now;

            bench.Disk.OnAppend = Fault.AnswerLost;
            await Assert.ThrowsAsync<NotStoredException>(() => bench.Quarter.Submit(act, actor, step.Key, default));
            Assert.Same(before, bench.Quarter.Now);

            var again = Assert.IsType<Accepted>(await bench.Quarter.Submit(act, actor, step.Key, default));
            Assert.Equal((before.Revision + 1, before.Revision + 1), (again.Revision, bench.Quarter.Now.Revision));
            Assert.NotEmpty(again.Events);
            Assert.Equal(StateJson.Of(bench.OnDisk()), StateJson.Of(bench.Quarter.Now.State));
        }
        Assert.Equal(Outcome.Decided, bench.Quarter.Now.State.Councils[1].Outcome);
    }

    [Fact]
    public async Task While_the_disk_cannot_be_read_everybody_is_told_so_and_afterwards_all_goes_on()
    {
        await using var bench = await Bench.Founded();
        var (act, actor) = await Prepare(bench, Evening.Steps().First());
        (bench.Disk.OnAppend, bench.Disk.CannotRead) = (Fault.NotStored, true);
        for (var i = 0; i < 3; i++) await Assert.ThrowsAsync<NotStoredException>(() => bench.Quarter.Submit(act, actor, "key", default));
        Assert.Equal(1, bench.Disk.Appends - 1);
        bench.Disk.CannotRead = false;
        Assert.IsType<Accepted>(await bench.Quarter.Submit(act, actor, "key", default));
    }

    [Fact]
    public async Task A_watcher_that_fails_stops_nobody()
    {
        await using var bench = await Bench.Founded();
        var seen = new List<long>();
        using var broken = bench.Quarter.Watch(_ => throw new InvalidOperationException("broken"));
        using (bench.Quarter.Watch(published => seen.Add(published.Revision)))
        {
            var (act, actor) = await Prepare(bench, Evening.Steps().First());
            await bench.Quarter.Submit(act, actor, null, default);
        }
        var (second, by) = await Prepare(bench, Evening.Steps().ElementAt(1));
        await bench.Quarter.Submit(second, by, null, default);
        Assert.Equal([2], seen);
        Assert.Equal(2, bench.Troubles.Count);
    }

    [Fact]
    public async Task Whoever_asks_a_quarter_that_was_closed_may_ask_again()
    {
        await using var bench = await Bench.Founded();
        var (act, actor) = await Prepare(bench, Evening.Steps().First());
        await bench.Quarter.DisposeAsync();
        await Assert.ThrowsAsync<NotStoredException>(() => bench.Quarter.Submit(act, actor, "key", default));
    }

    internal static async Task Take(Bench bench, EveningStep step)
    {
        var (act, actor) = await Prepare(bench, step);
        Assert.IsType<Accepted>(await bench.Quarter.Submit(act, actor, step.Key, default));
    }

    internal static async Task<(Domain.Act Act, Domain.Actor Actor)> Prepare(Bench bench, EveningStep step)
    {
        bench.Clock.Pass(step.After);
        await bench.Quarter.Tick();
        if (step.Before is { } next) await Host.Reach(bench.Quarter, next);
        var state = bench.Quarter.Now.State;
        return (step.Act(state, bench.Quarter.Clock()), step.By(state));
    }
}
