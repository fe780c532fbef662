using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tests.Oracle;
using Faubourg.Ledger.Tests.Tree;
using Faubourg.Ledger.Tree;

namespace Faubourg.Ledger.Tests.Notes;

public sealed class EvidenceTests
{
    private static readonly VerifierKey Key = Signers.Log.Key;

    private static Note Signed(Grown log) => Signers.Cosigned(new Checkpoint(Signers.Origin, log.Edge.Size, [.. log.Edge.Root()]));

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(257)]
    public void Two_histories_of_one_size_are_a_fork(int size)
    {
        var (one, other) = (Signed(new Grown(size)), Signed(new Grown(size, seed: 1)));

        var evidence = Evidence.Of(Key, one, other, new Grown(size));

        Assert.Equal((Key, Signers.Origin, size, size), (evidence.Key, evidence.Origin, evidence.Smaller.Size, evidence.Larger.Size));
        Assert.Equal($"faubourg-fork/v1\nvkey {Key}\n\n{one}--\n{other}", evidence.ToString());
        Assert.Equal(evidence.ToString(), Evidence.Parse(evidence.ToString()).ToString());
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 4)]
    [InlineData(4, 8)]
    [InlineData(7, 300)]
    [InlineData(256, 300)]
    [InlineData(299, 300)]
    public void A_shorter_history_that_the_longer_does_not_begin_with_is_a_fork(int shorter, int longer)
    {
        var kept = new Grown(longer);
        foreach (var evidence in new[] { Evidence.Of(Key, Signed(new Grown(shorter, seed: 1)), Signed(kept), kept), Evidence.Of(Key, Signed(kept), Signed(new Grown(shorter, seed: 1)), kept) })
        {
            Assert.Equal((shorter, longer), (evidence.Smaller.Size, evidence.Larger.Size));
            Assert.Equal(evidence.ToString(), Evidence.Parse(evidence.ToString()).ToString());
        }
    }

    [Theory]
    [InlineData(0, 9)]
    [InlineData(1, 9)]
    [InlineData(8, 9)]
    [InlineData(9, 9)]
    [InlineData(256, 300)]
    public void A_log_that_only_grew_is_no_fork(int earlier, int later)
    {
        var log = new Grown(later);
        Assert.Equal("no fork: one checkpoint continues the other", Refusals.Of(() => Evidence.Of(Key, Signed(new Grown(earlier)), Signed(log), log)));
    }

    [Fact]
    public void A_log_that_only_grew_is_no_fork_whatever_proof_is_put_beside_it()
    {
        var (early, late) = (Signed(new Grown(4)).ToString(), Signed(new Grown(8)).ToString());
        var head = $"faubourg-fork/v1\nvkey {Key}\n";
        string Proof(params byte[][] hashes) => string.Concat(hashes.Select(hash => $"proof {Convert.ToBase64String(hash)}\n"));
        var real = Proofs.Consistency(new Grown(8), 4, 8);

        // Of a power of two the plain proof does not say the earlier root, so it cannot show that another was signed.
        Assert.NotNull(Refusals.Of(() => Evidence.Parse($"{head}{Proof([.. real])}\n{early}--\n{late}")));
        Assert.NotNull(Refusals.Of(() => Evidence.Parse($"{head}{Proof(new byte[32], real[0])}\n{early}--\n{late}")));
        Assert.NotNull(Refusals.Of(() => Evidence.Parse($"{head}{Proof(real[0], real[0])}\n{early}--\n{late}")));
        Assert.NotNull(Refusals.Of(() => Evidence.Parse($"{head}\n{early}--\n{late}")));
        Assert.NotNull(Refusals.Of(() => Evidence.Parse($"{head}\n{late}--\n{early}")));
        Assert.NotNull(Refusals.Of(() => Evidence.Parse($"{head}\n{late}--\n{late}")));
    }

    [Fact]
    public void An_empty_log_with_the_root_of_something_contradicts_every_other()
    {
        var log = new Grown(5);
        var odd = Signers.Signed(Cast.Checkpoint(0));
        Assert.Null(Refusals.Of(() => Evidence.Parse(Evidence.Of(Key, odd, Signed(log), log).ToString())));
        Assert.Null(Refusals.Of(() => Evidence.Parse(Evidence.Of(Key, odd, Signed(new Grown(0)), log).ToString())));
        Assert.NotNull(Refusals.Of(() => Evidence.Of(Key, odd, odd, log)));
    }

    [Fact]
    public void Another_key_proves_nothing_about_this_log()
    {
        using var stranger = NoteSigner.Ed25519(Signers.Origin, Signers.Seed(9));
        using var other = NoteSigner.Ed25519("other.example", Signers.Seed(9));
        var (one, two) = (Signed(new Grown(9)), Signed(new Grown(9, seed: 1)));

        Assert.NotNull(Refusals.Of(() => Evidence.Of(stranger.Key, one, two, new Grown(9))));
        Assert.NotNull(Refusals.Of(() => Evidence.Of(Signers.First.Key, one, two, new Grown(9))));
        // Signed by a stranger under this origin: it holds, and says whose key it was.
        Note By(NoteSigner signer, Note note) => new(note.Text, [signer.Sign(note.Text)]);
        Assert.NotEqual(Key, Evidence.Of(stranger.Key, By(stranger, one), By(stranger, two), new Grown(9)).Key);
        Assert.NotNull(Refusals.Of(() => Evidence.Of(other.Key, By(other, one), By(other, two), new Grown(9))));
        Assert.NotNull(Refusals.Of(() => Evidence.Of(Key, one, By(stranger, two), new Grown(9))));
    }

    [Fact]
    public void Tiles_that_are_not_the_longer_ones_make_no_evidence()
        => Assert.NotNull(Refusals.Of(() => Evidence.Of(Key, Signed(new Grown(7, seed: 1)), Signed(new Grown(300)), new Grown(300, seed: 2))));

    [Fact]
    public void Any_other_bit_is_refused_or_hurts_a_cosignature_that_does_not_count()
    {
        Note Plain(Grown log) => Signers.Signed(new Checkpoint(Signers.Origin, log.Edge.Size, [.. log.Edge.Root()]));
        var kept = new Grown(11);
        var sound = Evidence.Of(Key, Plain(new Grown(8, seed: 1)), Plain(kept), kept).ToString();
        for (var at = 0; at < sound.Length; at++)
            for (var bit = 0; bit < 7; bit++)
                Assert.NotNull(Refusals.Of(() => Evidence.Parse(sound[..at] + (char)(sound[at] ^ (1 << bit)) + sound[(at + 1)..])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("faubourg-fork/v1")]
    [InlineData("faubourg-fork/v1\n\n")]
    [InlineData("faubourg-fork/v1\nvkey \n\n--\n")]
    public void What_is_no_evidence_is_refused(string text) => Assert.NotNull(Refusals.Of(() => Evidence.Parse(text)));
}
