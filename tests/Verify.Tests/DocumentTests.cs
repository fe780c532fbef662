using System.Text;
using Faubourg.Domain.Councils;
using Faubourg.Verify.Commands;
using Faubourg.Verify.Tests.Street;
using static Faubourg.Verify.Tests.Records;

namespace Faubourg.Verify.Tests;

/// <summary>Every command in the documentation does what it says. Addresses and the host's own commands are tested elsewhere.</summary>
public sealed class DocumentTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("faubourg-verify-docs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Every_command_in_verifying_works()
    {
        Prepare();
        var commands = Commands().ToArray();
        Assert.True(commands.Length >= 9);
        foreach (var command in commands)
        {
            using var told = new StringWriter();
            var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];
            var typed = new StringReader(Lane.BearerWords("amina").Text);
            Assert.True(CommandLine.Run([.. words.Select(Placed)], new Terminal(typed, told, told, false)) == 0, $"{command}\n{told}");
        }
    }

    private void Prepare()
    {
        var record = Council();
        record.Files().Save(Path.Combine(folder, "lilas-record"));
        var earlier = Lived(lane => lane.Evening(objects: true)).Files();
        earlier.Save(Path.Combine(folder, "last-year-record"));
        File.WriteAllBytes(Path.Combine(folder, "kept-checkpoint"), earlier.Files["checkpoint"]);
        var witness = LogKeys.Public("one.example/w/1");
        using var signs = Ledger.Notes.Cosigner.Ed25519("one.example/w/1", LogKeys.Seed("one.example/w/1"));
        var note = Ledger.Notes.Note.Parse(record.Files().Files["checkpoint"]);
        File.WriteAllText(Path.Combine(folder, "lilas-record", "checkpoint"), note.With(signs.Sign(note.Text, DateTimeOffset.UtcNow.ToUnixTimeSeconds())).ToString());
        File.WriteAllText(Path.Combine(folder, "my-policy"),
            $"log {LogKeys.Verifier(record.Origin, Key)}\nwitness one {Ledger.Notes.VerifierKey.Cosigner("one.example/w/1", witness)}\nquorum one\n");
        var log = Recorder.FilesOf([.. Enumerable.Range(0, 300).Select(n => Encoding.ASCII.GetBytes($"{n}"))], [], "log.example/any", Key);
        log.Save(Path.Combine(folder, "some-log"));
        File.WriteAllBytes(Path.Combine(folder, "its-policy"), log.Files["policy"]);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Samples", "vl1-test-vector.txt"), Path.Combine(folder, "transcript"));
        Fork(record);
    }

    private void Fork(Recorder record)
    {
        var other = Lived(lane => lane.Evening(Method.Resistance));
        var verdict = Check(other.Files(), q => q with
        {
            Old = [new Checks.OldCheckpoint("kept", Ledger.Notes.Note.Parse(record.Files().Files["checkpoint"]), record.Files())],
            EvidenceFile = Path.Combine(folder, "fork.evidence"),
        });
        Assert.Single(verdict.EvidenceFiles);
    }

    private string Placed(string word) => word switch
    {
        "ORIGIN" => LogKeys.Origin(Key),
        "SIZE" => "7",
        "ROOT" => Convert.ToBase64String(new byte[32]),
        "NEWKEY" => LogKeys.Verifier(LogKeys.Origin(Key), "the next").ToString(),
        ['-', ..] or "prove" or "check" or "draw" or "numbers" or "bearer" or "new" or "sign" or "24h" or "facilitator" or "12" or "1,2,3,4,5" or "2026-11-23T19:30:00Z" => word,
        _ => Path.Combine(folder, word),
    };

    private static IEnumerable<string> Commands()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Faubourg.slnx"))) root = Directory.GetParent(root)!.FullName;
        return File.ReadLines(Path.Combine(root, "docs", "verifying.md"))
            .Where(line => line.StartsWith("./faubourg-verify ", StringComparison.Ordinal) && !line.Contains("://", StringComparison.Ordinal));
    }
}
