using System.Numerics;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tests.Oracle;

namespace Faubourg.Ledger.Tests.Notes;

/// <summary>Ed25519 as strict as it must be: what one program accepts and another refuses would be a fork of its own.</summary>
public sealed class EdTests
{
    private static readonly BigInteger Order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493");

    /// <summary>RFC 8032 §7.1, test 2.</summary>
    [Fact]
    public void The_vector_of_the_RFC_holds()
    {
        var key = Convert.FromHexString("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        var signature = Convert.FromHexString("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        Assert.True(Ed.Holds(key, [0x72], signature));
        using var signer = Ed.Open(Convert.FromHexString("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
        Assert.Equal(key, Ed.Public(signer));
        Assert.Equal(signature, Ed.Sign(signer, [0x72]));
    }

    [Fact]
    public void A_signature_in_a_second_spelling_is_refused()
    {
        var text = Cast.Checkpoint(5).Text;
        var sound = Signers.Log.Sign(text);
        var s = new BigInteger(sound.Payload.AsSpan()[32..], isUnsigned: true) + Order;
        var other = new byte[32];
        s.TryWriteBytes(other, out _, isUnsigned: true);

        var forged = sound with { Payload = [.. sound.Payload[..32], .. other] };

        Assert.NotEqual(sound, forged);
        Assert.NotNull(Refusals.Of(() => new Note(text, [forged]).Open([Signers.Log.Key])));
    }

    [Theory]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000080")]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    public void A_key_that_would_fit_every_text_fits_none(string hex)
    {
        var key = VerifierKey.Ed25519(Signers.Origin, Convert.FromHexString(hex));
        foreach (var start in new[] { hex, "0100000000000000000000000000000000000000000000000000000000000000" })
        {
            var text = Cast.Checkpoint(5).Text;
            var signature = new NoteSignature(key.Name, key.Id, [.. Convert.FromHexString(start), .. new byte[32]]);
            Assert.NotNull(Refusals.Of(() => new Note(text, [signature]).Open([key])));
        }
    }
}
