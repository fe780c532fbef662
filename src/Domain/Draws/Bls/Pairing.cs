namespace Faubourg.Domain.Draws.Bls;

/// <summary>
/// The optimal ate pairing e of G1 and G2: e(a·P, b·Q) = e(P, Q)^(a·b). G2 lies on a twisted curve, reached by
/// (x, y) → (x/w², y/w³). Source: Aranha and others, "Implementing pairings at the 192-bit security level" (eprint 2012/232).
/// </summary>
internal static class Pairing
{
    /// <summary>The product of the pairings of each pair.</summary>
    public static Fp12 Of(params (Point<Fp> P, Line[] Q)[] pairs)
    {
        var flat = pairs.Where(p => !p.P.IsNeutral).Select(p => (P: p.P.Affine(), p.Q)).ToArray();
        return Finish(Miller(flat));
    }

    /// <summary>
    /// Lines through the multiples of Q on the way to x times it: tangents, and chords through Q where a bit of x is one. They depend
    /// on Q alone, so that a key's are computed once.
    /// </summary>
    /// <param name="q">In the subgroup, with Z = 1. Its multiples up to x are never neutral nor Q or −Q again: r is a larger prime.</param>
    public static Line[] Lines(in Point<Fp2> q)
    {
        var lines = new List<Line>();
        var at = (q.X, q.Y);
        for (var bit = 62; bit >= 0; bit--)
        {
            var square = at.X.Squared();
            lines.Add(Through(ref at, (square + square + square) * (at.Y + at.Y).Inverse(), at.X));
            if (HasBit(bit)) lines.Add(Through(ref at, (q.Y - at.Y) * (q.X - at.X).Inverse(), q.X));
        }

        return [.. lines];
    }

    /// <summary>The line from a point on with that slope; the point moves to the third one on it, mirrored.</summary>
    private static Line Through(ref (Fp2 X, Fp2 Y) at, in Fp2 slope, in Fp2 otherX)
    {
        var line = new Line(slope, (slope * at.X) - at.Y);
        var x = slope.Squared() - at.X - otherX;
        at = (x, (slope * (at.X - x)) - at.Y);
        return line;
    }

    private static Fp12 Miller((Point<Fp> P, Line[] Q)[] pairs)
    {
        var product = Fp12.One;
        var step = 0;
        for (var bit = 62; bit >= 0; bit--)
        {
            product = product.Squared();
            for (var lines = HasBit(bit) ? 2 : 1; lines > 0; lines--, step++)
                foreach (var (p, q) in pairs)
                    product *= q[step].At(p);
        }

        // The parameter is negative: the inverse, which after the final power is the conjugate.
        return product.Conjugate;
    }

    private static bool HasBit(int bit) => ((Curve.X >> bit) & 1) != 0;

    /// <summary>
    /// Raises to 3·(p¹² − 1)/r, so that only the pairing's value remains; the 3, prime to r, makes the last factor of it short:
    /// 3·(p⁴ − p² + 1)/r = (x − 1)²·(x + p)·(x² + p² − 1) + 3 (Hayashida and others, eprint 2020/875).
    /// </summary>
    internal static Fp12 Finish(in Fp12 value)
    {
        var half = value.Conjugate * value.Inverse();
        var easy = half.Frobenius().Frobenius() * half;
        var a = ToX(easy) * easy.Conjugate;
        a = ToX(a) * a.Conjugate;
        var b = ToX(a) * a.Frobenius();
        var c = ToX(ToX(b)) * b.Frobenius().Frobenius() * b.Conjugate;
        return c * easy.Squared() * easy;
    }

    private static Fp12 ToX(in Fp12 value) => value.Power(Curve.X).Conjugate;
}

/// <summary>A line on the twisted curve: y = slope · x − offset.</summary>
internal readonly record struct Line(Fp2 Slope, Fp2 Offset)
{
    /// <summary>Its value at a point of G1, times w³, which the final power makes 1: offset − slope·x·w² + y·w³.</summary>
    public Fp12 At(in Point<Fp> p) => new(
        new(Offset, -(Slope * p.X), Fp2.Zero),
        new(Fp2.Zero, new(p.Y, Fp.Zero), Fp2.Zero));
}
