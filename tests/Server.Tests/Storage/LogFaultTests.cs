using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Storage;
using NodaTime;

namespace Faubourg.Server.Tests.Storage;

/// <summary>
/// Each step of appending and signing × (not done | done, but the answer was lost). After each of them the whole log is gone
/// through; at no size was there ever a second root, neither on the disk nor shown to anybody.
/// </summary>
public sealed class LogFaultTests
{
    private static readonly (string Step, bool Done)[] AfterCommit = [("COMMIT", true), ("high water", false), ("high water", true)];

    private readonly WholeLog log = new();
    private readonly HashSet<(string Step, bool Done)> met = [];
    private (string Step, bool Done) last;

    [Fact]
    public async Task Whatever_step_of_an_act_fails_the_log_stands_and_the_act_is_done_once()
    {
        await using var bench = await Bench.Founded();
        foreach (var (n, step) in Evening.Steps().Index())
        {
            var (act, actor) = await FaultTests.Prepare(bench, step);
            var before = bench.Quarter.Now.Revision;
            last = default;
            for (var at = 0; last != ("COMMIT", false); at++) await Fail(bench, act, actor, step.Key, (count, _) => count == at);
            // It is stored with the first of these, so that they take turns.
            await Fail(bench, act, actor, step.Key, (_, met) => met == AfterCommit[n % AfterCommit.Length]);
            var done = Assert.IsType<Accepted>(await bench.Quarter.Submit(act, actor, step.Key, default));
            Assert.Equal((before + 1, before + 1), (done.Revision, bench.Quarter.Now.Revision));
            Whole(bench);
        }
        Assert.True(bench.Quarter.Now.State.Councils[1].IsOver);
        Assert.Equal(bench.Quarter.Now.State.Size, bench.Quarter.Record.Size);
        string[] steps = ["BEGIN IMMEDIATE", "INSERT INTO leaf", "INSERT INTO tile", "INSERT INTO checkpoint", "COMMIT", "high water"];
        Assert.All(steps, s => Assert.Contains(met, m => m.Step.StartsWith(s, StringComparison.Ordinal) && !m.Done));
        Assert.All(steps, s => Assert.Contains(met, m => m.Step.StartsWith(s, StringComparison.Ordinal) && m.Done));
    }

    [Fact]
    public async Task Whatever_step_of_signing_alone_fails_it_is_signed_with_the_next()
    {
        await using var bench = await Bench.Founded();
        for (var at = 0; ; at++)
        {
            // In the second of the last checkpoint: stored, and not signed yet.
            await bench.Quarter.Submit(new PinCorner(Text.Of($"Corner {at}")), Evening.Actor("Casimir"), null, default);
            Assert.Equal(bench.Quarter.Record.Size + 1, bench.Quarter.Now.State.Size);
            Whole(bench);
            bench.Clock.Pass(Duration.FromSeconds(1));
            var number = at;
            var fired = Arm(bench, (count, _) => count == number);
            try
            {
                await bench.Quarter.Tick();
            }
            catch (NotStoredException)
            {
                Assert.True(fired());
            }
            bench.Probe = null;
            Whole(bench);
            await bench.Quarter.Tick();
            Assert.Equal(bench.Quarter.Now.State.Size, bench.Quarter.Record.Size);
            Whole(bench);
            if (!fired()) break;
        }
        Assert.Contains(("COMMIT", true), met);
        Assert.Contains(("high water", true), met);
    }

    [Fact]
    public async Task A_crash_after_any_step_is_mended_by_the_next_start()
    {
        await using var bench = await Bench.Founded();
        for (var at = 0; ; at++)
        {
            bench.Clock.Pass(Duration.FromSeconds(at % 2));
            var number = at;
            var fired = Arm(bench, (count, _) => count == number, forGood: true);
            await Xunit.Record.ExceptionAsync(() => bench.Quarter.Submit(new PinCorner(Text.Of($"Corner {at}")), Evening.Actor("Casimir"), $"{at}", default));
            var stop = !fired();
            await bench.Quarter.DisposeAsync();
            bench.Probe = null;
            await bench.Start();
            Whole(bench);
            bench.Clock.Pass(Duration.FromSeconds(1));
            await bench.Quarter.Tick();
            Assert.Equal(bench.Quarter.Now.State.Size, bench.Quarter.Record.Size);
            Whole(bench);
            if (stop) break;
        }
    }

    private async Task Fail(Bench bench, Act act, Actor actor, string key, Func<int, (string, bool), bool> where)
    {
        var fired = Arm(bench, where);
        try
        {
            await bench.Quarter.Submit(act, actor, key, default);
        }
        catch (NotStoredException)
        {
            Assert.True(fired());
        }
        bench.Probe = null;
        Whole(bench);
    }

    /// <summary>Lets a step fail; or, like a machine that stops, this and all after it.</summary>
    private Func<bool> Arm(Bench bench, Func<int, (string, bool), bool> where, bool forGood = false)
    {
        var (count, fired) = (0, false);
        bench.Probe = (step, done) =>
        {
            if (fired ? !forGood : !where(count++, (step, done))) return;
            if (!fired) met.Add(last = (step, done));
            fired = true;
            throw new IOException($"The disk failed at {step}.");
        };
        return () => fired;
    }

    private void Whole(Bench bench)
    {
        var (leaves, signed) = log.Check(Path.Combine(bench.Folder.Path, "quarter.db"));
        Assert.InRange(bench.Quarter.Record.Size, 0, signed);
        Assert.InRange(bench.Quarter.Now.State.Size, 0, leaves);
        log.Shown(bench.Quarter.Record.Latest.Note);
        foreach (var note in Directory.GetFiles(Path.Combine(bench.Folder.Path, "signed")).Where(f => !f.EndsWith(".new", StringComparison.Ordinal)))
            log.Shown(File.ReadAllText(note));
    }
}
