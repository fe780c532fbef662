using System.IO.Compression;
using Faubourg.Domain.Councils;
using Faubourg.Storage;

namespace Faubourg.Server.Tests.Storage;

/// <summary>A folder as the first released version left it: one quarter after a whole evening, one in the middle of its ballots.</summary>
public sealed class UpgradeTests
{
    [Fact]
    public async Task A_folder_of_the_first_version_gets_its_tree_at_the_first_opening_and_goes_on()
    {
        await using var host = new Host();
        FirstVersion(host.Folder.Path);
        var quarters = await host.Quarters();
        foreach (var slug in (string[])["les-lilas", "la-butte"])
        {
            var quarter = (await quarters.Find(slug, default))!;
            Assert.Equal(quarter.Now.State.Size, quarter.Record.Size);
            var (leaves, signed) = new WholeLog().Check(FileOf(host, quarter));
            Assert.Equal((quarter.Now.State.Size, quarter.Now.State.Size), (leaves, signed));
        }
        var ended = (await quarters.Find("les-lilas", default))!.Now.State;
        Assert.Equal(Outcome.Decided, ended.Councils[1].Outcome);
        Assert.Equal(Domain.Text.Erased, ended.Said(ended.Councils[1].Tasks[1].Taker!));

        // The evening that was going on goes on.
        var living = (await quarters.Find("la-butte", default))!;
        host.Clock.Now = living.Now.State.At;
        await host.Walk(living, from: "close the count");
        Assert.Equal(Outcome.Decided, living.Now.State.Councils[1].Outcome);
        Assert.Empty(host.Troubles);
    }

    [Fact]
    public void An_upgrade_that_a_crash_cuts_short_is_done_by_the_next_opening()
    {
        for (var at = 0; ; at++)
        {
            using var folder = new Folder();
            FirstVersion(folder.Path);
            var path = Directory.GetFiles(Path.Combine(folder.Path, "quarters"), "*.db").Order().First();
            var fired = false;
            var premises = Faubourg.Storage.Sqlite.Premises.In(folder.Path);
            var (count, number) = (0, at);
            void Open(Action<string, bool>? probe)
            {
                using var journal = Faubourg.Storage.Sqlite.SqliteJournal.Open(path, premises with { Probe = probe });
                var kept = journal.Read();
                journal.Append(kept.Revision, [], new Faubourg.Storage.Sqlite.Signing(kept.State.At, [.. kept.State.Keys.Select(k => k.Key)]));
            }

            Xunit.Record.Exception(() => Open((step, _) =>
            {
                if (count++ < number) return;
                fired = true;
                throw new IOException($"The machine stopped at {step}.");
            }));
            Open(null);
            var (leaves, signed) = new WholeLog().Check(path);
            Assert.Equal(leaves, signed);
            if (!fired) return;
        }
    }

    private static void FirstVersion(string folder) =>
        ZipFile.ExtractToDirectory(Path.Combine(AppContext.BaseDirectory, "Storage", "Golden", "folder-v1.zip"), folder);

    private static string FileOf(Host host, LiveQuarter quarter) => Path.Combine(host.Folder.Path, "quarters", quarter.Now.State.Origin[^26..] + ".db");
}
