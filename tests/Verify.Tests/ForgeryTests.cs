using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Record;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using Faubourg.Verify.Checks;
using Faubourg.Verify.Reading;
using Faubourg.Verify.Reports;
using Faubourg.Verify.Tests.Street;
using NodaTime;
using static Faubourg.Verify.Tests.Records;

namespace Faubourg.Verify.Tests;

/// <summary>Lies that are well signed, or well hidden: each was believed once.</summary>
public sealed class ForgeryTests
{
    [Fact]
    public void A_spoilt_tile_above_does_not_hide_that_an_entry_is_another()
    {
        var files = Recorder.FilesOf([.. Enumerable.Range(0, 65_541).Select(i => BitConverter.GetBytes(i))], [], LogKeys.Origin(Key), Key);
        for (var i = 0; i < 20; i++) files.Files["tile/1/000"][i * Merkle.HashBytes] ^= 1;
        files.Files["tile/entries/256.p/5"][^1] ^= 1;
        var verdict = Check(files, q => q with { HashesOnly = true, Policy = Policy.Parse(files.Files["policy"]) });
        Assert.Contains(verdict.Findings.All, f => f is { Rule: "entry", Entry: 65_540 });
    }

    [Fact]
    public void A_digest_is_not_erased_by_what_names_another_entry() => Hides(
        at => new DisclosureErased([at.Other.Seq], [at.Other.Name], Ground.Giver), "withheld", "erasure");

    [Fact]
    public void Two_texts_are_not_erased_by_naming_one() => Hides(
        at => new DisclosureErased([at.Mine.Seq], [at.Mine.Name], Ground.Giver), "erasure");

    [Fact]
    public void An_entry_that_is_not_understood_erases_nothing()
    {
        var recorder = Council();
        var (seq, digests) = Texts(recorder, "decision.made");
        var draft = new LeafDraft("wall.painted", "2027-05-30T12:00:00Z", new SortedDictionary<string, LeafValue> { ["digests"] = LeafValue.Of(digests) }, []);
        recorder.Entries.Add(Leaves.Write(draft, recorder.Origin, recorder.Entries.Count, () => []).Bytes);
        var verdict = Check(Without(recorder, seq));
        Assert.Equal(digests.Length, verdict.Withheld);
    }

    [Fact]
    public void No_text_waits_for_a_time_that_was_dated_ahead()
    {
        var recorder = Council();
        var early = Instant.FromUtc(2020, 1, 1, 0, 0);
        Assert.Equal("ahead", Assert.Single(Sound(recorder.Files(), q => q with { Now = early }).Findings.All).Rule);
        var (seq, digests) = Texts(recorder, "decision.made");
        Assert.Equal(digests.Length, Check(Without(recorder, seq), q => q with { Now = early }).Withheld);
    }

    [Fact]
    public void A_record_that_ends_before_a_council_does_is_told_of()
    {
        var recorder = Council();
        var cut = recorder.Entries.FindIndex(e => Encoding.UTF8.GetString(e).Contains("decision.made", StringComparison.Ordinal));
        var entries = recorder.Entries[..cut];
        var lines = recorder.Drain(cut);
        var verdict = Check(Recorder.FilesOf(entries, Encoding.ASCII.GetBytes(lines), recorder.Origin, Key));
        Assert.Contains(verdict.Findings.All, f => f.Rule == "unfinished");
    }

    [Fact]
    public void Evidence_about_another_log_breaks_nothing()
    {
        var origin = LogKeys.Origin("a stranger");
        var (one, two) = (Recorder.Signed(origin, 5, new byte[32], "a stranger"), Recorder.Signed(origin, 5, [1, .. new byte[31]], "a stranger"));
        var files = Council().Files();
        files.Files["evidence"] = Encoding.UTF8.GetBytes(Evidence.Of(LogKeys.Verifier(origin, "a stranger"), one, two, new Files.RecordTiles(files)).ToString());
        var verdict = Sound(files);
        Assert.Null(verdict.BrokenOrigin);
        Assert.Contains(verdict.Findings.All, f => f.Rule == "evidence");
    }

    [Fact]
    public void What_a_record_says_cannot_hide_what_is_said_of_it() =>
        Assert.Equal("of the log \uFFFD[2J\uFFFDSound.", Plain.Of("of the log \u001b[2J\nSound."));

    [Theory]
    [InlineData("fields", "[1]")]
    [InlineData("digests", "[\"no digest\"]")]
    [InlineData("digests", "[\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",1]")]
    public void An_erasure_that_is_badly_written_is_named_and_nobody_stumbles_over_it(string field, string value)
    {
        var recorder = Council();
        var leaf = $"\"{field}\":{value}";
        string[] fields = ["\"digests\":[\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"]", "\"entries\":[0]", "\"fields\":[\"horizon\"]", "\"ground\":\"giver\""];
        var parts = fields.Select(f => f.StartsWith($"\"{field}", StringComparison.Ordinal) ? leaf : f);
        var seq = recorder.Entries.Count;
        recorder.Entries.Add(Encoding.UTF8.GetBytes(
            $"{{\"at\":\"2027-05-30T12:00:00Z\",{string.Join(',', parts)},\"log\":\"{recorder.Origin}\",\"seq\":{seq},\"type\":\"disclosure.erased\",\"v\":1}}"));
        Assert.Contains(Check(recorder.Files()).Findings.All, f => f.Entry == seq && f.Rule is "leaf" or "erasure");
    }

