using NSec.Cryptography;

namespace Faubourg.Ledger.Notes;

/// <summary>Ed25519 (RFC 8032 §5.1), by libsodium through NSec: the one place where this library is called.</summary>
internal static class Ed
{
    public const int SeedBytes = 32, SignatureBytes = 64;

    private static readonly SignatureAlgorithm Algorithm = SignatureAlgorithm.Ed25519;

    public static Key Open(ReadOnlySpan<byte> seed) =>
        seed.Length == SeedBytes
            ? Key.Import(Algorithm, seed, KeyBlobFormat.RawPrivateKey)
            : throw new ArgumentException($"A seed is {SeedBytes} bytes.", nameof(seed));

    public static byte[] Public(Key key) => key.PublicKey.Export(KeyBlobFormat.RawPublicKey);

    public static byte[] Sign(Key key, ReadOnlySpan<byte> message) => Algorithm.Sign(key, message);

    /// <summary>False also for bytes that are no public key or no signature at all.</summary>
    public static bool Holds(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureBytes
        && PublicKey.TryImport(Algorithm, publicKey, KeyBlobFormat.RawPublicKey, out var key)
        && Algorithm.Verify(key!, message, signature);
}
