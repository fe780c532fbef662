using Faubourg.Ledger;
using Faubourg.Storage;
using Faubourg.Storage.Keeping;
using NodaTime;

namespace Faubourg.Server.Tests.Storage;

/// <summary>What the minutes do not show yet, an export does not hand out.</summary>
public sealed class KeptBackTests
{
    [Fact]
    public async Task Texts_that_wait_for_blacking_out_are_in_no_export_until_they_are_shown()
    {
        await using var host = new Host();
        var quarter = await host.Founded();
        await host.Walk(quarter, until: "choose a song");
        Assert.DoesNotContain("Casimir P.", Exports(host));

        // Time ends it before its closing: the names wait twelve hours more.
        host.Clock.Pass(Duration.FromHours(3));
        await quarter.Tick();
        Assert.Empty(quarter.Now.State.Living);
        var waiting = Exports(host);
        Assert.DoesNotContain("Casimir P.", waiting);
        Assert.Contains("Where do we sit?", waiting);

        host.Clock.Pass(Duration.FromHours(12));
        Assert.Contains("Casimir P.", Exports(host));
        Assert.Empty(host.Troubles);
    }

    private static List<string> Exports(Host host)
    {
        using var folder = new Folder();
        var export = Path.Combine(folder.Path, "export");
        Exported.Write(host.Folder.Path, "les-lilas", export, null, host.Clock.GetCurrentInstant());
        return [.. File.ReadLines(Path.Combine(export, "disclosures.jsonl"))
            .Select(line => Disclosure.Read(System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("d").GetString()!).Value)];
    }
}
