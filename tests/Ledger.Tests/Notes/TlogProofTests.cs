using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tests.Oracle;
using Faubourg.Ledger.Tests.Tree;
using Faubourg.Ledger.Tree;

namespace Faubourg.Ledger.Tests.Notes;

public sealed class TlogProofTests
{
    private static readonly Grown Log = new(300);
    private static readonly Note Signed = Signers.Cosigned(new Checkpoint(Signers.Origin, 300, [.. Log.Edge.Root()]));

    private static TlogProof Proof(long index, byte[]? extra = null) => new(index, Proofs.Inclusion(Log, index, 300), Signed.ToString(), extra);

    [Fact]
    public void It_needs_the_entry_a_policy_and_nothing_else()
    {
        for (var index = 0; index < 300; index++)
        {
            var judged = TlogProof.Parse(Proof(index).ToString()).Verify(Grown.Entry(index), Signers.Policy);
            Assert.Equal((Signers.Log.Key, 300L), (judged.Log, judged.Checkpoint.Size));
            Assert.Equal(["lilas", "roses"], judged.Witnesses.Select(witness => witness.Name));
        }
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        foreach (var text in new[] { Proof(0), Proof(299, [1, 2]), Proof(7, []) }.Select(proof => proof.ToString()))
            Assert.Equal(text, TlogProof.Parse(text).ToString());
        Assert.Equal([1, 2], TlogProof.Parse(Proof(3, [1, 2]).ToString()).Extra);
        Assert.Null(TlogProof.Parse(Proof(3).ToString()).Extra);
    }

    [Fact]
    public void The_entry_of_a_log_of_one_needs_no_hashes()
    {
        var log = new Grown(1);
        var note = Signers.Cosigned(new Checkpoint(Signers.Origin, 1, [.. log.Edge.Root()]));
        var text = new TlogProof(0, Proofs.Inclusion(log, 0, 1), note.ToString()).ToString();
        Assert.StartsWith($"c2sp.org/tlog-proof@v1\nindex 0\n\n{Signers.Origin}\n1\n", text, StringComparison.Ordinal);
        Assert.True(TlogProof.Parse(text).Verify(Grown.Entry(0), Signers.Policy).IsAccepted);
    }

    [Fact]
    public void Any_other_entry_or_place_is_refused()
    {
        Assert.NotNull(Refusals.Of(() => Proof(7).Verify(Grown.Entry(8), Signers.Policy)));
        Assert.NotNull(Refusals.Of(() => (Proof(7) with { Index = 8 }).Verify(Grown.Entry(7), Signers.Policy)));
        Assert.NotNull(Refusals.Of(() => (Proof(7) with { Index = long.MaxValue }).Verify(Grown.Entry(7), Signers.Policy)));
        Assert.NotNull(Refusals.Of(() => (Proof(7) with { Path = Proof(8).Path }).Verify(Grown.Entry(7), Signers.Policy)));
    }

