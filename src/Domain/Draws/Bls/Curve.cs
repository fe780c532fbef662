using System.Globalization;
using System.Numerics;

namespace Faubourg.Domain.Draws.Bls;

/// <summary>
/// The numbers that make BLS12-381. All follow from <see cref="X"/>; a test derives them from it. Source: RFC 9380, §8.8, and
/// draft-irtf-cfrg-pairing-friendly-curves-11, §4.2.1.
/// </summary>
internal static class Curve
{
    /// <summary>The family's parameter is minus this.</summary>
    public const ulong X = 0xd201000000010000;

    /// <summary>Of the field: p = (x − 1)² · r / 3 + x, of 381 bits.</summary>
    public static readonly BigInteger P =
        Hex("1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab");

    /// <summary>Of the subgroups: r = x⁴ − x² + 1, a prime of 255 bits.</summary>
    public static readonly BigInteger R = Hex("73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001");

    public static BigInteger Hex(string digits) => BigInteger.Parse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
