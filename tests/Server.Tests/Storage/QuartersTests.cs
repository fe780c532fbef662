using Faubourg.Domain;
using Faubourg.Ledger;
using Faubourg.Storage;
using Faubourg.Storage.Keys;
using Faubourg.Storage.Sqlite;
using NodaTime;

namespace Faubourg.Server.Tests.Storage;

public sealed class QuartersTests
{
    [Fact]
    public async Task A_slug_that_is_taken_gets_a_number()
    {
        await using var host = new Host();
        var quarters = await host.Quarters();
        string[] wanted = ["les-lilas", "les-lilas", "les-lilas", new('a', 40), new('a', 40)];
        foreach (var slug in wanted) await quarters.Found(slug, Evening.Wish, default);
        string[] given = [new string('a', 38) + "-2", new('a', 40), "les-lilas", "les-lilas-2", "les-lilas-3"];
        Assert.Equal(given, quarters.List().Select(q => q.Slug).Order(StringComparer.Ordinal));
        Assert.Equal(5, quarters.List().Select(q => q.Origin).Distinct().Count());
        Assert.Same(await quarters.Find("les-lilas-2", default), await quarters.Find("les-lilas-2", default));
        Assert.Null(await quarters.Find("les-lilas-4", default));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("Les-Lilas")]
    [InlineData("les lilas")]
    [InlineData("../../etc")]
    [InlineData("les-lilas\n")]
    public async Task A_slug_is_of_small_letters_digits_and_hyphens(string slug)
    {
        await using var host = new Host();
        var quarters = await host.Quarters();
        await Assert.ThrowsAsync<ArgumentException>(() => quarters.Found(slug, Evening.Wish, default));
    }