    [Fact]
    public void Without_the_log_or_the_quorum_of_the_policy_it_says_nothing()
    {
        var onlyLog = (Proof(7) with { Checkpoint = Signers.Signed(Checkpoint.Parse(Signed.Text)).ToString() });
        Assert.Contains("too few witnesses", Refusals.Of(() => onlyLog.Verify(Grown.Entry(7), Signers.Policy)), StringComparison.Ordinal);
        Assert.True(onlyLog.Verify(Grown.Entry(7), Policy.Of(Signers.Log.Key)).IsAccepted);
        var other = Policy.Of(VerifierKey.Ed25519("other.example", new byte[32]));
        Assert.Contains("not signed by a log", Refusals.Of(() => onlyLog.Verify(Grown.Entry(7), other)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cosignature_from_the_future_does_not_count()
    {
        Assert.Null(Refusals.Of(() => Proof(7).Verify(Grown.Entry(7), Signers.Policy, Signers.Now)));
        Assert.NotNull(Refusals.Of(() => Proof(7).Verify(Grown.Entry(7), Signers.Policy, Signers.Now - 86_400)));
    }

    /// <summary>
    /// The example of C2SP tlog-proof, where signatures are cut short with […] and the extra line is no base64 of any length. With the
    /// signatures made whole its other lines are read.
    /// </summary>
    [Fact]
    public void The_lines_of_the_specifications_example_are_read()
    {
        const string lines = "gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=\nB95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=\n"
            + "EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=\nRoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=\n"
            + "AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=\n";
        const string checkpoint = "example.com/fancylog\n109482\nsFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=\n";
        var note = new Note(checkpoint, [new("example.com/fancylog", 1, [1]), new("witness1.example", 2, [2])]);
        var text = $"c2sp.org/tlog-proof@v1\nindex 73894\n{lines}\n{note}";

        var proof = TlogProof.Parse(text);

        Assert.Equal((73_894, 5), (proof.Index, proof.Path.Length));
        Assert.Equal(text, proof.ToString());
        Assert.NotNull(Refusals.Of(() => TlogProof.Parse(text.Replace(note.ToString(), checkpoint + "\n— example.com/fancylog hI2DJw[...]1roloI=\n"))));
    }

    [Fact]
    public void Any_other_bit_is_refused_unless_it_is_in_what_nobody_signed()
    {
        var sound = Proof(7, [1, 2, 3]).ToString();
        var free = sound.IndexOf("extra ", StringComparison.Ordinal)..(sound.IndexOf("index ", StringComparison.Ordinal) - 1);
        var unknown = sound.IndexOf("— mimosa", StringComparison.Ordinal)..sound.IndexOf("— roses", StringComparison.Ordinal);
        for (var at = 0; at < sound.Length; at++)
        {
            if (free.Start.Value <= at && at < free.End.Value) continue;
            if (unknown.Start.Value <= at && at < unknown.End.Value) continue;
            for (var bit = 0; bit < 7; bit++)
            {
                var forged = sound[..at] + (char)(sound[at] ^ (1 << bit)) + sound[(at + 1)..];
                Assert.NotNull(Refusals.Of(() => TlogProof.Parse(forged).Verify(Grown.Entry(7), Signers.Policy)));
            }
        }
    }

    [Theory]
    [InlineData("tlog-proof@v1", "tlog-proof@v2")]
    [InlineData("index 7\n", "index 07\n")]
    [InlineData("index 7\n", "index -7\n")]
    [InlineData("index 7\n", "index 9223372036854775808\n")]
    [InlineData("index 7\n", "index  7\n")]
    [InlineData("index 7\n", "")]
    [InlineData("index 7\n", "extra AAAB\nextra AAAB\nindex 7\n")]
    [InlineData("index 7\n", "extra AAB\nindex 7\n")]
    [InlineData("index 7\n", "index 7\nextra AAAB\n")]
    [InlineData("index 7\n", "index 7\n\n")]
    [InlineData("index 7\n", "index 7\nAAAA\n")]
    [InlineData("=\n\n", "=\n")]
    [InlineData("c2sp", "\nc2sp")]
    public void Another_spelling_is_refused(string there, string forged)
    {
        var sound = Proof(7).ToString();
        Assert.Null(Refusals.Of(() => TlogProof.Parse(sound)));
        var at = sound.IndexOf(there, StringComparison.Ordinal);
        Assert.NotNull(Refusals.Of(() => TlogProof.Parse(sound[..at] + forged + sound[(at + there.Length)..])));
    }

    [Fact]
    public void More_hashes_than_any_log_needs_are_refused()
    {
        var hash = Convert.ToBase64String(new byte[32]) + "\n";
        string With(int hashes) => Proof(7).ToString().Replace("index 7\n", "index 7\n" + string.Concat(Enumerable.Repeat(hash, hashes)));
        Assert.Null(Refusals.Of(() => TlogProof.Parse(With(50))));
        Assert.NotNull(Refusals.Of(() => TlogProof.Parse(With(65))));
        Assert.NotNull(Refusals.Of(() => TlogProof.Parse(With(30_000))));
    }
}
