namespace Faubourg.Domain.Draws.Bls;

/// <summary>a + b·v + c·v², where v³ = ξ.</summary>
internal readonly record struct Fp6(Fp2 A, Fp2 B, Fp2 C)
{
    public static Fp6 Zero => default;

    public static Fp6 One { get; } = new(Fp2.One, Fp2.Zero, Fp2.Zero);

    public static Fp6 operator +(in Fp6 a, in Fp6 b) => new(a.A + b.A, a.B + b.B, a.C + b.C);

    public static Fp6 operator -(in Fp6 a, in Fp6 b) => new(a.A - b.A, a.B - b.B, a.C - b.C);

    public static Fp6 operator -(in Fp6 a) => new(-a.A, -a.B, -a.C);

    /// <summary>Six multiplications for nine (Karatsuba).</summary>
    public static Fp6 operator *(in Fp6 a, in Fp6 b)
    {
        Fp2 aa = a.A * b.A, bb = a.B * b.B, cc = a.C * b.C;
        var bc = ((a.B + a.C) * (b.B + b.C)) - bb - cc;
        var ab = ((a.A + a.B) * (b.A + b.B)) - aa - bb;
        var ac = ((a.A + a.C) * (b.A + b.C)) - aa - cc;
        return new(aa + bc.TimesXi(), ab + cc.TimesXi(), ac + bb);
    }

    public Fp6 TimesV() => new(C.TimesXi(), A, B);

    public Fp6 Inverse()
    {
        var a = A.Squared() - (B * C).TimesXi();
        var b = C.Squared().TimesXi() - (A * B);
        var c = B.Squared() - (A * C);
        var norm = ((A * a) + (((B * c) + (C * b)).TimesXi())).Inverse();
        return new(a * norm, b * norm, c * norm);
    }
}
