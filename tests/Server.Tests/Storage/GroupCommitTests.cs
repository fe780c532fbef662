using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Ledger;
using Faubourg.Storage;

namespace Faubourg.Server.Tests.Storage;

public sealed class GroupCommitTests
{
    [Fact]
    public async Task Acts_that_wait_together_share_a_commit_and_each_has_its_row()
    {
        await using var bench = await Bench.Founded();
        foreach (var step in Evening.Steps().TakeWhile(s => s.Name != "first count of heads")) await FaultTests.Take(bench, step);
        var (commits, revision, publications) = (bench.Disk.Appends, bench.Quarter.Now.Revision, 0);
        using var watch = bench.Quarter.Watch(_ => publications++);
        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(n =>
            bench.Quarter.Submit(new SayName(1, Text.Of($"Name {n}")), Evening.Actor(Evening.Neighbours[n % 6]), $"key {n}", default)));
        Assert.Equal(300, answers.Select(a => Assert.IsType<Accepted>(a).Revision).Distinct().Count());
        Assert.Equal(revision + 300, bench.Quarter.Now.Revision);
        Assert.InRange(bench.Disk.Appends - commits, 1, 100);
        Assert.Equal(bench.Disk.Appends - commits, publications);
        Assert.Equal(StateJson.Of(bench.OnDisk()), StateJson.Of(bench.Quarter.Now.State));
    }

    [Fact]
    public async Task One_act_that_cannot_be_written_fails_alone()
    {
        await using var bench = await Bench.Founded();
        var decomposed = new PinCorner(Text.Of("Cafe\u0301"));
        var answers = Enumerable.Range(0, 9)
            .Select(n => bench.Quarter.Submit(n == 4 ? decomposed : new PinCorner(Text.Of($"Corner {n}")), Evening.Actor("Casimir"), null, default))
            .ToArray();
        await Assert.ThrowsAsync<LeafException>(() => answers[4]);
        foreach (var answer in answers.Where((_, n) => n != 4)) Assert.IsType<Accepted>(await answer);
        Assert.Equal(8, bench.Quarter.Now.State.Corners.Count);
        Assert.Equal(StateJson.Of(bench.OnDisk()), StateJson.Of(bench.Quarter.Now.State));
    }

    [Fact]
    public async Task An_act_withdrawn_while_it_waits_is_not_done()
    {
        await using var bench = await Bench.Founded();
        using var withdrawn = new CancellationTokenSource();
        await withdrawn.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            bench.Quarter.Submit(new PinCorner(Text.Of("Nowhere to sit")), Evening.Actor("Casimir"), null, withdrawn.Token));
        Assert.Empty(bench.Quarter.Now.State.Corners);
    }
}