    [Fact]
    public async Task The_origin_follows_from_the_key_that_is_kept_for_signing()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        Assert.Matches("^faubourg\\.example/q/[a-z2-7]{26}$", quarter.Now.State.Origin);
        await host.Close();
        var wrapped = (byte[])host.Column("SELECT wrapped FROM log_key").Single();
        var seed = HostKey.In(Path.Combine(host.Folder.Path, "host.key")).Unwrap(wrapped, System.Text.Encoding.UTF8.GetBytes(quarter.Now.State.Origin));
        using var key = NSec.Cryptography.Key.Import(NSec.Cryptography.SignatureAlgorithm.Ed25519, seed, NSec.Cryptography.KeyBlobFormat.RawPrivateKey);
        var open = key.PublicKey.Export(NSec.Cryptography.KeyBlobFormat.RawPublicKey);
        Assert.EndsWith(LogKey.Base32(System.Security.Cryptography.SHA256.HashData(open))[..26], quarter.Now.State.Origin);
        Assert.Throws<System.Security.Cryptography.AuthenticationTagMismatchException>(() => HostKey.In(Path.Combine(host.Folder.Path, "host.key")).Unwrap(wrapped, "another"u8));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "my")]
    [InlineData("foobar", "mzxw6ytboi")]
    public void Base32_is_that_of_RFC_4648(string text, string encoded) => Assert.Equal(encoded, LogKey.Base32(System.Text.Encoding.ASCII.GetBytes(text)));

    [Fact]
    public async Task Only_its_owner_may_read_the_host_key()
    {
        await using var host = new Host();
        await host.Quarters();
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(host.Folder.Path, "host.key")));
    }

    [Fact]
    public async Task A_folder_is_open_in_one_process_at_a_time_and_may_be_listed_by_all()
    {
        await using var host = new Host();
        await host.Founded();
        await Assert.ThrowsAsync<IOException>(() => Quarters.Open(host.Settings, default));
        Assert.Equal("les-lilas", Assert.Single(Quarters.ListIn(host.Folder.Path)).Slug);
    }

    [Fact]
    public async Task A_founding_that_a_crash_cut_short_is_taken_back_and_one_that_was_stored_is_kept()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        await host.Close();
        var path = Path.Combine(host.Folder.Path, "host.db");
        using (var file = HostFile.In(path))
        {
            Assert.True(file.TryAdd(new HostRow("aaaa", new Listed("never-was", "o", false, default), Stage.Founding)));
            Assert.True(file.TryAdd(new HostRow("bbbb", new Listed("half-made", "o", false, default), Stage.Founding)));
            file.Set(quarter.Now.State.Origin[^26..], Stage.Founding);
        }
        using (SqliteJournal.Create(Path.Combine(host.Folder.Path, "quarters", "bbbb.db"), Premises.In(host.Folder.Path), "o", new LogKey("bbbb", "o", "k", [1])))
        {
        }
        var quarters = await host.Quarters();
        Assert.Equal(["les-lilas"], quarters.List().Select(q => q.Slug));
        Assert.Single(Directory.GetFiles(Path.Combine(host.Folder.Path, "quarters"), "*.db"));
    }

    [Fact]
    public async Task A_founding_that_fails_leaves_nothing_behind()
    {
        await using var host = new Host();
        var quarters = await host.Quarters();
        var decomposed = Evening.Wish with { Name = Text.Of("Cafe\u0301") };
        await Assert.ThrowsAsync<LeafException>(() => quarters.Found("les-lilas", decomposed, default));
        Assert.Empty(quarters.List());
        Assert.Empty(Directory.GetFiles(Path.Combine(host.Folder.Path, "quarters")));
        Assert.Equal("les-lilas", (await quarters.Found("les-lilas", Evening.Wish, default)).Slug);
    }

    [Fact]
    public async Task One_damaged_file_keeps_nobody_elses_quarter_closed()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        await (await host.Quarters()).Found("la-butte", Evening.Wish, default);
        await host.Close();
        var file = Path.Combine(host.Folder.Path, "quarters", quarter.Now.State.Origin[^26..] + ".db");
        await File.WriteAllBytesAsync(file, Enumerable.Repeat((byte)7, 8192).ToArray());
        var quarters = await host.Quarters();
        Assert.NotNull(await quarters.Find("la-butte", default));
        await Assert.ThrowsAnyAsync<Exception>(async () => await quarters.Find("les-lilas", default));
        Assert.Single(host.Troubles);
    }

    [Fact]
    public async Task What_a_host_keeps_is_for_its_owner_only()
    {
        await using var host = new Host();
        await host.Founded();
        if (!OperatingSystem.IsWindows())
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(Path.Combine(host.Folder.Path, "quarters")));
    }

    [Fact]
    public async Task A_rehearsal_is_deleted_whole_after_a_day()
    {
        await using var host = new Host();
        var quarters = await host.Quarters();
        await quarters.Found("probe", Evening.Wish with { Rehearsal = true }, default);
        await host.Founded();
        host.Clock.Pass(Duration.FromHours(23));
        await host.Close();
        Assert.Equal(2, (await host.Quarters()).List().Count);
        host.Clock.Pass(Duration.FromHours(1));
        await host.Close();
        quarters = await host.Quarters();
        Assert.Equal(["les-lilas"], quarters.List().Select(q => q.Slug));
        Assert.Null(await quarters.Find("probe", default));
        Assert.Single(Directory.GetFiles(Path.Combine(host.Folder.Path, "quarters"), "*.db"));
    }

    [Fact]
    public async Task Whoever_listens_hears_of_every_quarter_with_the_states_before_and_after()
    {
        await using var host = new Host();
        var quarters = await host.Quarters();
        var heard = new List<(string, long, long)>();
        quarters.Published += (quarter, before, after) => heard.Add((quarter.Slug, before.Revision, after.Revision));
        await quarters.Found("les-lilas", Evening.Wish, default);
        await host.Take(await quarters.Found("la-butte", Evening.Wish, default), Evening.Steps().First());
        Assert.Equal([("les-lilas", 0, 1), ("la-butte", 0, 1), ("la-butte", 1, 2)], heard);
    }
}
