using System.Numerics;
using Faubourg.Domain.Draws.Bls;

namespace Faubourg.Domain.Tests.Draws;

/// <summary>The two groups, and the pairing of them.</summary>
public sealed class PairingTests
{
    private static readonly Line[] Two = Pairing.Lines(Points.Two);

    [Fact]
    public void The_generators_are_points_of_their_groups()
    {
        Assert.Equal(Points.One, Compressed.G1(Convert.FromHexString(Points.Text(Points.One))));
        Assert.Equal(Points.Two, Compressed.G2(Convert.FromHexString(Points.Text(Points.Two))));
        Assert.True(Points.One.Times(Curve.R).IsNeutral);
        Assert.True(Points.Two.Times(Curve.R).IsNeutral);
        Assert.False(Points.One.IsNeutral || Points.Two.IsNeutral);
    }

    [Fact]
    public void Both_groups_keep_the_laws_of_a_group()
    {
        foreach (var s in Points.Scalars("group", 12).Chunk(3))
        {
            AssertGroup(Points.One, s[0], s[1], s[2]);
            AssertGroup(Points.Two, s[0], s[1], s[2]);
        }
    }

    [Fact]
    public void A_point_is_read_back_from_its_text_and_its_mirror_image_from_another() =>
        Assert.All(Points.Scalars("text", 6), s =>
        {
            Point<Fp> one = Points.One.Times(s).Affine();
            Point<Fp2> two = Points.Two.Times(s).Affine();
            Assert.Equal(one, Compressed.G1(Convert.FromHexString(Points.Text(one))));
            Assert.Equal(-one, Compressed.G1(Convert.FromHexString(Points.Text(-one))));
            Assert.Equal(two, Compressed.G2(Convert.FromHexString(Points.Text(two))));
            Assert.Equal(-two, Compressed.G2(Convert.FromHexString(Points.Text(-two))));
            Assert.NotEqual(Points.Text(one), Points.Text(-one));
        });

    /// <summary>One in 2¹²⁵ of the curve's points lies in G1: those with the smallest x do not.</summary>
    [Fact]
    public void Points_of_the_curves_outside_the_groups_are_refused()
    {
        var onCurve = Enumerable.Range(0, 24).Count(x => ((Fp.Of(x).Squared() * Fp.Of(x)) + Fp.Of(4)).SquareRoot() is not null);
        Assert.InRange(onCurve, 6, 18);
        Assert.All(Enumerable.Range(0, 24), x =>
        {
            var bytes = new byte[Fp.Bytes];
            bytes[0] = 0x80;
            bytes[^1] = (byte)x;
            Assert.Null(Compressed.G1(bytes));
            Assert.Null(Compressed.G2([.. bytes, .. bytes.Skip(1).Prepend((byte)0)]));
        });
    }

    [Fact]
    public void The_pairing_is_linear_on_both_sides()
    {
        var e = Pairing.Of((Points.One, Two));
        Assert.NotEqual(Fp12.One, e);
        Assert.Equal(Fp12.One, e.Power(Curve.R));
        foreach (var s in Points.Scalars("pairing", 6).Chunk(2))
        {
            var both = Pairing.Of((Points.One.Times(s[0]), Lines(s[1])));
            Assert.Equal(e.Power(s[0] * s[1] % Curve.R), both);
            Assert.Equal(both, Pairing.Of((Points.One.Times(s[1]), Lines(s[0]))));
            Assert.Equal(e.Power((s[0] + s[1]) % Curve.R), Pairing.Of((Points.One.Times(s[0]) + Points.One.Times(s[1]), Two)));
            Assert.Equal(e.Power((s[0] + s[1]) % Curve.R), Pairing.Of((Points.One.Times(s[0]), Two), (Points.One, Lines(s[1]))));
            Assert.Equal(Fp12.One, Pairing.Of((Points.One.Times(s[0]), Two), (-Points.One, Lines(s[0]))));
        }
    }

    [Fact]
    public void Nothing_paired_with_anything_is_one() => Assert.Equal(Fp12.One, Pairing.Of((Point<Fp>.Neutral, Two)));

    /// <summary>The way that is short must come to what the definition says: the power 3·(p¹² − 1)/r.</summary>
    [Fact]
    public void The_last_power_is_that_of_the_definition()
    {
        var s = Points.Scalars("power", 12).Chunk(2).Select(n => new Fp2(Fp.Of(n[0]), Fp.Of(n[1]))).ToArray();
        var value = new Fp12(new(s[0], s[1], s[2]), new(s[3], s[4], s[5]));
        Assert.Equal(value.Power(3 * (BigInteger.Pow(Curve.P, 12) - 1) / Curve.R), Pairing.Finish(value));
    }

    /// <summary>
    /// A point of order three pairs to one, so that a signature and that point together satisfy the equation too: without the check of
    /// the subgroup whoever brings a round could choose between several numbers.
    /// </summary>
    [Fact]
    public void A_signature_moved_outside_its_group_would_pair_the_same_and_is_refused()
    {
        var secret = Points.Scalars("secret", 1).Single();
        var key = Key.Read(Points.Text(Points.Two.Times(secret)))!;
        var signature = HashToG1.Of("a text"u8, "a tag"u8).Times(secret);
        Assert.True(key.Signed("a text"u8, "a tag"u8, signature));
        Assert.False(key.Signed("another"u8, "a tag"u8, signature));
        Assert.False(key.Signed("a text"u8, "another"u8, signature));
        Assert.False(key.Signed("a text"u8, "a tag"u8, -signature));

        Assert.True(Points.OfOrderThree.Times(3).IsNeutral);
        Point<Fp>[] moved = [signature + Points.OfOrderThree, signature + -Points.OfOrderThree];
        Assert.All(moved, point => Assert.True(key.Signed("a text"u8, "a tag"u8, point)));
        Assert.All(moved, point => Assert.Null(Compressed.G1(Convert.FromHexString(Points.Text(point)))));
        Assert.NotNull(Compressed.G1(Convert.FromHexString(Points.Text(signature))));
    }

    private static Line[] Lines(BigInteger times) => Pairing.Lines(Points.Two.Times(times).Affine());

    private static void AssertGroup<T>(Point<T> g, BigInteger a, BigInteger b, BigInteger c)
        where T : struct, IField<T>
    {
        Point<T> p = g.Times(a), q = g.Times(b), r = g.Times(c), none = Point<T>.Neutral;
        Assert.Equal((p + q).Affine(), (q + p).Affine());
        Assert.Equal((p + q + r).Affine(), (p + (q + r)).Affine());
        Assert.Equal(g.Times((a + b) % Curve.R).Affine(), (p + q).Affine());
        Assert.Equal(g.Times(a * b % Curve.R).Affine(), p.Times(b).Affine());
        Assert.Equal(p.Doubled().Affine(), (p + p).Affine());
        Assert.Equal((p, p), (p + none, none + p));
        Assert.True((p + -p).IsNeutral && none.Doubled().IsNeutral && (none + none).IsNeutral && p.Times(0).IsNeutral);
        Assert.Equal((-p).Affine(), p.Times(Curve.R - 1).Affine());
    }
}
