using System.Security.Cryptography;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Projects;
using Faubourg.Storage;
using Faubourg.Storage.Keeping;

namespace Faubourg.Server.Tests.Storage;

/// <summary>A picture is there with the leaf that shows it, or neither is; and it goes with its hash.</summary>
public sealed class PictureTests : IAsyncDisposable
{
    private static readonly byte[] Picture = Bytes();
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Picture));
    private static readonly ShowEvidence Show = new(Evening.SlipOf("task of Casimir"), Text.Of("Two new planks", Evening.SlipOf("back")), Text.Of(Hash, Evening.SlipOf("back")));
    private static readonly TakeNameBack TakeBack = new(Evening.SlipOf("back"));

    private readonly Host host = new();
    private readonly Folder elsewhere = new();

    [Fact]
    public async Task What_was_shown_is_found_under_its_entry_and_nothing_of_it_is_in_the_state_or_the_database()
    {
        var (quarter, seq) = await Shown();

        Assert.Equal(Picture, await quarter.Record.Picture(seq, default));
        Assert.Null(await quarter.Record.Picture(seq - 1, default));
        Assert.EndsWith(".pictures", Path.GetDirectoryName(Assert.Single(Holding(host.Folder)).Name));
        Assert.Equal(Picture, await (await host.OpenedAgain()).Record.Picture(seq, default));
        Assert.Empty(Assert.Single(QuarterCheck.Of(host.Folder.Path, null)).Findings);
    }

    [Fact]
    public async Task Taken_back_its_bytes_are_in_no_file_and_no_backup_brings_them_again()
    {
        var (quarter, seq) = await Shown();
        Backup.Make(host.Folder.Path, In("backup"));
        var at = new TextAt(seq, "picture");

        Assert.IsType<Accepted>(await quarter.Submit(TakeBack, Evening.Actor("Casimir"), null, default));
        await quarter.Tick();

        Assert.Equal(Text.Erased, quarter.Now.State.Said(at));
        Assert.Null(await quarter.Record.Picture(seq, default));
        Assert.Empty(Holding(host.Folder));
        await host.Close();
        Exported.Write(host.Folder.Path, "les-lilas", In("record"), null, null);
        Assert.False(Directory.Exists(In("record/pictures")));
        foreach (var lost in (string[])["host.db", "host.db-wal", "host.db-shm"]) File.Delete(Path.Combine(host.Folder.Path, lost));
        Directory.Delete(Path.Combine(host.Folder.Path, "quarters"), recursive: true);
        await Backup.Restore(In("backup"), host.Settings, [], default);
        Assert.Empty(Holding(host.Folder));
    }

    [Fact]
    public async Task A_backup_an_export_and_an_import_carry_it()
    {
        var (quarter, seq) = await Shown();
        await quarter.Record.Proof(seq, default);
        Backup.Make(host.Folder.Path, In("backup"));
        Assert.Equal(Picture, Assert.Single(Holding(elsewhere)).Bytes);
        await host.Close();
        Exported.Write(host.Folder.Path, "les-lilas", In("record"), null, null);
        Assert.Equal(Picture, await File.ReadAllBytesAsync(In($"record/pictures/{seq}")));

        await using var other = new Host();
        var arrived = await (await other.Quarters()).Arrive(In("record"), null, "lilas", null);
        Assert.Equal(Picture, await (await (await other.Quarters()).Find(arrived.Slug, default))!.Record.Picture(seq, default));

        await File.WriteAllBytesAsync(In($"record/pictures/{seq}"), [.. Picture, 0]);
        var refused = await Assert.ThrowsAsync<KeepingException>(async () => await (await (await Third()).Quarters()).Arrive(In("record"), null, "lilas", null));
        Assert.Contains("is another than its entry says", refused.Message, StringComparison.Ordinal);
        File.Delete(In($"record/pictures/{seq}"));
        refused = await Assert.ThrowsAsync<KeepingException>(async () => await (await (await Third()).Quarters()).Arrive(In("record"), null, "lilas", null));
        Assert.Contains("is missing", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Holding(third!.Folder));
    }

    [Fact]
    public async Task One_that_is_lost_changed_or_back_again_is_found_by_a_check()
    {
        var (quarter, _) = await Shown();
        var file = Path.Combine(host.Folder.Path, Assert.Single(Holding(host.Folder)).Name);
        await File.WriteAllBytesAsync(file, [.. Picture, 1]);
        Assert.Contains(Findings(), f => f.Contains("another than its entry says", StringComparison.Ordinal));
        File.Delete(file);
        Assert.Contains(Findings(), f => f.Contains("is missing", StringComparison.Ordinal));
        await quarter.Submit(TakeBack, Evening.Actor("Casimir"), null, default);
        await quarter.Tick();
        Assert.Empty(Findings());
        await File.WriteAllBytesAsync(file, Picture);
        Assert.Contains(Findings(), f => f.Contains("was erased is here again", StringComparison.Ordinal));
        await host.OpenedAgain();
        Assert.Empty(Findings());
        Assert.Empty(Holding(host.Folder));
    }

    [Fact]
    public async Task Bytes_that_no_entry_names_and_a_name_without_its_bytes_are_not_kept()
    {
        await using var bench = await AfterTheEvening();
        foreach (var (act, bytes) in new (Act, byte[]?)[] { (Show, null), (Show, [1]), (Show with { Picture = null }, Picture) })
        {
            var before = bench.Quarter.Now;
            await Assert.ThrowsAnyAsync<Exception>(async () => Assert.IsType<Refused>(await bench.Quarter.Show(act, bytes, Evening.Actor("Casimir"), null, default)));
            Assert.Same(before, bench.Quarter.Now);
        }

        Assert.Empty(Holding(bench.Folder));
    }

    [Fact]
    public async Task Whatever_step_fails_there_are_both_or_neither_and_asked_again_it_is_shown_once()
    {
        await using var bench = await AfterTheEvening();
        var size = bench.Quarter.Now.State.Size;
        var steps = new List<string>();
        for (var (at, fired) = (0, true); fired; at++)
        {
            (var count, fired) = (0, false);
            bench.Probe = (step, _) =>
            {
                // As when the machine stops: this step and all after it.
                if (!fired && count++ < at) return;
                if (!fired) steps.Add(step);
                fired = true;
                throw new IOException(step);
            };
            await Xunit.Record.ExceptionAsync(() => bench.Quarter.Show(Show, Picture, Evening.Actor("Casimir"), "once", default));
            await bench.Quarter.DisposeAsync();
            bench.Probe = null;
            await bench.Start();
            var shown = bench.Quarter.Now.State.Councils[1].Evidence;
            Assert.Equal(shown.Length, Holding(bench.Folder).Count());
            if (shown.Length > 0) Assert.Equal(Picture, await bench.Quarter.Record.Picture(shown[0].Picture!.Seq, default));
        }

        Assert.IsType<Accepted>(await bench.Quarter.Show(Show, Picture, Evening.Actor("Casimir"), "once", default));
        Assert.Equal(size + 1, bench.Quarter.Now.State.Size);
        Assert.Contains("picture", steps);
        Assert.Contains("COMMIT", steps);
    }

    [Fact]
    public async Task Taken_back_on_a_disk_that_fails_it_is_gone_with_the_next_start()
    {
        await using var bench = await AfterTheEvening();
        for (var (at, fired) = (0, true); fired; at++)
        {
            await bench.Quarter.Show(Show, Picture, Evening.Actor("Casimir"), $"show {at}", default);
            (var count, fired) = (0, false);
            bench.Probe = (step, _) =>
            {
                if (!fired && count++ < at) return;
                fired = true;
                throw new IOException(step);
            };
            await Xunit.Record.ExceptionAsync(() => bench.Quarter.Submit(TakeBack, Evening.Actor("Casimir"), $"back {at}", default));
            await bench.Quarter.DisposeAsync();
            bench.Probe = null;
            await bench.Start();
            await bench.Quarter.Submit(TakeBack, Evening.Actor("Casimir"), $"back {at}", default);
            await bench.Quarter.Tick();
            Assert.Empty(Holding(bench.Folder));
            Assert.Equal(at + 1, bench.Quarter.Now.State.Councils[1].Evidence.Length);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        if (third is not null) await third.DisposeAsync();
        elsewhere.Dispose();
    }

    private Host? third;

    private async Task<Host> Third()
    {
        if (third is not null) await third.DisposeAsync();
        return third = new Host();
    }

    private async Task<(LiveQuarter Quarter, long Seq)> Shown()
    {
        var quarter = await host.Founded();
        await host.Walk(quarter);
        Assert.IsType<Accepted>(await quarter.Show(Show, Picture, Evening.Actor("Casimir"), null, default));
        await quarter.Tick();
        return (quarter, quarter.Now.State.Councils[1].Evidence[0].Picture!.Seq);
    }

    private static async Task<Bench> AfterTheEvening()
    {
        var bench = await Bench.Founded();
        foreach (var step in Evening.Steps()) await FaultTests.Take(bench, step);
        return bench;
    }

    private static byte[] Bytes()
    {
        var bytes = new byte[100_000];
        new Random(1871).NextBytes(bytes);
        "a picture "u8.CopyTo(bytes);
        return bytes;
    }

    private IReadOnlyList<string> Findings() => Assert.Single(QuarterCheck.Of(host.Folder.Path, null)).Findings;

    private static IEnumerable<(string Name, byte[] Bytes)> Holding(Folder folder) =>
        folder.Files().Where(file => file.Bytes.AsSpan().IndexOf("a picture "u8) >= 0 || file.Bytes.AsSpan().IndexOf(Picture.AsSpan(50_000, 64)) >= 0);

    private string In(string name) => Path.Combine(elsewhere.Path, name);
}
