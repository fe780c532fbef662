using Faubourg.Ledger.Keys;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tests.Oracle;

namespace Faubourg.Ledger.Tests.Notes;

public sealed class StatementsTests
{
    private static readonly VerifierKey Next = VerifierKey.Ed25519(Signers.Origin, [.. Words12.Of(new byte[16]).PublicKey()]);
    private static readonly byte[] Root = new byte[32];

    [Fact]
    public void Rotation_and_recovery_are_five_lines_each()
    {
        var lines = $"{Signers.Origin}\n40\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n{Next}\n";
        Assert.Equal("rotate/v1\n" + lines, Statements.Rotate(Signers.Origin, 40, Root, Next));
        Assert.Equal("recover/v1\n" + lines, Statements.Recover(Signers.Origin, 40, Root, Next));
    }

    [Fact]
    public void One_holds_with_its_own_key_and_its_own_words_only()
    {
        var words = Words12.Of(new byte[16]);
        var text = Statements.Recover(Signers.Origin, 40, Root, Next);
        var signature = Statements.Sign(text, words.Seed());

        Assert.Equal(64, signature.Length);
        Assert.True(Statements.Holds(text, words.PublicKey(), signature));
        Assert.False(Statements.Holds(Statements.Rotate(Signers.Origin, 40, Root, Next), words.PublicKey(), signature));
        Assert.False(Statements.Holds(Statements.Recover(Signers.Origin, 41, Root, Next), words.PublicKey(), signature));
        Assert.False(Statements.Holds(text, Signers.Log.Key.PublicKey.AsSpan(), signature));
        Assert.False(Statements.Holds(text, [], signature));
        Assert.False(Statements.Holds(text, words.PublicKey(), []));
        Assert.False(Statements.Holds(text, new byte[32], signature));
    }

    [Fact]
    public void What_could_be_read_otherwise_is_not_said()
    {
        Assert.NotNull(Refusals.Of(() => Statements.Rotate(Signers.Origin, -1, Root, Next)));
        Assert.NotNull(Refusals.Of(() => Statements.Rotate(Signers.Origin, 1, new byte[31], Next)));
        Assert.NotNull(Refusals.Of(() => Statements.Rotate("other.example", 1, Root, Next)));
        Assert.NotNull(Refusals.Of(() => Statements.Rotate(Signers.Origin, 1, Root, Signers.First.Key with { Name = Signers.Origin })));
    }

    [Fact]
    public void No_statement_is_a_checkpoint()
    {
        Assert.NotNull(Refusals.Of(() => Checkpoint.Parse(Statements.Rotate(Signers.Origin, 40, Root, Next))));
        Assert.NotNull(Refusals.Of(() => Checkpoint.Parse(new Place(Signers.Origin, "https://lilas.example/", "2026-11-23T12:00:00Z").Text)));
    }
}
