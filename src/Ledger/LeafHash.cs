using System.Security.Cryptography;

namespace Faubourg.Ledger;

/// <summary>The hash of a leaf in the tree: SHA-256(00 ‖ bytes), RFC 6962 §2.1, of the bytes as stored.</summary>
public static class LeafHash
{
    // One per thread and kept: making a new one costs about as much as hashing a leaf.
    [ThreadStatic]
    private static IncrementalHash? kept;

    public static byte[] Of(ReadOnlySpan<byte> leaf)
    {
        var hash = kept ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        hash.AppendData(leaf);
        return hash.GetHashAndReset();
    }
}
