using System.Buffers.Binary;
using System.Security.Cryptography;
using Faubourg.Domain.Draws.Bls;
using NodaTime;

namespace Faubourg.Domain.Draws;

/// <summary>
/// The public beacon: drand's chain "quicknet", on which some fifteen organisations together publish a number every three seconds
/// that none of them can choose. A round is named before it is published; whoever then brings its signature cannot have made it.
/// Source: <see href="https://docs.drand.love"/>, answer of <c>/{chain}/info</c>; docs/decisions/0018.
/// </summary>
public static class Beacon
{
    /// <summary>The chain's hash, 64 hex digits: of everything that says which chain it is, its key first of all.</summary>
    public const string Chain = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";

    /// <summary>Hex digits of a signature: 48 bytes.</summary>
    public const int SignatureDigits = 96;

    /// <summary>The chain's public key, 96 bytes in hex: a compressed point of G2.</summary>
    internal const string PublicKey =
        "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451" +
        "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a";

    /// <summary>Between two rounds.</summary>
    public static readonly Duration Period = Duration.FromSeconds(3);

    /// <summary>Of round 1: 2023-08-23 15:09:27 UTC.</summary>
    public static readonly Instant Genesis = Instant.FromUnixTimeSeconds(1692803367);

    /// <summary>Read, and checked to be a point of its group, the first time a signature is brought.</summary>
    private static readonly Lazy<Key> Pinned = new(() => Key.Read(PublicKey)!);

    internal static ReadOnlySpan<byte> Tag => "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_"u8;

    /// <summary>The newest round published at that time; less than 1 before the chain began.</summary>
    public static long RoundAt(Instant at) =>
        (long)Math.Floor((at.ToUnixTimeSeconds() - Genesis.ToUnixTimeSeconds()) / (decimal)Period.TotalSeconds) + 1;

    /// <summary>The first round published at that time or later.</summary>
    public static long FirstFrom(Instant at) => TimeOf(RoundAt(at)) == at ? RoundAt(at) : RoundAt(at) + 1;

    /// <summary>When a round is published.</summary>
    public static Instant TimeOf(long round) => Genesis + (Period * (round - 1));

    /// <summary>Whether this is the chain's signature of the round, and then the round's randomness.</summary>
    /// <param name="round">From 1.</param>
    /// <param name="signature">96 hex digits in lower case: a compressed point of G1.</param>
    /// <returns>64 hex digits, SHA-256 of the signature; null where the signature is not that of this round.</returns>
    public static string? Verify(long round, string signature) => Verify(Pinned.Value, round, signature);

    /// <summary>The same for another chain of this scheme.</summary>
    internal static string? Verify(Key key, long round, string signature)
    {
        if (round < 1 || signature.Length != SignatureDigits || !signature.All(char.IsAsciiHexDigitLower)) return null;
        var bytes = Convert.FromHexString(signature);
        return Compressed.G1(bytes) is { } point && key.Signed(Message(round), Tag, point) ? Hash.Of(bytes) : null;
    }

    /// <summary>What is signed of a round: SHA-256 of its number in eight bytes, highest first.</summary>
    internal static byte[] Message(long round)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, round);
        return SHA256.HashData(bytes);
    }
}
