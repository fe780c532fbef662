using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Faubourg.Ledger.Keys;
using Faubourg.Ledger.Notes;

namespace Faubourg.Ledger.Tests.Keys;

public sealed class Words12Tests
{
    private const string Zeros = "baba baba baba baba baba baba baba baba baba baba babu lidu";

    [Fact]
    public void Sixteen_bytes_are_twelve_words()
        => Assert.Equal(Zeros, Words12.Of(new byte[16]).Text);

    [Fact]
    public void The_seed_is_the_hash_of_the_words()
        => Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes("bearer/v1\n" + Zeros)), Words12.Of(new byte[16]).Seed());

    [Fact]
    public void The_public_key_is_of_that_seed()
    {
        var words = Words12.Of(new byte[16]);
        using var signer = NoteSigner.Ed25519("bearer", words.Seed());
        Assert.Equal(signer.Key.PublicKey, words.PublicKey());
    }

    [Fact]
    public void What_is_written_is_read_back_however_it_was_typed() =>
        Gen.Byte.Array[16].Sample(secret =>
        {
            var words = Words12.Of(secret);
            Assert.Equal(words.Text, Words12.Parse(words.Text).Text);
            Assert.Equal(words.Text, Words12.Parse(" " + words.Text.ToUpperInvariant().Replace(" ", ", \n") + ".").Text);
        });

    [Fact]
    public void A_slip_of_the_pen_is_noticed() =>
        Gen.Select(Gen.Byte.Array[16], Gen.Int[0, 11], Gen.Int[1, 4095]).Sample((secret, at, change) =>
        {
            // 16 bits show it: one slip in 65,536 would pass, so these are counted and not excluded.
            var words = Words12.Of(secret).Text.Split(' ');
            words[at] = SpokenWord.Of(SpokenWord.Value(words[at])!.Value ^ change);
            return Refused(string.Join(' ', words));
        }, iter: 200, seed: "0000Xy9KGVb2");

    [Theory]
    [InlineData("")]
    [InlineData("baba")]
    [InlineData(Zeros + " baba")]
    [InlineData("babe baba baba baba baba baba baba baba baba baba babu lidu")]
    [InlineData("baba baba baba baba baba baba baba baba baba babu baba lidu")]
    public void Other_words_are_refused(string typed) => Assert.True(Refused(typed));

    [Fact]
    public void Every_word_is_read_back()
        => Assert.All(Enumerable.Range(0, 4096), value => Assert.Equal(value, SpokenWord.Value(SpokenWord.Of(value))));

    private static bool Refused(string typed)
    {
        try
        {
            Words12.Parse(typed);
            return false;
        }
        catch (LedgerException)
        {
            return true;
        }
    }
}
