using System.Collections.Immutable;
using System.Numerics;

namespace Faubourg.Ledger.Tree;

/// <summary>
/// Proofs that an entry is in a tree and that a tree is the beginning of another: made as in RFC 6962 §2.1.1 and §2.1.2, checked as
/// in RFC 9162 §2.1.3.2 and §2.1.4.2, which say how. Checking never throws: a proof of any shape holds or does not.
/// </summary>
public static class Proofs
{
    /// <summary>The path from an entry to the root, the leaf's sibling first.</summary>
    /// <exception cref="LedgerException">No such entry in a log of this size, or a tile that is missing.</exception>
    public static ImmutableArray<byte[]> Inclusion(ITiles tiles, long index, long size)
    {
        if (index < 0 || index >= size) throw new LedgerException($"no entry {index} in a log of {size}");
        var tree = new Subtrees(tiles, size);
        var path = new List<byte[]>();
        for (var (from, to) = (0L, size); to - from > 1;)
        {
            var middle = from + Split(to - from);
            path.Add(index < middle ? tree.Root(middle, to) : tree.Root(from, middle));
            (from, to) = index < middle ? (from, middle) : (middle, to);
        }

        path.Reverse();
        return [.. path];
    }

    /// <summary>That the log of <paramref name="to"/> entries begins with the one of <paramref name="from"/>; none when from is 0 or they are equal.</summary>
    /// <exception cref="LedgerException">Sizes that are negative or the wrong way round, or a tile that is missing.</exception>
    public static ImmutableArray<byte[]> Consistency(ITiles tiles, long from, long to)
    {
        if (from < 0 || from > to) throw new LedgerException($"a log of {to} entries cannot begin with one of {from}");
        return from == 0 || from == to ? [] : Subproof(tiles, from, to, given: true);
    }

    /// <summary>
    /// What <see cref="PrefixRoot"/> takes: a consistency proof that says the earlier root even to whoever was not given it. It differs
    /// where <paramref name="from"/> is a power of two: the earlier tree is then one node of the later, and comes first.
    /// </summary>
    /// <exception cref="LedgerException">As <see cref="Consistency"/>.</exception>
    public static ImmutableArray<byte[]> Prefix(ITiles tiles, long from, long to)
    {
        var proof = Consistency(tiles, from, to);
        return proof.IsEmpty || !BitOperations.IsPow2(from) ? proof : [new Subtrees(tiles, to).Root(0, from), .. proof];
    }

    /// <summary>SUBPROOF of RFC 6962 §2.1.2, from the outside in.</summary>
    private static ImmutableArray<byte[]> Subproof(ITiles tiles, long earlier, long size, bool given)
    {
        var tree = new Subtrees(tiles, size);
        var proof = new List<byte[]>();
        var (from, to) = (0L, size);
        while (earlier < to)
        {
            var middle = from + Split(to - from);
            proof.Add(earlier <= middle ? tree.Root(middle, to) : tree.Root(from, middle));
            if (earlier <= middle)
            {
                to = middle;
            }
            else
            {
                from = middle;
                given = false;
            }
        }

        if (!given) proof.Add(tree.Root(from, to));
        proof.Reverse();
        return [.. proof];
    }

    /// <summary>The greatest power of two below n.</summary>
    private static long Split(long n) => 1L << BitOperations.Log2((ulong)n - 1);

    /// <param name="leafHash">Of the entry.</param>
    /// <param name="index">Its place, from 0.</param>
    /// <param name="size">Of the tree.</param>
    /// <param name="root">Of the tree.</param>
    /// <param name="path">As <see cref="Inclusion"/> makes it.</param>
    public static bool IsIncluded(ReadOnlySpan<byte> leafHash, long index, long size, ReadOnlySpan<byte> root, IReadOnlyList<byte[]> path)
    {
        if (index < 0 || index >= size || !AreHashes(path) || leafHash.Length != Merkle.HashBytes) return false;
        var (node, last) = (index, size - 1);
        Span<byte> hash = stackalloc byte[Merkle.HashBytes];
        leafHash.CopyTo(hash);
        foreach (var sibling in path)
        {
            if (last == 0) return false;
            if (IsRight(node) || node == last)
            {
                Merkle.Node(sibling, hash, hash);
                Climb(ref node, ref last);
            }
            else
            {
                Merkle.Node(hash, sibling, hash);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash.SequenceEqual(root);
    }

    /// <summary>Whether the tree of <paramref name="to"/> entries begins with the one of <paramref name="from"/>.</summary>
    /// <param name="from">Size of the earlier tree; the empty one is the beginning of every other, with an empty proof.</param>
    /// <param name="fromRoot">Its root.</param>
    /// <param name="to">Size of the later tree; when the sizes are equal the proof is empty and the roots are one.</param>
    /// <param name="toRoot">Its root.</param>
    /// <param name="proof">As <see cref="Consistency"/> makes it.</param>
    public static bool IsPrefix(long from, ReadOnlySpan<byte> fromRoot, long to, ReadOnlySpan<byte> toRoot, IReadOnlyList<byte[]> proof)
    {
        var given = from > 0 && from < to && BitOperations.IsPow2(from);
        if (given && fromRoot.Length != Merkle.HashBytes) return false;
        IReadOnlyList<byte[]> whole = given ? [fromRoot.ToArray(), .. proof] : proof;
        return PrefixRoot(from, to, toRoot, whole) is { } root && fromRoot.SequenceEqual(root);
    }

    /// <summary>The root at size <paramref name="from"/> that the later tree commits to; null when the proof does not fit that tree.</summary>
    /// <param name="from">Size of the earlier tree.</param>
    /// <param name="to">Size of the later tree.</param>
    /// <param name="toRoot">Its root.</param>
    /// <param name="proof">As <see cref="Prefix"/> makes it, so from a power of two with that root in front.</param>
    public static byte[]? PrefixRoot(long from, long to, ReadOnlySpan<byte> toRoot, IReadOnlyList<byte[]> proof)
    {
        if (from < 0 || from > to || toRoot.Length != Merkle.HashBytes || !AreHashes(proof)) return null;
        if (from == 0 || from == to)
        {
            // The root of an empty tree is no hash of entries: nothing else may claim to be one.
            if (proof.Count > 0 || (to == 0 && !toRoot.SequenceEqual(Merkle.EmptyRoot))) return null;
            return from == 0 ? Merkle.EmptyRoot : toRoot.ToArray();
        }

        if (proof.Count == 0) return null;
        var (node, last) = (from - 1, to - 1);
        for (; IsRight(node); node >>= 1) last >>= 1;
        var earlier = proof[0].ToArray();
        var later = proof[0].ToArray();
        foreach (var hash in proof.Skip(1))
        {
            if (last == 0) return null;
            if (IsRight(node) || node == last)
            {
                Merkle.Node(hash, earlier, earlier);
                Merkle.Node(hash, later, later);
                Climb(ref node, ref last);
            }
            else
            {
                Merkle.Node(later, hash, later);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && toRoot.SequenceEqual(later) ? earlier : null;
    }

    private static bool IsRight(long node) => (node & 1) == 1;

    /// <summary>Up the left edge, where a node of an unfinished tree has no sibling.</summary>
    private static void Climb(ref long node, ref long last)
    {
        for (; node != 0 && !IsRight(node); node >>= 1) last >>= 1;
    }

    private static bool AreHashes(IReadOnlyList<byte[]> hashes) =>
        hashes.Count <= Limits.ProofHashes && hashes.All(hash => hash.Length == Merkle.HashBytes);
}
