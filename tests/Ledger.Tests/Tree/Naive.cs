using Faubourg.Ledger.Tree;

namespace Faubourg.Ledger.Tests.Tree;

/// <summary>The tree as RFC 6962 §2.1 defines it, word for word and slowly.</summary>
internal static class Naive
{
    public static byte[] Root(ReadOnlySpan<byte[]> hashes)
    {
        if (hashes.Length == 0) return Merkle.EmptyRoot;
        if (hashes.Length == 1) return hashes[0];
        var split = 1;
        while (split * 2 < hashes.Length) split *= 2;
        var node = new byte[Merkle.HashBytes];
        Merkle.Node(Root(hashes[..split]), Root(hashes[split..]), node);
        return node;
    }

    /// <summary>§2.1.1.</summary>
    public static List<byte[]> Path(int index, ReadOnlySpan<byte[]> hashes)
    {
        if (hashes.Length <= 1) return [];
        var split = 1;
        while (split * 2 < hashes.Length) split *= 2;
        return index < split
            ? [.. Path(index, hashes[..split]), Root(hashes[split..])]
            : [.. Path(index - split, hashes[split..]), Root(hashes[..split])];
    }

    /// <summary>§2.1.2.</summary>
    public static List<byte[]> Subproof(int earlier, ReadOnlySpan<byte[]> hashes, bool given)
    {
        if (earlier == hashes.Length) return given ? [] : [Root(hashes)];
        var split = 1;
        while (split * 2 < hashes.Length) split *= 2;
        return earlier <= split
            ? [.. Subproof(earlier, hashes[..split], given), Root(hashes[split..])]
            : [.. Subproof(earlier - split, hashes[split..], false), Root(hashes[..split])];
    }
}
