using System.Numerics;

namespace Faubourg.Domain.Draws.Bls;

/// <summary>a + b·u, where u² = −1.</summary>
internal readonly record struct Fp2(Fp A, Fp B) : IField<Fp2>
{
    public static Fp2 Zero => default;

    public static Fp2 One { get; } = new(Fp.One, Fp.Zero);

    /// <summary>ξ = 1 + u, which is neither a square nor a cube: the fields above are built on it.</summary>
    public static Fp2 Xi { get; } = new(Fp.One, Fp.One);

    public bool IsZero => A.IsZero && B.IsZero;

    public Fp2 Conjugate => new(A, -B);

    public static Fp2 operator +(in Fp2 a, in Fp2 b) => new(a.A + b.A, a.B + b.B);

    public static Fp2 operator -(in Fp2 a, in Fp2 b) => new(a.A - b.A, a.B - b.B);

    public static Fp2 operator -(in Fp2 a) => new(-a.A, -a.B);

    /// <summary>Three multiplications for four (Karatsuba).</summary>
    public static Fp2 operator *(in Fp2 a, in Fp2 b)
    {
        Fp real = a.A * b.A, other = a.B * b.B;
        return new(real - other, ((a.A + a.B) * (b.A + b.B)) - real - other);
    }

    public static Fp2 operator *(in Fp2 a, in Fp b) => new(a.A * b, a.B * b);

    public Fp2 Squared()
    {
        var product = A * B;
        return new((A + B) * (A - B), product + product);
    }

    public Fp2 TimesXi() => new(A - B, A + B);

    public Fp2 Inverse()
    {
        var norm = (A.Squared() + B.Squared()).Inverse();
        return new(A * norm, -(B * norm));
    }

    /// <summary>One whose square this is, or null (Adj and Rodríguez-Henríquez, eprint 2012/685, algorithm 9).</summary>
    public Fp2? SquareRoot()
    {
        var power = this.Power((Curve.P - 3) / 4);
        var candidate = power * this;
        var square = power * candidate;
        var root = square == -One ? new Fp2(-candidate.B, candidate.A) : (One + square).Power((Curve.P - 1) / 2) * candidate;
        return root.Squared() == this ? root : null;
    }
}
