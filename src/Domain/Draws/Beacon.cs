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

    /// <summary>Between two rounds.</summary>
    public static readonly Duration Period = Duration.FromSeconds(3);

    /// <summary>Of round 1: 2023-08-23 15:09:27 UTC.</summary>
    public static readonly Instant Genesis = Instant.FromUnixTimeSeconds(1692803367);

    /// <summary>The newest round published at that time; less than 1 before the chain began.</summary>
    public static long RoundAt(Instant at) => (long)Math.Floor((at - Genesis) / Period) + 1;

    /// <summary>The first round published at that time or later.</summary>
    public static long FirstFrom(Instant at) => TimeOf(RoundAt(at)) == at ? RoundAt(at) : RoundAt(at) + 1;

    /// <summary>When a round is published.</summary>
    public static Instant TimeOf(long round) => Genesis + (Period * (round - 1));

    /// <summary>Whether this is the chain's signature of the round, and then the round's randomness.</summary>
    /// <param name="round">From 1.</param>
    /// <param name="signature">96 hex digits in lower case: a compressed point of G1.</param>
    /// <returns>64 hex digits, SHA-256 of the signature; null where the signature is not that of this round.</returns>
    public static string? Verify(long round, string signature) => throw new NotImplementedException();
}
