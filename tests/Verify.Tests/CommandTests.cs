using System.Text;
using Faubourg.Verify.Commands;
using Faubourg.Verify.Tests.Street;
using static Faubourg.Verify.Tests.Records;

namespace Faubourg.Verify.Tests;

/// <summary>As somebody types them: 0 sound, 1 broken, 2 wrong usage.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("faubourg-verify-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_sound_record_is_0_and_says_so()
    {
        var (code, said) = Run(Saved());
        Assert.Equal(0, code);
        Assert.EndsWith("Sound.\n", said.ReplaceLineEndings("\n"));
        Assert.Contains("1 council, 1 draw, 1 decision", said);
        Assert.Contains("That one person had one seat", said);
    }

    [Fact]
    public void A_rehearsal_says_so_first() =>
        Assert.StartsWith("REHEARSAL", Run(Saved(Lived(lane => lane.Evening(), rehearsal: true).Files())).Said);

    [Fact]
    public void A_broken_one_is_1_and_names_entry_and_rule()
    {
        var files = Council().Files();
        files.Files[files.Files.Keys.First(p => p.StartsWith("tile/entries/", StringComparison.Ordinal))][40] ^= 1;
        var (code, said) = Run(Saved(files));
        Assert.Equal(1, code);
        Assert.Contains("BROKEN  entry 0, rule entry:", said);
    }

    [Fact]
    public void Json_says_the_same_to_programs()
    {
        var (code, said) = Run(Saved(), "--json");
        Assert.Equal(0, code);
        using var json = System.Text.Json.JsonDocument.Parse(said);
        Assert.True(json.RootElement.GetProperty("sound").GetBoolean());
        Assert.Equal(2, json.RootElement.GetProperty("disclosures").GetProperty("erased").GetInt32());
    }

    [Fact]
    public void Every_entry_can_be_listed() => Assert.Contains("quarter.founded", Run(Saved(), "--entries").Said);

    [Theory]
    [InlineData]
    [InlineData("nowhere")]
    [InlineData("--old")]
    [InlineData(".", "--unknown")]
    [InlineData("prove", ".")]
    [InlineData("check", "nothing")]
    [InlineData("draw", "nothing", "--role", "facilitator")]
    [InlineData("bearer")]
    public void Wrong_usage_is_2(params string[] words) => Assert.Equal(2, Run(words).Code);

    [Fact]
    public void An_entry_is_proved_and_the_proof_checked()
    {
        var record = Saved();
        var (proof, leaf) = (Path.Combine(folder, "proof"), Path.Combine(folder, "leaf"));
        Assert.Equal(0, Run("prove", record, "--entry", "3", "-o", proof, "--leaf", leaf).Code);
        var (code, said) = Run("check", proof, "--leaf", leaf, "--policy", Path.Combine(record, "policy"));
        Assert.Equal(0, code);
        Assert.Contains("Proof holds: entry 3", said);
        File.AppendAllText(leaf, "x");
        Assert.Equal(1, Run("check", proof, "--leaf", leaf, "--policy", Path.Combine(record, "policy")).Code);
    }

    [Fact]
    public void A_log_of_any_entries_is_checked_by_its_hashes()
    {
        var files = Recorder.FilesOf([.. Enumerable.Range(0, 600).Select(n => Encoding.ASCII.GetBytes($"anything {n}"))], [], "log.example/any", Key);
        var record = Saved(files);
        var policy = Path.Combine(record, "policy");
        Assert.Equal(0, Run(record, "--hashes", "--policy", policy).Code);
        Assert.Equal(2, Run(record, "--hashes").Code);
        Assert.Equal(1, Run(record).Code);
        File.Delete(Path.Combine(record, "tile/0/000"));
        Assert.Equal(1, Run(record, "--hashes", "--policy", policy).Code);
    }

    [Fact]
    public void Where_a_partial_tile_is_gone_the_full_one_serves()
    {
        var entries = Enumerable.Range(0, 300).Select(n => Encoding.ASCII.GetBytes($"anything {n}")).ToArray();
        var shorter = Recorder.FilesOf(entries[..200], [], "log.example/any", Key);
        var longer = Recorder.FilesOf(entries, [], "log.example/any", Key);
        longer.Files["checkpoint"] = shorter.Files["checkpoint"];
        var record = Saved(longer);
        Assert.Equal(0, Run(record, "--hashes", "--policy", Path.Combine(record, "policy")).Code);
    }

    [Fact]
    public void A_bearer_makes_words_and_signs_with_them()
    {
        var words = Run("bearer", "new").Said.Split('\n');
        Assert.Equal(12, words[0].Split(' ').Length);
        Assert.Equal(words[1].Trim(), Run(words[0], "bearer", "public").Said.Trim());
        var origin = LogKeys.Origin(Key);
        var root = Convert.ToBase64String(new byte[32]);
        var key = LogKeys.Verifier(origin, "the next");
        var signature = Convert.FromBase64String(Run(words[0], "bearer", "sign", "--origin", origin, "--size", "7", "--root", root, "--key", key.ToString()).Said);
        Assert.True(Ledger.Notes.Statements.Holds(Ledger.Notes.Statements.Recover(origin, 7, new byte[32], key), Convert.FromBase64String(words[1]), signature));
    }

    private string Saved(RecordFiles? files = null)
    {
        var place = Path.Combine(folder, "record");
        (files ?? Council().Files()).Save(place);
        return place;
    }

    private static (int Code, string Said) Run(params string[] words) => words is [var first, "bearer", ..] && first.Contains(' ')
        ? With(first, words[1..])
        : With("", words);

    private static (int Code, string Said) With(string typed, string[] words)
    {
        using var told = new StringWriter();
        return (CommandLine.Run(words, new Terminal(new StringReader(typed), told, TextWriter.Null, false)), told.ToString());
    }
}
