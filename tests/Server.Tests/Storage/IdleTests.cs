using System.Globalization;
using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Storage;
using NodaTime;

namespace Faubourg.Server.Tests.Storage;

public sealed class IdleTests
{
    private static readonly Duration Long = Duration.FromMinutes(11);

    [Fact]
    public async Task A_quarter_nobody_asks_for_leaves_memory_and_is_the_same_when_asked_for_again()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        await host.Walk(quarter);
        var before = (StateJson.Of(quarter.Now.State), quarter.Record.Latest);
        var quarters = await host.Quarters();
        await quarters.LetIdleGo();
        Assert.Same(quarter, await host.Found());
        host.Clock.Pass(Long);
        await quarters.LetIdleGo();
        var again = await host.Found();
        Assert.NotSame(quarter, again);
        Assert.Equal(before, (StateJson.Of(again.Now.State), again.Record.Latest));
        await Assert.ThrowsAsync<NotStoredException>(() => Pin(quarter, 1));
        Assert.IsType<Accepted>(await Pin(again, 1));
    }

    [Fact]
    public async Task Whoever_watches_or_sits_in_council_keeps_it_in_memory()
    {
        await using var host = new Host();
        var (quarter, quarters) = (await host.Founded(), await host.Quarters());
        using (quarter.Watch(_ => { }))
        {
            host.Clock.Pass(Long);
            await quarters.LetIdleGo();
            Assert.Same(quarter, await host.Found());
        }
        await host.Walk(quarter, until: "first count of heads");
        host.Clock.Pass(Long);
        await quarters.LetIdleGo();
        Assert.Same(quarter, await host.Found());
        Assert.NotEmpty(quarter.Now.State.Living);
    }

    [Fact]
    public async Task What_comes_by_itself_comes_though_nobody_asks_for_the_quarter()
    {
        await using var host = new Host();
        var (quarter, quarters) = (await host.Founded(), await host.Quarters());
        await host.Walk(quarter);
        var slips = quarter.Now.State.Slips.Keys.ToArray();
        Assert.NotEmpty(slips);
        host.Clock.Pass(Long);
        await quarters.LetIdleGo();
        host.Clock.Pass(Duration.FromDays(400));
        await quarters.LetIdleGo();
        await quarters.LetIdleGo();
        Assert.All(slips, slip => Assert.Empty(TraceTests.Holding(host, slip)));
        Assert.Equal(0L, host.Column("SELECT count(*) FROM idempotency").Single());
    }

    [Fact]
    public async Task Let_go_again_and_again_while_many_act_it_loses_nothing_and_does_nothing_twice()
    {
        await using var host = new Host();
        await host.Founded();
        var quarters = await host.Quarters();
        var left = 200;
        var letting = Task.Run(async () =>
        {
            var generations = new HashSet<LiveQuarter>();
            while (Volatile.Read(ref left) > 0)
            {
                lock (host.Clock) host.Clock.Pass(Duration.FromDays(1));
                await quarters.LetIdleGo();
                generations.Add((await quarters.Find("les-lilas", default))!);
            }
            return generations.Count;
        });
        var revisions = await Task.WhenAll(Enumerable.Range(0, 200).Select(async n =>
        {
            await Task.Yield();
            var revision = await Once(quarters, n);
            Interlocked.Decrement(ref left);
            return revision;
        }));
        Assert.True(await letting > 1);
        Assert.Equal(200, revisions.Distinct().Count());
        var quarter = await host.Found();
        Assert.Equal(200, quarter.Now.State.Size - 1);
        await quarter.Record.Proof(200, default);
        Assert.Equal((201, 201), new WholeLog().Check(Directory.GetFiles(Path.Combine(host.Folder.Path, "quarters"), "*.db").Single()));
        Assert.Empty(host.Troubles);
    }

    /// <summary>As a page does: not knowing whether it was stored, it asks again under the same key. No room for a corner: a day later there is.</summary>
    private static async Task<long> Once(Quarters quarters, int n)
    {
        while (true)
        {
            try
            {
                if (await Pin((await quarters.Find("les-lilas", default))!, n) is Accepted done) return done.Revision;
                await Task.Yield();
            }
            catch (NotStoredException)
            {
                await Task.Yield();
            }
        }
    }

    private static Task<Answer> Pin(LiveQuarter quarter, int n) =>
        quarter.Submit(new PinCorner(Text.Of("Nowhere to sit")), Evening.Actor("Casimir"), n.ToString(CultureInfo.InvariantCulture), default);
}
