using Faubourg.Verify.Commands;
using Faubourg.Verify.Tests.Street;

namespace Faubourg.Verify.Tests;

/// <summary>End to end: evenings are played through a host, their records exported, and checked as a stranger would.</summary>
public sealed class ExportedTests : IAsyncLifetime
{
    private static readonly string[] Evenings = ["bench.json", "landlord.json", "no-agreement.json"];

    private readonly string folder = Directory.CreateTempSubdirectory("faubourg-verify-export-").FullName;

    public async ValueTask InitializeAsync()
    {
        var scripts = Evenings.Select(evening => Path.Combine(Root(), "rehearsals", evening));
        Assert.Equal(0, await Web.Program.Main(["rehearse", .. scripts, "--fast", "--data", Path.Combine(folder, "data")]));
        foreach (var slug in new[] { "rehearsal", "rehearsal-2", "rehearsal-3" })
            Assert.Equal(0, await Web.Program.Main(["export", slug, Path.Combine(folder, slug), "--data", Path.Combine(folder, "data")]));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Every_rehearsal_is_sound_and_said_to_be_one_and_no_byte_of_it_can_be_changed()
    {
        foreach (var slug in new[] { "rehearsal", "rehearsal-2", "rehearsal-3" })
        {
            using var told = new StringWriter();
            var record = Path.Combine(folder, slug);
            var code = CommandLine.Run([record, "--policy", Path.Combine(record, "policy")], new Terminal(TextReader.Null, told, TextWriter.Null, false));
            Assert.True(code == 0, told.ToString());
            Assert.StartsWith("REHEARSAL", told.ToString());
        }

        var files = Loaded(Path.Combine(folder, "rehearsal-3"));
        foreach (var part in new[] { "tile/", "disclosures.jsonl", "checkpoint" })
            FlipTests.Noticed(files, part, (verdict, _, _) => verdict.Findings.All.Count > 0, [1]);
    }

    private static RecordFiles Loaded(string place)
    {
        var record = new RecordFiles();
        foreach (var file in Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories))
            record.Files[Path.GetRelativePath(place, file).Replace('\\', '/')] = File.ReadAllBytes(file);
        return record;
    }

    private static string Root()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Faubourg.slnx"))) root = Directory.GetParent(root)!.FullName;
        return root;
    }
}
