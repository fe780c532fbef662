using System.Globalization;
using System.Text;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Storage;
using Faubourg.Storage.Keeping;
using NodaTime;

namespace Faubourg.Server.Tests.Storage;

/// <summary>Fifteen hundred names, each taken back by its slip, while others write; then every byte that is kept is searched.</summary>
public sealed class NamesTests
{
    private const int Names = 1500, AtOnce = 50;

    /// <summary>In every one of the names: whoever finds it found one of them.</summary>
    private const string InAll = "Zéphyrine Quetzal";

    [Fact]
    public async Task Names_taken_back_are_in_no_byte_of_the_folder_nor_of_an_export_or_a_backup_made_later()
    {
        await using var host = new Host();
        using var later = new Folder();
        var quarter = await host.Founded();
        for (var from = 0; from < Names; from += AtOnce) await GiveAndTakeBack(host, quarter, from);
        Assert.Equal(Names, quarter.Now.State.Erased.Count);

        var export = Path.Combine(later.Path, "export");
        Exported.Write(host.Folder.Path, "les-lilas", export, null, host.Clock.GetCurrentInstant());
        Backup.Make(host.Folder.Path, Path.Combine(later.Path, "backup"));
        NowhereIn(host.Folder);
        NowhereIn(later);

        // The record of it holds: each digest is erased by a leaf, none is missing.
        var (findings, inspection) = RecordFolder.Open(export).Inspect(null);
        Assert.Empty(findings);
        Assert.Empty(inspection.Missing);
        Assert.Equal(quarter.Record.Size, inspection.Size);
        Assert.Empty(Assert.Single(QuarterCheck.Of(host.Folder.Path, null)).Findings);
        await host.Close();
        NowhereIn(host.Folder);
        Assert.Empty(host.Troubles);
    }

    [Fact]
    public void The_search_finds_a_name_in_every_way_of_writing_it()
    {
        var d = Encoding.ASCII.GetBytes(Ledger.Disclosure.Make("line", $"A bench for {InAll} 7", new byte[16]).Encoded);
        Assert.True(Holds(d));
        foreach (var written in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode]) Assert.True(Holds([1, .. written.GetBytes(InAll), 2]));
        for (var before = 0; before < 3; before++)
            Assert.True(Holds(Encoding.ASCII.GetBytes(Ledger.Base64.Write([.. new byte[before], .. Encoding.UTF8.GetBytes(InAll), 9, 9]))));
        Assert.False(Holds(Encoding.ASCII.GetBytes(Ledger.Base64.Write(Encoding.UTF8.GetBytes("Zéphyrin Quetzalcoatl")))));
    }

    /// <summary>Corners hold words of people, and their slips; what stands between is never erased.</summary>
    private static async Task GiveAndTakeBack(Host host, LiveQuarter quarter, int from)
    {
        // Corners lapse after 30 days, and 50 may stand at once.
        host.Clock.Pass(Duration.FromDays(31));
        await Task.WhenAll(Enumerable.Range(from, AtOnce).Select(n => Accepted(quarter, new PinCorner(Text.Of(Name(n), Slip(n))))));
        host.Clock.Pass(Duration.FromDays(31));
        await Task.WhenAll(Enumerable.Range(from, 10).Select(n => Accepted(quarter, new PinCorner(Text.Of($"Nowhere to sit {n}")))));
        await Task.WhenAll(Enumerable.Range(from, AtOnce).Select(n => Accepted(quarter, new TakeNameBack(Slip(n)))));
        await Accepted(quarter, new PinCorner(Text.Of($"No shade {from}")));
    }

    private static async Task Accepted(LiveQuarter quarter, Act act) =>
        Assert.IsType<Accepted>(await quarter.Submit(act, Evening.Actor("Casimir"), null, default));

    private static string Name(int n) => string.Create(CultureInfo.InvariantCulture, $"A bench for {InAll} {n}");

    private static string Slip(int n) => Hash.Of(string.Create(CultureInfo.InvariantCulture, $"slip {n}"));

    private static void NowhereIn(Folder folder) => Assert.Empty(folder.Files().Where(f => Holds(f.Bytes)).Select(f => f.Name));

    private static bool Holds(byte[] bytes) => TraceTests.Holding(bytes, InAll);
}
