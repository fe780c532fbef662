using Faubourg.Ledger.Tree;

namespace Faubourg.Ledger;

/// <summary>The hash of a leaf in the tree: SHA-256(00 ‖ bytes), RFC 6962 §2.1, of the bytes as stored.</summary>
public static class LeafHash
{
    public static byte[] Of(ReadOnlySpan<byte> leaf)
    {
        var hash = new byte[Merkle.HashBytes];
        Merkle.Leaf(leaf, hash);
        return hash;
    }
}
