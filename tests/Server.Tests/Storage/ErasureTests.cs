using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Ledger;
using Faubourg.Storage;
using NodaTime;

namespace Faubourg.Server.Tests.Storage;

public sealed class ErasureTests
{
    private static readonly TakeNameBack TakeBack = new(Evening.SlipOf("name of Casimir"));

    [Fact]
    public async Task A_name_taken_back_is_in_no_file_and_its_leaf_still_stands()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        await host.Walk(quarter);
        var taker = quarter.Now.State.Councils[1].Tasks[1].Taker!;
        Assert.Equal("Casimir P.", quarter.Now.State.Said(taker)!.Value);
        var (digest, encoded) = Disclosed(host, taker);
        var leaves = host.Column("SELECT bytes FROM leaf ORDER BY seq").Cast<byte[]>().ToArray();

        Assert.IsType<Accepted>(await quarter.Submit(TakeBack, Evening.Actor("Casimir"), null, default));
        await quarter.Tick();

        Assert.Equal(Text.Erased, quarter.Now.State.Said(taker));
        Assert.Empty(TraceTests.Holding(host, encoded));
        Assert.Contains(digest, File.ReadAllLines(Path.Combine(host.Folder.Path, "erasures.log")));
        var after = host.Column("SELECT bytes FROM leaf ORDER BY seq").Cast<byte[]>().ToArray();
        Assert.Equal(leaves, after.SkipLast(1));
        var erased = Leaves.Read(after[^1]);
        Assert.Equal("disclosure.erased", erased.Type);
        Assert.Equal(LeafValue.Of([digest]), erased.Clear["digests"]);

        var before = StateJson.Of(quarter.Now.State);
        quarter = await host.OpenedAgain();
        Assert.Equal(before, StateJson.Of(quarter.Now.State));
    }

    [Fact]
    public async Task Words_blacked_out_stand_anew_and_the_old_ones_are_in_no_file()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        await host.Walk(quarter, until: "go on from Closing");
        var task = quarter.Now.State.Councils[1].Tasks[1].What;
        var (_, encoded) = Disclosed(host, task);

        var blackOut = new BlackOut(1, task, 1, 1, null);
        Assert.IsType<Accepted>(await quarter.Submit(blackOut, Evening.Actor("Casimir"), null, default));
        await quarter.Tick();

        Assert.Equal("Buy ██████", quarter.Now.State.Said(task)!.Value);
        Assert.Empty(TraceTests.Holding(host, encoded));
        var before = StateJson.Of(quarter.Now.State);
        quarter = await host.OpenedAgain();
        Assert.Equal(before, StateJson.Of(quarter.Now.State));
    }

    [Fact]
    public async Task A_backup_put_back_does_not_bring_back_what_was_erased_since()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        await host.Walk(quarter);
        var taker = quarter.Now.State.Councils[1].Tasks[1].Taker!;
        var (_, encoded) = Disclosed(host, taker);
        await host.Close();
        var file = Directory.GetFiles(Path.Combine(host.Folder.Path, "quarters"), "*.db").Single();
        var backup = File.ReadAllBytes(file);
        quarter = await host.Found();
        await quarter.Submit(TakeBack, Evening.Actor("Casimir"), null, default);
        await host.Close();

        File.WriteAllBytes(file, backup);
        quarter = await host.Found();

        Assert.NotEqual("Casimir P.", quarter.Now.State.Said(taker)?.Value);
        Assert.Empty(TraceTests.Holding(host, encoded));
    }

    [Fact]
    public async Task A_name_taken_back_is_in_no_line_that_was_served_before()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        await Pin(quarter, 49);
        await host.Walk(quarter);
        for (var month = 0; month < 5; month++)
        {
            host.Clock.Pass(Duration.FromDays(31));
            await Pin(quarter, 49);
        }
        host.Clock.Pass(Duration.FromSeconds(1));
        await quarter.Tick();
        Assert.True(quarter.Record.Size > 256);
        var taker = quarter.Now.State.Councils[1].Tasks[1].Taker!;
        var (_, encoded) = Disclosed(host, taker);
        var lines = await Lines(quarter);
        Assert.Equal(lines, await Lines(quarter));
        Assert.Equal(host.Column("SELECT d FROM disclosure ORDER BY seq, digest").Cast<string>(), lines.Select(line => line.Split('"')[3]));

        Assert.IsType<Accepted>(await quarter.Submit(TakeBack, Evening.Actor("Casimir"), null, default));

        Assert.Equal(lines.Where(line => !line.Contains(encoded, StringComparison.Ordinal)), await Lines(quarter));
    }

    private static async Task<string[]> Lines(LiveQuarter quarter)
    {
        var held = new MemoryStream();
        await quarter.Record.WriteDisclosures(held, System.Collections.Frozen.FrozenDictionary<string, long>.Empty, default);
        return System.Text.Encoding.UTF8.GetString(held.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static Task Pin(LiveQuarter quarter, int corners) => Task.WhenAll(Enumerable.Range(0, corners).Select(async n =>
        Assert.IsType<Accepted>(await quarter.Submit(new Domain.Quarters.PinCorner(Text.Of($"Corner {n}")), Evening.Actor("Casimir"), null, default))));

    private static (string Digest, string Encoded) Disclosed(Host host, TextAt at) => (
        (string)host.Column($"SELECT digest FROM disclosure WHERE seq = {at.Seq} AND name = '{at.Name}'").Single(),
        (string)host.Column($"SELECT d FROM disclosure WHERE seq = {at.Seq} AND name = '{at.Name}'").Single());
}