    [Fact]
    public void What_is_said_to_be_erased_without_a_digest_may_not_be_here_either()
    {
        var recorder = Council();
        var clear = new SortedDictionary<string, LeafValue>(StringComparer.Ordinal);
        foreach (var (name, value) in LeafMap.Clear(new DisclosureErased([0], ["horizon"], Ground.Giver))) clear.Add(name, LeafValue.FromPlain(value));
        recorder.Entries.Add(Leaves.Write(new LeafDraft("disclosure.erased", "2027-05-30T12:00:00Z", clear, []), recorder.Origin, recorder.Entries.Count, () => []).Bytes);
        Assert.Contains(Check(recorder.Files()).Findings.All, f => f is { Rule: "erasure", Entry: 0 });
    }

    [Fact]
    public void A_decision_does_not_go_without_its_words()
    {
        var recorder = Council();
        var (seq, _) = Texts(recorder, "decision.made");
        var leaf = JsonNode.Parse(recorder.Entries[(int)seq])!.AsObject();
        leaf.Remove("_sd");
        leaf.Remove("_sd_alg");
        recorder.Entries[(int)seq] = Encoding.UTF8.GetBytes(leaf.ToJsonString());
        Assert.Contains(Check(Without(recorder, seq)).Findings.All, f => f.Rule == "text" && f.Entry == seq);
    }

    [Fact]
    public void Words_are_not_taken_out_under_the_name_of_others_that_never_were()
    {
        var recorder = Council();
        var (erased, digests) = Texts(recorder, "decision.made");
        var clear = new SortedDictionary<string, LeafValue>(StringComparer.Ordinal) { ["digests"] = LeafValue.Of(digests) };
        Assert.Single(digests);
        // Of these a decision may have some, and this one has none.
        foreach (var (name, value) in LeafMap.Clear(new DisclosureErased([erased], ["needs"], Ground.Giver))) clear.Add(name, LeafValue.FromPlain(value));
        recorder.Entries.Add(Leaves.Write(new LeafDraft("disclosure.erased", "2027-05-30T12:00:00Z", clear, []), recorder.Origin, recorder.Entries.Count, () => []).Bytes);
        Assert.Contains(Check(Without(recorder, erased)).Findings.All, f => f.Rule == "text" && f.Entry == erased);
    }

    [Fact]
    public void Every_type_that_erases_is_looked_for_while_entries_are_hashed()
    {
        foreach (var kind in typeof(Event).Assembly.GetTypes())
            if (kind.GetCustomAttribute<LeafAttribute>() is { } leaf)
                Assert.Equal(new EventForm(kind, leaf.Type).Erases, Erasures.May(Encoding.ASCII.GetBytes($"{{\"type\":\"{leaf.Type}\",\"v\":1}}")));
    }

    [Fact]
    public void Texts_do_not_wait_for_a_time_after_which_there_is_none() =>
        Assert.True(Check(MeetingAtTheEndOfTime()).Withheld > 0);

    /// <summary>The founding's texts go, with an entry that names whatever it may.</summary>
    private static void Hides(Func<(TextAt Mine, TextAt Other), DisclosureErased> pretext, params string[] rules)
    {
        var recorder = Council();
        var (seq, digests) = Texts(recorder, "quarter.founded");
        var clear = new SortedDictionary<string, LeafValue>(StringComparer.Ordinal) { ["digests"] = LeafValue.Of(digests) };
        foreach (var (name, value) in LeafMap.Clear(pretext((new(seq, "horizon"), new(Texts(recorder, "decision.made").Seq, "what"))))) clear.Add(name, LeafValue.FromPlain(value));
        recorder.Entries.Add(Leaves.Write(new LeafDraft("disclosure.erased", "2027-05-30T12:00:00Z", clear, []), recorder.Origin, recorder.Entries.Count, () => []).Bytes);
        var verdict = Check(Without(recorder, seq));
        Assert.All(rules, rule => Assert.Contains(verdict.Findings.All, f => f.Rule == rule));
    }

    private static (long Seq, string[] Digests) Texts(Recorder recorder, string type)
    {
        var seq = recorder.Entries.FindIndex(e => Encoding.UTF8.GetString(e).Contains(type, StringComparison.Ordinal));
        using var leaf = JsonDocument.Parse(recorder.Entries[seq]);
        return (seq, [.. leaf.RootElement.GetProperty("_sd").EnumerateArray().Select(d => d.GetString()!)]);
    }

    private static RecordFiles Without(Recorder recorder, long seq)
    {
        var files = recorder.Files();
        var lines = Encoding.ASCII.GetString(files.Files["disclosures.jsonl"]).Split('\n').Where(line => !line.EndsWith($":{seq}}}", StringComparison.Ordinal));
        files.Files["disclosures.jsonl"] = Encoding.ASCII.GetBytes(string.Join('\n', lines));
        return files;
    }
}
