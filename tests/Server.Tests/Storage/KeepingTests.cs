using System.Text.Json;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Ledger.Notes;
using Faubourg.Storage;
using Faubourg.Storage.Record;

namespace Faubourg.Server.Tests.Storage;

/// <summary>export, import, backup, restore and check, as somebody types them.</summary>
public sealed class KeepingTests : IAsyncDisposable
{
    private readonly Host host = new();
    private readonly Folder elsewhere = new();

    private string Data => host.Folder.Path;

    [Fact]
    public async Task A_record_is_exported_beside_a_running_host_and_checked()
    {
        var quarter = await host.Founded();
        await host.Walk(quarter, until: "propose a bench");
        await quarter.Tick();
        var said = JsonDocument.Parse(await Typed.Done("export", "les-lilas", In("record"), "--data", Data, "--json")).RootElement;
        Assert.Equal(quarter.Record.Latest.RootBase64, said.GetProperty("root").GetString());
        Assert.Equal(quarter.Record.Latest.Note, await File.ReadAllTextAsync(In("record/checkpoint")));
        Assert.Equal(quarter.Record.Policy, await File.ReadAllTextAsync(In("record/policy")));
        using var held = new MemoryStream();
        await quarter.Record.WriteDisclosures(held, System.Collections.Frozen.FrozenDictionary<string, long>.Empty, default);
        Assert.Equal(held.ToArray(), await File.ReadAllBytesAsync(In("record/disclosures.jsonl")));
        Assert.Contains("All of it fits.", await Typed.Done("check", "--data", Data), StringComparison.Ordinal);
        var (code, _, trouble) = await Typed.Run("export", "les-lilas", In("record"), "--data", Data);
        Assert.Equal((1, true), (code, trouble.Contains("Name a folder that is empty", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("leaf", "UPDATE leaf SET bytes = replace(bytes, 'seq', 'sek') WHERE seq = 3", "entry 3")]
    [InlineData("tile", "UPDATE tile SET hashes = zeroblob(length(hashes))", "tile/0/000")]
    [InlineData("checkpoint", "UPDATE checkpoint SET note = replace(note, '\n1\n', '\n2\n') WHERE size = 1", "checkpoint 1")]
    [InlineData("text", "DELETE FROM disclosure WHERE seq = 0 AND name = 'place'", "entry 0")]
    [InlineData("digest", "UPDATE disclosure SET d = (SELECT d FROM disclosure WHERE seq = 0 AND name = 'name') WHERE name = 'place'", "entry 0")]
    public async Task Whatever_somebody_changes_in_a_file_a_check_finds(string what, string change, string said)
    {
        Assert.NotEmpty(what);
        var quarter = await host.Founded();
        await host.Walk(quarter);
        await host.Close();
        using (var file = Faubourg.Storage.Sqlite.Database.Open(Directory.GetFiles(Path.Combine(Data, "quarters"), "*.db").Single()))
            Faubourg.Storage.Sqlite.Database.Run(file, change);
        var findings = Assert.Single(Faubourg.Storage.Keeping.QuarterCheck.Of(Data, null)).Findings;
        Assert.Contains(findings, f => f.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_backup_put_back_is_held_until_what_came_since_is_brought()
    {
        var quarter = await host.Founded();
        await host.Walk(quarter);
        await Typed.Done("backup", In("backup"), "--data", Data);
        // Since then: a corner, and a name taken back.
        await Pin(quarter, "Nowhere to sit");
        var taker = quarter.Now.State.Councils[1].Tasks[1].Taker!;
        Assert.IsType<Accepted>(await quarter.Submit(new TakeNameBack(Evening.SlipOf("name of Casimir")), Evening.Actor("Casimir"), null, default));
        await quarter.Record.Proof(quarter.Now.State.Size - 1, default);
        var (size, latest) = (quarter.Now.State.Size, quarter.Record.Latest);
        await Typed.Done("export", "les-lilas", In("record"), "--data", Data);
        await host.Close();
        Lose();

        var restored = await Typed.Done("restore", In("backup"), "--data", Data);
        Assert.Contains($"{size - 2} entries stand here, {size} are known", restored, StringComparison.Ordinal);
        quarter = await host.Found();
        Assert.Equal(new HeldBack(size - 2, size), Assert.IsType<Refused>(await Ask(quarter, "More shade")).Why);
        Assert.NotEqual("Casimir P.", quarter.Now.State.Said(taker)?.Value);
        Assert.True(quarter.Record.Size < size);
        await host.Close();
        Assert.DoesNotContain(host.Folder.Files(), f => TraceTests.Holding(f.Bytes, "Casimir P."));

        Assert.Contains("2 entries were taken", await Typed.Done("import", In("record"), "--data", Data), StringComparison.Ordinal);
        quarter = await host.Found();
        Assert.Equal(latest.Note, quarter.Record.Latest.Note);
        Assert.Equal(Text.Erased, quarter.Now.State.Said(taker));
        await Pin(quarter, "More shade");
        Assert.Equal((size + 1, size + 1), new WholeLog().Check(FileOf(host)));
        Assert.Empty(Assert.Single(Faubourg.Storage.Keeping.QuarterCheck.Of(Data, null)).Findings);
    }

    [Fact]
    public async Task On_another_machine_a_checkpoint_that_somebody_kept_holds_it_and_nobody_elses_does()
    {
        var quarter = await host.Founded();
        await host.Walk(quarter, until: "open the door");
        await Typed.Done("backup", In("backup"), "--data", Data);
        await Pin(quarter, "Nowhere to sit");
        await quarter.Record.Proof(quarter.Now.State.Size - 1, default);
        await File.WriteAllTextAsync(In("poster"), quarter.Record.Latest.Note);
        await File.WriteAllTextAsync(In("forged"), quarter.Record.Latest.Note.Replace($"\n{quarter.Record.Size}\n", "\n99\n", StringComparison.Ordinal));
        Directory.CreateDirectory(In("new"));
        Assert.Equal(1, (await Typed.Run("restore", In("backup"), "--data", In("new"))).Code);
        File.Copy(Path.Combine(Data, "host.key"), In("new/host.key"));
        Assert.Equal(1, (await Typed.Run("restore", In("backup"), "--data", In("new"), "--known", In("forged"))).Code);
        Assert.Contains("Nothing can be added", await Typed.Done("restore", In("backup"), "--data", In("new"), "--known", In("poster")), StringComparison.Ordinal);
        Assert.Contains("it is held", await Typed.Done("check", "--data", In("new")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_with_nothing_after_it_goes_on()
    {
        var quarter = await host.Founded();
        await host.Walk(quarter);
        var path = FileOf(host);
        var log = await File.ReadAllBytesAsync(path + "-wal");
        await host.Close();
        await Typed.Done("backup", In("backup"), "--data", Data);
        Lose();
        // What is left of the lost file must not be read into the new one.
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path + "-wal", log);
        Assert.Contains("It goes on from here", await Typed.Done("restore", In("backup"), "--data", Data), StringComparison.Ordinal);
        await Pin(await host.Found(), "Nowhere to sit");
        Assert.Empty(Assert.Single(Faubourg.Storage.Keeping.QuarterCheck.Of(Data, null)).Findings);
    }

    [Fact]
    public async Task A_neighbourhood_moves_with_its_key_and_its_slips_and_can_do_nothing_where_it_was()
    {
        // The command has the clock of the world: in it, this council lives.
        host.Clock.Now = NodaTime.SystemClock.Instance.GetCurrentInstant();
        var quarter = await host.Founded();
        await host.Walk(quarter, until: "go on from Closing");
        await host.Close();
        var (code, _, trouble) = await Typed.Run("export", "les-lilas", In("early"), "--move", In("early.key"), "--data", Data);
        Assert.Equal((1, true), (code, trouble.Contains("A council of les-lilas", StringComparison.Ordinal)));
        quarter = await host.Found();
        await host.Walk(quarter, from: "go on from Closing");
        var (taker, slips) = (quarter.Now.State.Councils[1].Tasks[1].Taker!, quarter.Now.State.Slips.Keys.ToArray());
        var size = quarter.Now.State.Size;
        await host.Close();

        await Typed.Done("export", "les-lilas", In("record"), "--move", In("key"), "--to", "https://other.example/quarters/lilas/record/", "--data", Data);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(In("key")));
        quarter = await host.Found();
        Assert.IsType<MovedAway>(Assert.IsType<Refused>(await Ask(quarter, "Nowhere to sit")).Why);
        var where = Place.Open(Note.Parse(quarter.Record.Where!), quarter.Now.State.Keys.Select(k => VerifierKey.Ed25519(quarter.Now.State.Origin, Convert.FromBase64String(k.Key))));
        Assert.Equal("https://other.example/quarters/lilas/record/", where.Prefix);
        Assert.Empty(host.Column("SELECT wrapped FROM log_key"));
        Assert.All(slips, slip => Assert.Empty(TraceTests.Holding(host, slip)));

        await using var other = new Host();
        await Typed.Done("import", In("record"), "--move", In("key"), "--slug", "lilas", "--data", other.Folder.Path);
        var moved = (await (await other.Quarters()).Find("lilas", default))!;
        Assert.Equal((size, null), (moved.Now.State.Size, moved.Barred));
        Assert.Equal(slips, moved.Now.State.Slips.Keys);
        Assert.IsType<Accepted>(await moved.Submit(new TakeNameBack(Evening.SlipOf("name of Casimir")), Evening.Actor("Casimir"), null, default));
        Assert.Equal(Text.Erased, moved.Now.State.Said(taker));
        await moved.Record.Proof(size, default);
        Assert.Equal((size + 1, size + 1), new WholeLog().Check(FileOf(other)));
    }

    [Fact]
    public async Task A_copy_can_be_read_and_nothing_added_and_a_damaged_record_is_not_taken()
    {
        var quarter = await host.Founded();
        await host.Walk(quarter);
        await Typed.Done("export", "les-lilas", In("record"), "--data", Data);
        await Typed.Done("import", In("record"), "--data", In("copy"));
        await using (var quarters = await Quarters.Open(host.Settings with { Folder = In("copy") }, default))
        {
            var copy = (await quarters.Find(Assert.Single(quarters.List()).Slug, default))!;
            Assert.IsType<OnlyACopy>(Assert.IsType<Refused>(await Ask(copy, "Nowhere to sit")).Why);
            Assert.Equal(quarter.Record.Latest.Note, copy.Record.Latest.Note);
            Assert.Equal(StateJson.PublicOf(WithoutSlips(quarter.Now.State)), StateJson.PublicOf(copy.Now.State));
        }
        var tile = In("record/tile/0/000.p/" + quarter.Record.Size);
        var bytes = await File.ReadAllBytesAsync(tile);
        bytes[40] ^= 1;
        await File.WriteAllBytesAsync(tile, bytes);
        var (code, _, trouble) = await Typed.Run("import", In("record"), "--data", In("copy-two"));
        Assert.Equal((1, true), (code, trouble.Contains("tile/0/000", StringComparison.Ordinal)));
        Assert.Equal("", await Typed.Done("quarters", "--data", In("copy-two")));
    }

    /// <summary>Of here, and of what comes: acts since both were one.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(1, 300)]
    public async Task Of_two_histories_under_one_key_the_proof_is_kept_and_nothing_is_taken(int here, int there)
    {
        var quarter = await host.Founded();
        await host.Walk(quarter);
        await host.Close();
        await using var twin = new Host();
        foreach (var file in Directory.GetFiles(Data, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(twin.Folder.Path, Path.GetRelativePath(Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
        await Typed.Done("export", "les-lilas", In("before"), "--data", Data);
        quarter = await host.Found();
        await Pins(host, quarter, here, "More shade");
        var other = await twin.Found();
        twin.Clock.Now = host.Clock.Now;
        await Pins(twin, other, there, "Nowhere to sit");
        var (size, note) = (quarter.Record.Size, quarter.Record.Latest.Note);
        await host.Close();
        await Typed.Done("export", "les-lilas", In("other"), "--data", twin.Folder.Path);
        Assert.Contains("0 entries were taken", await Typed.Done("import", In("before"), "--data", Data), StringComparison.Ordinal);

        var (code, _, trouble) = await Typed.Run("import", In("other"), "--data", Data);

        Assert.Equal((1, true), (code, trouble.Contains("another history that is here as les-lilas", StringComparison.Ordinal)));
        quarter = await host.Found();
        Assert.Equal((size, note), (quarter.Record.Size, quarter.Record.Latest.Note));
        var kept = Evidence.Parse((await host.Quarters()).EvidenceOf(quarter.Now.State.Origin)!);
        Assert.Equal((Math.Min(size, other.Record.Size), Math.Max(size, other.Record.Size)), (kept.Smaller.Size, kept.Larger.Size));
    }

    [Theory]
    [InlineData("export", "les-lilas")]
    [InlineData("restore")]
    [InlineData("withhold", "les-lilas", "--entry", "0", "--country", "FR", "--order", "mayor", "--on", "2026-05-01")]
    [InlineData("withhold", "les-lilas", "--entry", "0", "--country", "FR", "--order", "court", "--on", "May")]
    [InlineData("recover", "les-lilas", "--signature", "one:two")]
    public async Task Wrong_usage_is_told_apart(params string[] arguments) => Assert.Equal(2, (await Typed.Run(arguments)).Code);

    [Fact]
    public async Task What_needs_the_folder_for_itself_says_so_while_a_host_has_it()
    {
        await host.Founded();
        var (code, _, trouble) = await Typed.Run("rotate", "les-lilas", "--data", Data);
        Assert.Equal((1, true), (code, trouble.Contains("Stop it first", StringComparison.Ordinal)));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        elsewhere.Dispose();
    }

    /// <summary>Who may take back what is for their own host to know.</summary>
    private static Quarter WithoutSlips(Quarter state) =>
        state with { Texts = state.Texts.SetItems(state.Texts.Select(t => KeyValuePair.Create(t.Key, t.Value with { Slip = null }))) };

    private static async Task Pin(LiveQuarter quarter, string line) => Assert.IsType<Accepted>(await Ask(quarter, line));

    private static Task<Answer> Ask(LiveQuarter quarter, string line) => quarter.Submit(new PinCorner(Text.Of(line)), Evening.Actor("Casimir"), null, default);

    private static async Task Pins(Host host, LiveQuarter quarter, int count, string line)
    {
        for (var n = 0; n < count; n++)
        {
            if (n % 20 == 0) host.Clock.Pass(NodaTime.Duration.FromDays(31));
            await Pin(quarter, $"{line} {n}");
        }
        await quarter.Record.Proof(quarter.Now.State.Size - 1, default);
    }

    private static string FileOf(Host host) => Directory.GetFiles(Path.Combine(host.Folder.Path, "quarters"), "*.db").Single();

    /// <summary>The disk with the databases is gone; the small files were kept.</summary>
    private void Lose()
    {
        foreach (var file in Directory.GetFiles(Data, "host.db*")) File.Delete(file);
        Directory.Delete(Path.Combine(Data, "quarters"), recursive: true);
    }

    private string In(string name) => Path.Combine(elsewhere.Path, name);
}
