namespace Faubourg.Domain.Draws.Bls;

/// <summary>
/// Points as 48 or 96 bytes: x, highest byte first, with three flags in its first bits. Source:
/// draft-irtf-cfrg-pairing-friendly-curves-11, appendix C. Each point of the subgroups but the neutral one has exactly one text that
/// is read here; everything else is null.
/// </summary>
internal static class Compressed
{
    private const byte IsCompressed = 0x80, IsNeutral = 0x40, IsGreater = 0x20, Flag = IsCompressed | IsNeutral | IsGreater;

    /// <summary>y² = x³ + 4.</summary>
    private static readonly Fp B1 = Fp.Of(4);

    /// <summary>y² = x³ + 4ξ.</summary>
    private static readonly Fp2 B2 = Fp2.Xi * B1;

    /// <param name="bytes">48.</param>
    public static Point<Fp>? G1(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Fp.Bytes || Flags(bytes, out var first) is not { } greater) return null;
        if (Fp.Read(first) is not { } x || ((x.Squared() * x) + B1).SquareRoot() is not { } root) return null;
        var point = new Point<Fp>(x, root.IsGreater() == greater ? root : -root);
        return point.IsInSubgroup() ? point : null;
    }

    /// <param name="bytes">96: first what stands before u, then the rest.</param>
    public static Point<Fp2>? G2(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != 2 * Fp.Bytes || Flags(bytes[..Fp.Bytes], out var first) is not { } greater) return null;
        if (Fp.Read(first) is not { } b || Fp.Read(bytes[Fp.Bytes..]) is not { } a) return null;
        var x = new Fp2(a, b);
        if (((x.Squared() * x) + B2).SquareRoot() is not { } root) return null;
        var isGreater = root.B.IsZero ? root.A.IsGreater() : root.B.IsGreater();
        var point = new Point<Fp2>(x, isGreater == greater ? root : -root);
        return point.IsInSubgroup() ? point : null;
    }

    /// <summary>Which of the two roots y is; null where it is not compressed, or the neutral point. First: x without the flags.</summary>
    private static bool? Flags(ReadOnlySpan<byte> bytes, out byte[] first)
    {
        first = bytes.ToArray();
        first[0] &= 0xff - Flag;
        return (bytes[0] & (IsCompressed | IsNeutral)) == IsCompressed ? (bytes[0] & IsGreater) != 0 : null;
    }
}
