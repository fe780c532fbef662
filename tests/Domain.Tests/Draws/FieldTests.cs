using System.Numerics;
using Faubourg.Domain.Draws.Bls;

namespace Faubourg.Domain.Tests.Draws;

/// <summary>The fields under the curve, beside the same sums in plain big numbers.</summary>
public sealed class FieldTests
{
    private static readonly BigInteger[] Numbers =
    [
        0, 1, 2, ulong.MaxValue, (BigInteger.One << 64) - 1, BigInteger.One << 64, (BigInteger.One << 380) - 1, BigInteger.One << 380,
        Curve.P - 1, Curve.P - 2, (Curve.P - 1) / 2, (Curve.P + 1) / 2, .. Points.Scalars("number", 40).Select(s => s * s * s % Curve.P),
    ];

    [Fact]
    public void All_numbers_of_the_curve_follow_from_one()
    {
        var x = -new BigInteger(Curve.X);
        Assert.Equal(BigInteger.Pow(x, 4) - (x * x) + 1, Curve.R);
        Assert.Equal(((x - 1) * (x - 1) * Curve.R / 3) + x, Curve.P);
        Assert.Equal(0, (x - 1) * (x - 1) * Curve.R % 3);
        Assert.Equal(3, Curve.P % 4);
    }

    [Fact]
    public void Sums_and_products_are_those_of_big_numbers_less_the_prime()
    {
        foreach (var a in Numbers)
        {
            Assert.Equal(a, Fp.Of(a).Value());
            Assert.Equal((Curve.P - a) % Curve.P, (-Fp.Of(a)).Value());
            foreach (var b in Numbers)
            {
                Assert.Equal((a + b) % Curve.P, (Fp.Of(a) + Fp.Of(b)).Value());
                Assert.Equal((a - b + Curve.P) % Curve.P, (Fp.Of(a) - Fp.Of(b)).Value());
                Assert.Equal(a * b % Curve.P, (Fp.Of(a) * Fp.Of(b)).Value());
            }
        }
    }

    [Fact]
    public void A_number_times_its_inverse_is_one() => Assert.All(Numbers, number =>
    {
        var a = Fp.Of(number);
        Assert.Equal(a.IsZero ? Fp.Zero : Fp.One, a * a.Inverse());
    });

    [Fact]
    public void Half_of_the_numbers_have_a_root_and_it_is_found()
    {
        var found = Numbers.Count(n => Fp.Of(n).SquareRoot() is { } root && root.Squared() == Fp.Of(n));
        var squares = Numbers.Count(n => n.IsZero || BigInteger.ModPow(n, (Curve.P - 1) / 2, Curve.P).IsOne);
        Assert.Equal(squares, found);
        Assert.InRange(found, Numbers.Length / 4, Numbers.Length * 3 / 4);
    }

    [Fact]
    public void A_number_has_one_encoding()
    {
        Assert.Equal(Curve.P - 1, Fp.Read(Bytes(Curve.P - 1))!.Value.Value());
        Assert.Null(Fp.Read(Bytes(Curve.P)));
        Assert.Null(Fp.Read(Bytes(Curve.P + 1)));
        Assert.Null(Fp.Read(Bytes((BigInteger.One << 384) - 1)));
    }

    [Fact]
    public void Pairs_and_dozens_of_numbers_keep_the_laws_of_a_field()
    {
        var fp2 = Pairs("two", 9);
        foreach (var (a, b, c) in Triples(fp2)) AssertField(a, b, c);
        Assert.Equal(-Fp2.One, new Fp2(Fp.Zero, Fp.One).Squared());
        Assert.All(fp2, a => Assert.Equal(a * Fp2.Xi, a.TimesXi()));
        Assert.All(fp2, a => Assert.Equal(a.Power(Curve.P), a.Conjugate));

        var fp12 = Enumerable.Range(0, 3).Select(i => Pairs($"twelve {i}", 6))
            .Select(p => new Fp12(new(p[0], p[1], p[2]), new(p[3], p[4], p[5]))).ToArray();
        foreach (var (a, b, c) in Triples(fp12)) AssertField(a, b, c);
        Assert.All(fp12, a => Assert.Equal(a.Power(Curve.P), a.Frobenius()));
    }

    [Fact]
    public void What_is_a_square_among_pairs_has_its_root_and_nothing_else_has()
    {
        Fp2[] some = [.. Pairs("root", 8), new(Fp.Of(5), Fp.Zero), new(Fp.Zero, Fp.Of(7)), -Fp2.One, Fp2.Zero];
        Assert.All(some, a => Assert.Equal(a.Squared(), a.Squared().SquareRoot()!.Value.Squared()));
        // ξ is no square, and so neither is ξ times a square.
        Assert.All(some.Where(a => !a.IsZero), a => Assert.Null(a.Squared().TimesXi().SquareRoot()));
    }

    private static void AssertField<T>(T a, T b, T c)
        where T : struct, IField<T>
    {
        Assert.Equal(a * b, b * a);
        Assert.Equal(a * b * c, a * (b * c));
        Assert.Equal(a * (b + c), (a * b) + (a * c));
        Assert.Equal(a, a + b - b);
        Assert.Equal(T.Zero, a + -a);
        Assert.Equal(a * a, a.Squared());
        Assert.Equal(a, a * T.One);
        Assert.Equal(T.One, a * a.Inverse());
    }

    private static Fp2[] Pairs(string name, int count) =>
        [.. Points.Scalars(name, 2 * count).Chunk(2).Select(n => new Fp2(Fp.Of(n[0] * n[1]), Fp.Of(n[1])))];

    private static IEnumerable<(T A, T B, T C)> Triples<T>(T[] values) => values.Chunk(3).Select(v => (v[0], v[1], v[2]));

    private static byte[] Bytes(BigInteger value)
    {
        var bytes = value.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[Fp.Bytes - bytes.Length], .. bytes];
    }
}
