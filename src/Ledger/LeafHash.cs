using System.Security.Cryptography;

namespace Faubourg.Ledger;

/// <summary>The hash of a leaf in the tree: SHA-256(00 ‖ bytes), RFC 6962 §2.1.</summary>
public static class LeafHash
{
    public static byte[] Of(ReadOnlySpan<byte> leaf)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        hash.AppendData(leaf);
        return hash.GetHashAndReset();
    }
}
