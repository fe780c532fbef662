using CsCheck;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tests.Oracle;

namespace Faubourg.Ledger.Tests.Notes;

public sealed class VerifierKeyTests
{
    private const string Sound = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    [Fact]
    public void What_is_written_is_read_back_and_equal() => Gen.Select(Gen.Byte.Array[32], Gen.Bool).Sample((bytes, witness) =>
    {
        var key = witness ? VerifierKey.Cosigner("a.example/ß/漢", bytes) : VerifierKey.Ed25519("a.example/ß/漢", bytes);
        Assert.Equal(key, VerifierKey.Parse(key.ToString()));
        Assert.Equal(key.GetHashCode(), VerifierKey.Parse(key.ToString()).GetHashCode());
        Assert.NotEqual(key, key with { Name = "b.example" });
    });

    [Theory]
    [InlineData("")]
    [InlineData("example.com/foo")]
    [InlineData("example.com/foo+530d903a")]
    [InlineData("+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+0530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/ foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2l")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k=")]
    [InlineData("example.com/foo+530d903a+ AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k+")]
    [InlineData("example.com/foo+e3b0c442+")]
    public void Another_spelling_or_another_id_is_refused(string vkey)
    {
        Assert.True(VerifierKey.TryParse(Sound, out _));
        Assert.False(VerifierKey.TryParse(vkey, out _));
        Assert.Throws<LedgerException>(() => VerifierKey.Parse(vkey));
    }

    [Fact]
    public void A_plus_in_the_base64_does_not_separate()
    {
        var key = VerifierKey.Ed25519("a.example", [.. Enumerable.Repeat((byte)0xFB, 32)]);
        Assert.Contains("+", key.ToString().Split('+', 3)[2], StringComparison.Ordinal);
        Assert.Equal(key, VerifierKey.Parse(key.ToString()));
    }

    [Fact]
    public void A_key_of_another_length_is_none()
    {
        Assert.Throws<LedgerException>(() => VerifierKey.Ed25519("a.example", new byte[31]));
        Assert.Throws<LedgerException>(() => VerifierKey.Cosigner("a.example", new byte[33]));
        Assert.Throws<LedgerException>(() => VerifierKey.Cosigner("a b", new byte[32]));
    }

    [Theory]
    [InlineData(0x02, 91)]
    [InlineData(0x05, 64)]
    [InlineData(0x06, 1312)]
    [InlineData(0xFA, 3)]
    [InlineData(0xFF, 70)]
    public void A_key_of_a_type_not_understood_is_read_kept_and_recognises_nothing(byte type, int length)
    {
        var key = new VerifierKey("mimosa.example/w/1", type, [.. new byte[length]]);
        Assert.Equal(key, VerifierKey.Parse(key.ToString()));

        var note = Signers.Signed(Cast.Checkpoint(5)).With(new NoteSignature(key.Name, key.Id, [1, 2, 3]));
        var opened = note.Open([Signers.Log.Key, key]);
        Assert.Single(opened.Verified);
        Assert.Equal(key.Name, Assert.Single(opened.Unknown).Name);
    }

    [Fact]
    public void One_key_has_another_id_for_each_of_its_uses()
        => Assert.NotEqual(VerifierKey.Ed25519("a", new byte[32]).Id, VerifierKey.Cosigner("a", new byte[32]).Id);
}
