using System.Text;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Verify.Checks;
using Faubourg.Verify.Reports;
using Faubourg.Verify.Tests.Street;
using NodaTime;
using static Faubourg.Verify.Tests.Records;

namespace Faubourg.Verify.Tests;

/// <summary>Whom the reader trusts: the log's key, witnesses, and how many of them.</summary>
public sealed class WitnessTests
{
    private static readonly string[] Names = ["one.example/w/1", "two.example/w/1", "three.example/w/1"];

    private static readonly Lazy<Recorder> Held = new(Council);

    [Fact]
    public void Enough_of_them_make_a_quorum()
    {
        var verdict = Sound(Witnessed(2, Now - Duration.FromHours(1)), Trusting);
        Assert.Equal((2, 3), (verdict.Witnesses.Length, verdict.WitnessesKnown));
        Assert.Contains("2 of 3 witnesses recognised", Report(verdict));
    }

    [Fact]
    public void Too_few_are_a_finding() =>
        Assert.Contains(Check(Witnessed(1, Now), Trusting).Findings.All, f => f.Rule == "quorum" && f.What.StartsWith("1 of 3", StringComparison.Ordinal));

    [Fact]
    public void A_byte_changed_in_a_cosignature_fails_or_leaves_fewer_witnesses()
    {
        var files = Witnessed(2, Now - Duration.FromHours(1));
        var note = files.Files["checkpoint"];
        var lines = Encoding.UTF8.GetString(note).Split('\n');
        var from = Encoding.UTF8.GetByteCount(string.Join('\n', lines[..5])) + 1;
        for (var at = from; at < note.Length; at++)
        {
            foreach (byte flip in new byte[] { 1, 128 })
            {
                note[at] ^= flip;
                var verdict = Check(files, Trusting);
                Assert.True(!verdict.IsSound || verdict.Witnesses.Length < 2, $"byte {at}");
                note[at] ^= flip;
            }
        }
    }

    [Fact]
    public void Another_log_than_the_one_that_is_trusted_is_another_log()
    {
        var other = Policy.Of(LogKeys.Verifier(Held.Value.Origin, "somebody else"));
        Assert.Contains(Check(Held.Value.Files(), q => q with { Policy = other }).Findings.All, f => f.Rule == "policy");
    }

    [Fact]
    public void A_frozen_record_shows()
    {
        var files = Witnessed(2, Now - Duration.FromHours(30));
        Sound(files, q => Trusting(q) with { MaxAge = Duration.FromHours(48) });
        Assert.Contains(Check(files, q => Trusting(q) with { MaxAge = Duration.FromHours(24) }).Findings.All, f => f.Rule == "age");
    }

    [Fact]
    public void Beside_each_claimed_time_stands_when_a_witness_first_saw_it_and_gaps_are_flagged()
    {
        var lived = Season();
        var earlier = Lived(lane => lane.Afterwards(lane.Evening(objects: true)));
        var seen = Instant.FromUtc(2026, 11, 6, 12, 0);
        var old = new OldCheckpoint("kept", Cosigned(Note.Parse(earlier.Files().Files["checkpoint"]), 2, seen));
        var files = lived.Files();
        var late = Instant.FromUtc(2026, 12, 24, 0, 0);
        files.Files["checkpoint"] = Encoding.UTF8.GetBytes(Cosigned(Note.Parse(files.Files["checkpoint"]), 2, late).ToString());
        var verdict = Sound(files, q => Trusting(q) with { Old = [old] });
        var ranges = verdict.Seen!.Ranges;
        Assert.Equal([earlier.Entries.Count, lived.Entries.Count], ranges.Select(r => (int)r.To));
        Assert.Equal([seen, late], ranges.Select(r => r.First!.At));
        Assert.True(ranges[1].Flagged > 50);
        Assert.Contains(verdict.Findings.All, f => f is { Rule: "gap", Weight: Checks.Weight.Notice });
        Assert.Contains($"first seen by one at {seen}", Report(verdict));
    }

    [Fact]
    public void A_time_claimed_after_a_witness_saw_it_is_a_finding() => Assert.Contains(
        Check(Witnessed(2, Instant.FromUtc(2026, 11, 2, 9, 0)), Trusting).Findings.All, f => f is { Rule: "witness", Entry: > 0 });

    private static Question Trusting(Question question)
    {
        var log = $"log {LogKeys.Verifier(Held.Value.Origin, Key)}\n";
        string[] named = ["one", "two", "three"];
        var witnesses = string.Concat(Names.Zip(named).Select(n => $"witness {n.Second} {VerifierKey.Cosigner(n.First, LogKeys.Public(n.First))}\n"));
        return question with { Policy = Policy.Parse($"{log}{witnesses}group all 2 one two three\nquorum all\n") };
    }

    private static RecordFiles Witnessed(int many, Instant at)
    {
        var files = Held.Value.Files();
        files.Files["checkpoint"] = Encoding.UTF8.GetBytes(Cosigned(Note.Parse(files.Files["checkpoint"]), many, at).ToString());
        return files;
    }

    private static Note Cosigned(Note note, int many, Instant at)
    {
        foreach (var name in Names[..many])
        {
            using var witness = Cosigner.Ed25519(name, LogKeys.Seed(name));
            note = note.With(witness.Sign(note.Text, at.ToUnixTimeSeconds()));
        }

        return note;
    }

    private static string Report(Verdict verdict)
    {
        using var told = new StringWriter();
        new TextReport(told, verdict).Write();
        return told.ToString();
    }
}
