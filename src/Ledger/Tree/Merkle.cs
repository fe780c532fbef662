using System.Security.Cryptography;

namespace Faubourg.Ledger.Tree;

/// <summary>
/// The hashes of RFC 6962 §2.1 (the same in RFC 9162 §2.1.1), over SHA-256. A leaf and a node begin with different bytes, so
/// that neither can be passed off as the other. The overloads into a span allocate nothing.
/// </summary>
public static class Merkle
{
    /// <summary>Bytes of every hash here.</summary>
    public const int HashBytes = 32;

    /// <summary>Bytes of an entry that is copied behind its prefix, on the stack.</summary>
    private const int MostAtOnce = 1024;

    // One per thread and kept: making a new one costs about as much as hashing a leaf.
    [ThreadStatic]
    private static IncrementalHash? kept;

    /// <summary>The root of the empty tree: SHA-256 of nothing. A fresh array each time.</summary>
    public static byte[] EmptyRoot => SHA256.HashData([]);

    /// <summary>SHA-256(00 ‖ entry).</summary>
    /// <param name="entry">The bytes as stored.</param>
    /// <param name="hash">32 bytes; may lie over the entry.</param>
    public static void Leaf(ReadOnlySpan<byte> entry, Span<byte> hash)
    {
        Require(hash.Length);
        var sha = kept ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (entry.Length < MostAtOnce)
        {
            // Copying costs less than a second call into the library.
            Span<byte> whole = stackalloc byte[1 + entry.Length];
            whole[0] = 0;
            entry.CopyTo(whole[1..]);
            sha.AppendData(whole);
        }
        else
        {
            sha.AppendData([0]);
            sha.AppendData(entry);
        }

        sha.GetHashAndReset(hash);
    }

    /// <summary>SHA-256(01 ‖ left ‖ right).</summary>
    /// <param name="left">32 bytes.</param>
    /// <param name="right">32 bytes.</param>
    /// <param name="hash">32 bytes; may lie over either.</param>
    public static void Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        Require(left.Length);
        Require(right.Length);
        Require(hash.Length);
        Span<byte> both = stackalloc byte[1 + (2 * HashBytes)];
        both[0] = 1;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + HashBytes)..]);
        var sha = kept ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(both);
        sha.GetHashAndReset(hash);
    }

    /// <summary>Before anything is appended: what a failed call left in the kept hash would be in the next one's result.</summary>
    private static void Require(int length)
    {
        if (length != HashBytes) throw new ArgumentException($"A hash has {HashBytes} bytes, not {length}.");
    }

    /// <summary>The root over a power of two of hashes. It comes to stand in the first 32 bytes; the others are used up.</summary>
    internal static ReadOnlySpan<byte> Fold(Span<byte> hashes)
    {
        for (; hashes.Length > HashBytes; hashes = hashes[..(hashes.Length / 2)])
        {
            for (var to = 0; to < hashes.Length / 2; to += HashBytes)
                Node(hashes.Slice(2 * to, HashBytes), hashes.Slice((2 * to) + HashBytes, HashBytes), hashes.Slice(to, HashBytes));
        }

        return hashes;
    }
}
