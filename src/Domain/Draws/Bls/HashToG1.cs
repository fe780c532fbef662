using System.Numerics;
using System.Security.Cryptography;

namespace Faubourg.Domain.Draws.Bls;

/// <summary>
/// A point of G1 whose multiple of the generator nobody knows, from a text: hash_to_curve of RFC 9380, §3, suite
/// <c>BLS12381G1_XMD:SHA-256_SSWU_RO_</c> (§8.8.1). Names of steps are the RFC's.
/// </summary>
internal static class HashToG1
{
    /// <summary>L of the suite: bytes hashed for one number of the field.</summary>
    private const int Length = 64;

    private const int BlockOfSha256 = 64;

    /// <summary>h_eff: multiplied by it, a point of the curve falls into the subgroup.</summary>
    private static readonly BigInteger Cofactor = new(Curve.X + 1);

    /// <summary>The curve y² = x³ + A·x + B that the map reaches first.</summary>
    private static readonly Fp A = Fp.Hex("144698a3b8e9433d693a02c96d4982b0ea985383ee66a8d8e8981aefd881ac98936f8da0e0f97f5cf428082d584c1d");

    private static readonly Fp B = Fp.Hex("12e2908d11688030018b12e8753eee3b2016c1f0f24f4070a0b9c14fcef35ef55a23215a316ceaa5d1cc48e98e172be0");

    private static readonly Fp Z = Fp.Of(11);

    /// <param name="message">Any text.</param>
    /// <param name="tag">DST: names the protocol, 255 bytes at most.</param>
    public static Point<Fp> Of(ReadOnlySpan<byte> message, ReadOnlySpan<byte> tag)
    {
        var uniform = Expand(message, tag, 2 * Length);
        var sum = Map(Field(uniform.AsSpan(0, Length))) + Map(Field(uniform.AsSpan(Length)));
        return sum.Times(Cofactor);
    }

    /// <summary>expand_message_xmd with SHA-256, §5.3.1.</summary>
    internal static byte[] Expand(ReadOnlySpan<byte> message, ReadOnlySpan<byte> tag, int length)
    {
        byte[] ending = [.. tag, checked((byte)tag.Length)];
        var first = SHA256.HashData([.. new byte[BlockOfSha256], .. message, (byte)(length >> 8), (byte)length, 0, .. ending]);
        var uniform = new List<byte>(length);
        var block = new byte[first.Length];
        for (byte i = 1; uniform.Count < length; i++)
        {
            block = SHA256.HashData([.. first.Zip(block, (a, b) => (byte)(a ^ b)), i, .. ending]);
            uniform.AddRange(block);
        }

        return [.. uniform.Take(length)];
    }

    private static Fp Field(ReadOnlySpan<byte> bytes) => Fp.Of(new BigInteger(bytes, isUnsigned: true, isBigEndian: true));

    private static Point<Fp> Map(in Fp u)
    {
        var (x, y) = Swu(u);
        return Isogeny.Of(x, y);
    }

    /// <summary>map_to_curve_simple_swu, §6.6.2: one of two values of x lies on the curve.</summary>
    private static (Fp X, Fp Y) Swu(in Fp u)
    {
        var turned = Z * u.Squared();
        var inverse = (turned.Squared() + turned).Inverse();
        var x = inverse.IsZero ? B * (Z * A).Inverse() : -B * A.Inverse() * (Fp.One + inverse);
        if (RightSide(x).SquareRoot() is not { } y)
        {
            x = turned * x;
            y = RightSide(x).SquareRoot()!.Value;
        }

        return (x, u.IsOdd() == y.IsOdd() ? y : -y);
    }

    private static Fp RightSide(in Fp x) => ((x.Squared() + A) * x) + B;
}
