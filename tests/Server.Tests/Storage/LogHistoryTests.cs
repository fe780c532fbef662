using CsCheck;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Storage;
using NodaTime;

namespace Faubourg.Server.Tests.Storage;

/// <summary>Random histories of acts, seconds, failing disks and machines that stop: the log stands after every step of each.</summary>
public sealed class LogHistoryTests
{
    private const int Histories = 25;

    private enum Kind { Pin, Many, TakeBack, Pass, Fail, Stop, Start }

    [Fact]
    public void Whatever_happens_in_whatever_order_no_size_has_two_roots_and_nothing_accepted_is_lost() =>
        Gen.Select(Gen.Enum<Kind>(), Gen.Int[0, 60]).Array[5, 30]
            .Sample(history => Play(history).GetAwaiter().GetResult(), iter: Histories, threads: 1);

    private static async Task Play((Kind Kind, int Number)[] history)
    {
        await using var bench = await Bench.Founded();
        var log = new WholeLog();
        var accepted = new HashSet<long>();
        foreach (var (n, (kind, number)) in history.Index())
        {
            await Do(bench, kind, number, n, accepted);
            if (kind is not (Kind.Fail or Kind.Stop)) Whole(bench, log, accepted);
        }
        bench.Probe = null;
        await bench.Restart();
        bench.Clock.Pass(Duration.FromSeconds(1));
        await bench.Quarter.Tick();
        Whole(bench, log, accepted);
        Assert.Equal(bench.Quarter.Now.State.Size, bench.Quarter.Record.Size);
        Assert.DoesNotContain(bench.Quarter.Now.State.Texts, t => t.Value.Value is null && !bench.Quarter.Now.State.Erased.ContainsKey(t.Key));
    }

    private static async Task Do(Bench bench, Kind kind, int number, int n, HashSet<long> accepted)
    {
        switch (kind)
        {
            case Kind.Pin: await Ask(bench, new PinCorner(Text.Of($"Corner {n}", $"slip {number % 5}")), $"{n}", accepted); break;
            case Kind.Many: await Task.WhenAll(Enumerable.Range(0, number).Select(i => Ask(bench, new PinCorner(Text.Of($"Corner {n} {i}")), $"{n} {i}", accepted))); break;
            case Kind.TakeBack: await Ask(bench, new TakeNameBack($"slip {number % 5}"), $"{n}", accepted); break;
            case Kind.Pass: bench.Clock.Pass(number % 3 == 0 ? Duration.FromDays(31) : Duration.FromMilliseconds(number * 40)); break;
            case Kind.Fail: Arm(bench, number, forGood: false); break;
            case Kind.Stop: Arm(bench, number, forGood: true); break;
            case Kind.Start:
                bench.Probe = null;
                await bench.Restart();
                break;
        }
    }

    private static async Task Ask(Bench bench, Act act, string key, HashSet<long> accepted)
    {
        try
        {
            if (await bench.Quarter.Submit(act, Evening.Actor("Casimir"), key, default) is Accepted done)
                lock (accepted) accepted.Add(done.Revision);
        }
        catch (NotStoredException)
        {
            // Nobody was told that it is done.
        }
    }

    private static void Arm(Bench bench, int at, bool forGood)
    {
        var (count, fired) = (0, false);
        bench.Probe = (step, _) =>
        {
            if (fired ? !forGood : count++ != at) return;
            fired = true;
            throw new IOException($"The disk failed at {step}.");
        };
    }

    private static void Whole(Bench bench, WholeLog log, HashSet<long> accepted)
    {
        var (leaves, signed) = log.Check(Path.Combine(bench.Folder.Path, "quarter.db"));
        Assert.InRange(bench.Quarter.Record.Size, 0, signed);
        Assert.InRange(bench.Quarter.Now.State.Size, 0, leaves);
        log.Shown(bench.Quarter.Record.Latest.Note);
        var revisions = bench.Revisions();
        Assert.Subset(revisions, accepted);
    }
}
