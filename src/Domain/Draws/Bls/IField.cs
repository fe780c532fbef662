using System.Numerics;

namespace Faubourg.Domain.Draws.Bls;

/// <summary>What a curve needs of the field it lies over.</summary>
internal interface IField<T>
    where T : struct, IField<T>
{
    static abstract T Zero { get; }

    static abstract T One { get; }

    bool IsZero { get; }

    static abstract T operator +(in T a, in T b);

    static abstract T operator -(in T a, in T b);

    static abstract T operator -(in T a);

    static abstract T operator *(in T a, in T b);

    T Squared();

    /// <summary>One over it; zero for zero.</summary>
    T Inverse();
}

internal static class Powers
{
    /// <summary>By squaring, highest bit first. The time it takes tells the exponent: all that is computed here is public.</summary>
    /// <param name="value">The base.</param>
    /// <param name="exponent">Zero or more.</param>
    public static T Power<T>(this T value, BigInteger exponent)
        where T : struct, IField<T>
    {
        var power = T.One;
        foreach (var bit in Bits(exponent))
        {
            power = power.Squared();
            if (bit) power *= value;
        }

        return power;
    }

    /// <summary>Highest first, from the first that is one.</summary>
    public static IEnumerable<bool> Bits(BigInteger number)
    {
        var bytes = number.ToByteArray(isUnsigned: true);
        for (var bit = (int)number.GetBitLength() - 1; bit >= 0; bit--) yield return ((bytes[bit / 8] >> (bit % 8)) & 1) != 0;
    }
}
