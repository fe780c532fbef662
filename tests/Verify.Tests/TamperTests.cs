using System.Text;
using Faubourg.Ledger;
using Faubourg.Verify.Checks;
using Faubourg.Verify.Tests.Street;
using static Faubourg.Verify.Tests.Records;

namespace Faubourg.Verify.Tests;

/// <summary>Entries dropped, reordered, doubled or cut off: with the tiles made anew, or everything made anew under another key.</summary>
public sealed class TamperTests
{
    private static readonly Lazy<Recorder> True = new(Council);

    public static TheoryData<string> Ways => ["drop the first", "drop one", "drop the last", "swap two", "double one", "append one of another", "cut off ten", "empty it"];

    [Theory]
    [MemberData(nameof(Ways))]
    public void With_tiles_made_anew_and_the_old_checkpoint_it_is_noticed(string way)
    {
        var files = Made(way, "anybody");
        files.Files["checkpoint"] = True.Value.Files().Files["checkpoint"];
        var verdict = Check(files);
        Assert.False(verdict.IsSound);
        Assert.Contains(verdict.Findings.All, f => f.Rule is "root" or "files" or "entry");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void With_everything_made_anew_and_signed_with_another_key_it_is_noticed(string way)
    {
        var verdict = Check(Made(way, "a thief"));
        Assert.False(verdict.IsSound);
        Assert.Contains(verdict.Findings.All, f => f.Rule is "signature" or "key" or "leaf");
    }

    [Theory]
    [InlineData("drop one")]
    [InlineData("swap two")]
    [InlineData("double one")]
    [InlineData("append one of another")]
    public void Even_whoever_holds_the_key_cannot_do_it_unnoticed(string way)
    {
        var verdict = Check(Made(way, Key));
        Assert.False(verdict.IsSound);
        Assert.Contains(verdict.Findings.All, f => f.Rule is "seq" or "log" && f.Entry is not null);
    }

    [Fact]
    public void Whoever_holds_the_key_can_cut_the_end_off_and_an_old_checkpoint_shows_it()
    {
        var files = Made("cut off ten", Key);
        var old = new OldCheckpoint("kept", Ledger.Notes.Note.Parse(True.Value.Files().Files["checkpoint"]));
        var verdict = Check(files, q => q with { Old = [old] });
        Assert.Contains(verdict.Findings.All, f => f.Rule == "prefix");
    }

    [Fact]
    public void A_disclosure_taken_away_is_withheld()
    {
        var files = True.Value.Files();
        var lines = Lines(files);
        files.Files["disclosures.jsonl"] = Bytes(lines[1..]);
        var verdict = Check(files);
        Assert.Equal(1, verdict.Withheld);
        Assert.Contains(verdict.Findings.All, f => f.Rule == "withheld" && f.What.StartsWith("WITHHELD", StringComparison.Ordinal) && f.Entry == 0);
    }

    [Fact]
    public void For_twelve_hours_after_time_ended_a_council_its_texts_may_be_kept_back_and_no_longer()
    {
        var end = default(NodaTime.Instant);
        var record = Lived(lane =>
        {
            var council = lane.EndedByTime();
            end = lane.Quarter.Councils[council].DissolvedAt!.Value;
        });
        var files = record.Files();
        var proposals = record.Entries.Index().Where(e => Encoding.UTF8.GetString(e.Item).Contains("proposal.made", StringComparison.Ordinal)).Select(e => (long)e.Index).ToArray();
        files.Files["disclosures.jsonl"] = Bytes(Lines(files).Where(line => !proposals.Contains(SeqOf(line))));
        var soon = Check(files, q => q with { Now = end + NodaTime.Duration.FromHours(11) });
        Assert.True(soon.IsSound, Told(soon));
        Assert.Equal(2, soon.NotYetDue);
        Assert.Equal(2, Check(files, q => q with { Now = end + NodaTime.Duration.FromHours(13) }).Withheld);
    }

    [Fact]
    public void A_disclosure_that_no_entry_names_is_a_finding()
    {
        var files = True.Value.Files();
        var stray = Disclosure.Make("what", "something nobody said", new byte[16]);
        files.Files["disclosures.jsonl"] = Bytes([.. Lines(files), $"{{\"d\":\"{stray.Encoded}\",\"seq\":{True.Value.Entries.Count - 1}}}"]);
        Assert.Equal("stray", Assert.Single(Check(files).Findings.All).Rule);
    }

    [Fact]
    public void A_disclosure_twice_is_a_finding()
    {
        var files = True.Value.Files();
        files.Files["disclosures.jsonl"] = Bytes([Lines(files)[0], .. Lines(files)]);
        Assert.Equal("disclosure", Assert.Single(Check(files).Findings.All).Rule);
    }

    [Fact]
    public void Words_that_were_erased_and_are_still_disclosed_are_a_finding()
    {
        var before = Lived(lane => lane.Evening(objects: true));
        var files = True.Value.Files();
        var erased = Lines(before.Files()).Except(Lines(files)).ToArray();
        Assert.Equal(2, erased.Length);
        files.Files["disclosures.jsonl"] = Bytes([.. Lines(files).Concat(erased).OrderBy(SeqOf)]);
        var verdict = Check(files);
        Assert.Equal(2, verdict.Findings.All.Count(f => f.Rule == "erasure" && f.Entry is not null));
    }

    [Theory]
    [InlineData("not a line of ours")]
    [InlineData("{\"d\":\"\",\"seq\":x}")]
    [InlineData(null)]
    public void A_line_that_cannot_be_read_takes_no_other_along(string? line)
    {
        var files = True.Value.Files();
        var lines = Lines(files);
        files.Files["disclosures.jsonl"] = Bytes([lines[0], line ?? new string('x', 200_000), .. lines[1..]]);
        var finding = Assert.Single(Check(files).Findings.All, f => f.Weight == Weight.Broken);
        Assert.Equal("disclosure", finding.Rule);
        Assert.Contains("line 2:", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_its_list_of_disclosures_all_are_withheld()
    {
        var files = True.Value.Files();
        files.Files.Remove("disclosures.jsonl");
        Assert.True(Check(files).Withheld > 10);
    }

    [Theory]
    [InlineData("checkpoint")]
    [InlineData("tile/0/000")]
    [InlineData("tile/entries/000")]
    public void A_file_that_is_missing_is_named(string start)
    {
        var files = True.Value.Files();
        var path = files.Files.Keys.First(p => p.StartsWith(start, StringComparison.Ordinal));
        files.Files.Remove(path);
        Assert.Contains(Check(files).Findings.All, f => f.What.Contains(path, StringComparison.Ordinal));
    }

    private static RecordFiles Made(string way, string signedBy) =>
        Recorder.FilesOf(Tampered(way), True.Value.Disclosures(), True.Value.Origin, signedBy);

    private static List<byte[]> Tampered(string way)
    {
        var entries = True.Value.Entries.ToList();
        switch (way)
        {
            case "drop the first": entries.RemoveAt(0); break;
            case "drop one": entries.RemoveAt(7); break;
            case "drop the last": entries.RemoveAt(entries.Count - 1); break;
            case "swap two": (entries[4], entries[5]) = (entries[5], entries[4]); break;
            case "double one": entries.Insert(9, entries[9]); break;
            case "append one of another": entries.Add(Season().Entries[^1]); break;
            case "cut off ten": entries.RemoveRange(entries.Count - 10, 10); break;
            default: entries.Clear(); break;
        }

        return entries;
    }

    private static string[] Lines(RecordFiles files) =>
        Encoding.ASCII.GetString(files.Files["disclosures.jsonl"]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static byte[] Bytes(IEnumerable<string> lines) => Encoding.ASCII.GetBytes(string.Concat(lines.Select(l => l + "\n")));

    private static long SeqOf(string line) => long.Parse(line[(line.LastIndexOf(':') + 1)..^1]);
}
