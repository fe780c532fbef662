using System.Numerics;

namespace Faubourg.Domain.Draws.Bls;

/// <summary>
/// A point of y² = x³ + b in Jacobian coordinates: it stands for (X/Z², Y/Z³), and for the neutral point where Z is zero. b is
/// needed only to tell whether a point is on the curve. Formulas: hyperelliptic.org/EFD, short Weierstrass with a = 0.
/// </summary>
internal readonly record struct Point<T>(T X, T Y, T Z)
    where T : struct, IField<T>
{
    public Point(in T x, in T y)
        : this(x, y, T.One)
    {
    }

    /// <summary>The neutral point, "at infinity".</summary>
    public static Point<T> Neutral { get; } = new(T.One, T.One, T.Zero);

    public bool IsNeutral => Z.IsZero;

    public static Point<T> operator -(in Point<T> a) => a with { Y = -a.Y };

    public static Point<T> operator +(in Point<T> a, in Point<T> b)
    {
        if (a.IsNeutral) return b;
        if (b.IsNeutral) return a;
        T aa = a.Z.Squared(), bb = b.Z.Squared();
        T left = a.X * bb, low = a.Y * bb * b.Z;
        T width = (b.X * aa) - left, height = (b.Y * aa * a.Z) - low;
        if (width.IsZero) return height.IsZero ? a.Doubled() : Neutral;
        T square = width.Squared(), cube = square * width, middle = left * square;
        var x = height.Squared() - cube - middle - middle;
        return new(x, (height * (middle - x)) - (low * cube), a.Z * b.Z * width);
    }

    public Point<T> Doubled()
    {
        T a = X.Squared(), b = Y.Squared(), c = b.Squared();
        var half = (X + b).Squared() - a - c;
        var d = half + half;
        var e = a + a + a;
        var x = e.Squared() - d - d;
        var c2 = c + c;
        var c4 = c2 + c2;
        var z = Y * Z;
        return new(x, (e * (d - x)) - c4 - c4, z + z);
    }

    /// <param name="times">Zero or more.</param>
    public Point<T> Times(BigInteger times)
    {
        var sum = Neutral;
        foreach (var bit in Powers.Bits(times))
        {
            sum = sum.Doubled();
            if (bit) sum += this;
        }

        return sum;
    }

    /// <summary>Of order r, or neutral: by the definition, r times it is neutral.</summary>
    public bool IsInSubgroup() => Times(Curve.R).IsNeutral;

    /// <summary>The same point with Z = 1; it is not neutral.</summary>
    public Point<T> Affine()
    {
        var inverse = Z.Inverse();
        var square = inverse.Squared();
        return new(X * square, Y * square * inverse);
    }
}
