using Faubourg.Domain.Councils;
using Faubourg.Ledger.Notes;
using Faubourg.Verify.Checks;
using Faubourg.Verify.Commands;
using Faubourg.Verify.Tests.Street;
using NodaTime;
using static Faubourg.Verify.Tests.Records;

namespace Faubourg.Verify.Tests;

/// <summary>Two histories under one key: evidence is written, and anybody can check it anywhere.</summary>
public sealed class ForkTests
{
    [Fact]
    public void Of_one_size() => Proves(Ended("the left bench"), Ended("the right bench"));

    [Fact]
    public void A_shorter_one_after_a_longer() => Proves(Ended("the left bench", more: true), Ended("the right bench"));

    [Fact]
    public void A_longer_one_after_a_shorter() => Proves(Ended("the left bench"), Ended("the right bench", more: true));

    [Fact]
    public void What_continues_is_no_fork()
    {
        var (shorter, longer) = (Ended("the left bench"), Ended("the left bench", more: true));
        var verdict = Sound(longer.Files(), q => q with { Old = [Kept(shorter)] });
        Assert.Empty(verdict.EvidenceFiles);
    }

    [Fact]
    public void A_shorter_copy_of_the_same_is_cut_off_and_no_fork()
    {
        var (shorter, longer) = (Ended("the left bench"), Ended("the left bench", more: true));
        var verdict = Check(shorter.Files(), q => q with { Old = [Kept(longer)] });
        Assert.Contains(verdict.Findings.All, f => f is { Rule: "prefix", Weight: Checks.Weight.Broken });
        Assert.Empty(verdict.EvidenceFiles);
    }

    [Fact]
    public void Evidence_beside_a_record_makes_it_broken_for_good()
    {
        var (one, other) = (Ended("the left bench"), Ended("the right bench"));
        var files = one.Files();
        files.Files["evidence"] = File.ReadAllBytes(Proves(one, other));
        var verdict = Check(files);
        Assert.Equal(one.Origin, verdict.BrokenOrigin);
        Assert.False(verdict.IsSound);
    }

    [Fact]
    public void Evidence_signed_with_a_strangers_key_breaks_nothing()
    {
        var record = Ended("the left bench");
        using var stranger = NoteSigner.Ed25519(record.Origin, new byte[32]);
        Note Signed(byte root)
        {
            var text = new Checkpoint(record.Origin, 5, [.. Enumerable.Repeat(root, 32)]).Text;
            return new Note(text, [stranger.Sign(text)]);
        }

        var files = record.Files();
        files.Files["evidence"] = System.Text.Encoding.UTF8.GetBytes(
            Evidence.Of(stranger.Key, Signed(1), Signed(2), tiles: null!).ToString());
        var verdict = Check(files);
        Assert.True(verdict.IsSound);
        Assert.Null(verdict.BrokenOrigin);
        Assert.Contains(verdict.Findings.All, f => f.Rule == "evidence" && f.What.Contains("does not answer", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_no_one_key_signed_both_there_is_a_fork_and_no_file_to_prove_it()
    {
        var (one, other) = (KeyTests.Rotated(days: 10), KeyTests.Rotated(days: 11));
        Assert.Equal(one.Entries.Count, other.Entries.Count);
        var verdict = Check(one.Files(signedBy: Key), q => q with { Old = [new OldCheckpoint("kept", Note.Parse(other.Files(signedBy: KeyTests.Second).Files["checkpoint"]))] });
        Assert.Contains(verdict.Findings.All, f => f is { Rule: "prefix", Weight: Checks.Weight.Broken });
        Assert.Contains(verdict.Findings.All, f => f.Rule == "evidence" && f.What.Contains("no one key signed both", StringComparison.Ordinal));
        Assert.Empty(verdict.EvidenceFiles);
    }

    [Fact]
    public void Evidence_is_not_written_through_a_link_that_somebody_laid_there()
    {
        if (OperatingSystem.IsWindows()) return; // Links need a right there.
        var (one, other) = (Ended("the left bench"), Ended("the right bench"));
        var name = Assert.Single(Check(one.Files(), q => q with { Old = [Kept(other)] }).EvidenceFiles);
        var mine = Path.GetTempFileName();
        try
        {
            File.Delete(name);
            File.CreateSymbolicLink(name, mine);
            Assert.Equal(name, Assert.Single(Check(one.Files(), q => q with { Old = [Kept(other)] }).EvidenceFiles));
            Assert.Equal(0, new FileInfo(mine).Length);
            Assert.StartsWith("faubourg-fork/v1", File.ReadAllText(name), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(name);
            File.Delete(mine);
        }
    }

    [Fact]
    public void Where_evidence_cannot_be_written_the_fork_is_still_named()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), "no such folder", "fork.evidence");
        var verdict = Check(Ended("the left bench").Files(), q => q with { Old = [Kept(Ended("the right bench"))], EvidenceFile = nowhere });
        Assert.Contains(verdict.Findings.All, f => f.Rule == "fork" && f.What.Contains("cannot be written", StringComparison.Ordinal));
    }

    private static string Proves(Recorder then, Recorder now)
    {
        var file = Path.GetTempFileName();
        var verdict = Check(now.Files(), q => q with { Old = [Kept(then)], EvidenceFile = file });
        Assert.False(verdict.IsSound);
        Assert.Equal(file, Assert.Single(verdict.EvidenceFiles));
        Assert.Contains(verdict.Findings.All, f => f.Rule == "fork" && f.What.Contains(file, StringComparison.Ordinal));
        using var told = new StringWriter();
        Assert.Equal(CommandLine.Sound, CommandLine.Run(["check", file], new Terminal(TextReader.Null, told, TextWriter.Null, false)));
        Assert.Contains("Evidence holds", told.ToString());
        Assert.Contains("first key of that log", told.ToString());
        return file;
    }

    private static OldCheckpoint Kept(Recorder record) =>
        new("kept", Note.Parse(record.Files().Files["checkpoint"]), record.Files());

    /// <summary>One council whose correction says this; perhaps life goes on.</summary>
    private static Recorder Ended(string correction, bool more = false) => Lived(lane =>
    {
        var council = lane.Evening();
        lane.Corrects(council, correction);
        if (more) lane.Evening(Method.Resistance);
        lane.Waits(Duration.FromHours(1));
    });
}
