namespace Faubourg.Domain.Draws.Bls;

/// <summary>
/// A public key in G2, for signatures in G1: "minimal-signature-size" of draft-irtf-cfrg-bls-signature-05. It holds its lines, so
/// that a signature is checked with two short loops and one final power.
/// </summary>
internal sealed class Key
{
    /// <summary>Source: draft-irtf-cfrg-pairing-friendly-curves-11, §4.2.1, compressed.</summary>
    private const string Generator =
        "93e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e" +
        "024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8";

    private static readonly Line[] OfGenerator = Pairing.Lines(Compressed.G2(Convert.FromHexString(Generator))!.Value);

    private readonly Line[] lines;

    private Key(Line[] lines) => this.lines = lines;

    /// <summary>Null where that is no key.</summary>
    public static Key? Read(string hex) => Compressed.G2(Convert.FromHexString(hex)) is { } point ? new Key(Pairing.Lines(point)) : null;

    /// <summary>Whether e(signature, generator) = e(H(message), key).</summary>
    /// <param name="message">What was signed.</param>
    /// <param name="tag">DST of the hash to the curve.</param>
    /// <param name="signature">In the subgroup, not neutral.</param>
    public bool Signed(ReadOnlySpan<byte> message, ReadOnlySpan<byte> tag, in Point<Fp> signature) =>
        Pairing.Of((-signature, OfGenerator), (HashToG1.Of(message, tag), lines)) == Fp12.One;
}
