namespace Faubourg.Domain.Draws.Bls;

/// <summary>a + b·w, where w² = v, and so w⁶ = ξ. Here pairings have their values.</summary>
internal readonly record struct Fp12(Fp6 A, Fp6 B) : IField<Fp12>
{
    /// <summary>What raising w to the power p multiplies it by: ξ^((p − 1)/6), and its powers.</summary>
    private static readonly Fp2[] Turns = [.. Enumerable.Range(0, 6).Select(i => Fp2.Xi.Power(i * (Curve.P - 1) / 6))];

    public static Fp12 Zero => default;

    public static Fp12 One { get; } = new(Fp6.One, Fp6.Zero);

    public bool IsZero => this == Zero;

    /// <summary>Its power p⁶. For values of a pairing, whose norm is one, it is the inverse.</summary>
    public Fp12 Conjugate => new(A, -B);

    public static Fp12 operator +(in Fp12 a, in Fp12 b) => new(a.A + b.A, a.B + b.B);

    public static Fp12 operator -(in Fp12 a, in Fp12 b) => new(a.A - b.A, a.B - b.B);

    public static Fp12 operator -(in Fp12 a) => new(-a.A, -a.B);

    public static Fp12 operator *(in Fp12 a, in Fp12 b)
    {
        Fp6 aa = a.A * b.A, bb = a.B * b.B;
        return new(aa + bb.TimesV(), ((a.A + a.B) * (b.A + b.B)) - aa - bb);
    }

    public Fp12 Squared()
    {
        var product = A * B;
        return new(((A + B) * (A + B.TimesV())) - product - product.TimesV(), product + product);
    }

    public Fp12 Inverse()
    {
        var norm = ((A * A) - (B * B).TimesV()).Inverse();
        return new(A * norm, -(B * norm));
    }

    /// <summary>Its power p: each coefficient conjugated, each wⁱ turned.</summary>
    public Fp12 Frobenius() => new(
        new(A.A.Conjugate, A.B.Conjugate * Turns[2], A.C.Conjugate * Turns[4]),
        new(B.A.Conjugate * Turns[1], B.B.Conjugate * Turns[3], B.C.Conjugate * Turns[5]));
}
