using System.Numerics;
using System.Runtime.CompilerServices;

namespace Faubourg.Domain.Draws.Bls;

/// <summary>
/// A number modulo <see cref="Curve.P"/>: six 64-bit limbs, least first, in Montgomery's form, that is times 2³⁸⁴ (P. Montgomery,
/// "Modular multiplication without trial division", 1985). Always less than p, so that equal numbers are equal limbs. Not
/// constant-time: nothing secret is ever computed here.
/// </summary>
internal readonly struct Fp : IField<Fp>, IEquatable<Fp>
{
    /// <summary>Bytes of its encoding, highest first.</summary>
    public const int Bytes = 48;

    private const int Count = 6;

    /// <summary>−1/p modulo 2⁶⁴.</summary>
    private const ulong MinusInverse = 0x89f3fffcfffcfffd;

    private static readonly Fp Square384 = new(Split(BigInteger.Pow(2, 2 * 384) % Curve.P));

    private static readonly BigInteger Half = (Curve.P - 1) / 2;

    private readonly Limbs limbs;

    private Fp(in Limbs limbs) => this.limbs = limbs;

    public static Fp Zero => default;

    public static Fp One { get; } = Of(BigInteger.One);

    /// <summary>p, least limb first.</summary>
    private static ReadOnlySpan<ulong> P =>
        [0xb9feffffffffaaab, 0x1eabfffeb153ffff, 0x6730d2a0f6b0f624, 0x64774b84f38512bf, 0x4b1ba7b6434bacd7, 0x1a0111ea397fe69a];

    public bool IsZero => Equals(Zero);

    public static bool operator ==(in Fp a, in Fp b) => a.Equals(b);

    public static bool operator !=(in Fp a, in Fp b) => !a.Equals(b);

    /// <param name="value">Zero or more; taken modulo p.</param>
    public static Fp Of(BigInteger value) => new Fp(Split(value % Curve.P)) * Square384;

    public static Fp Hex(string digits) => Of(Curve.Hex(digits));

    /// <summary>Null for what is not less than p: each number has one encoding.</summary>
    /// <param name="bytes">48, highest first.</param>
    public static Fp? Read(ReadOnlySpan<byte> bytes)
    {
        var value = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        return value < Curve.P ? Of(value) : null;
    }

    public BigInteger Value()
    {
        var plain = this * new Fp(Split(BigInteger.One));
        var value = BigInteger.Zero;
        for (var i = Count - 1; i >= 0; i--) value = (value << 64) + plain.limbs[i];
        return value;
    }

    /// <summary>Greater than (p − 1)/2: how an encoding tells y from −y.</summary>
    public bool IsGreater() => Value() > Half;

    /// <summary>sgn0 of RFC 9380, §4.1.</summary>
    public bool IsOdd() => !Value().IsEven;

    public static Fp operator +(in Fp a, in Fp b)
    {
        Limbs sum = default;
        ulong carry = 0;
        for (var i = 0; i < Count; i++) sum[i] = Add(a.limbs[i], b.limbs[i], ref carry);
        return Reduced(sum);
    }

    public static Fp operator -(in Fp a, in Fp b)
    {
        Limbs difference = default;
        ulong borrow = 0;
        for (var i = 0; i < Count; i++) difference[i] = Subtract(a.limbs[i], b.limbs[i], ref borrow);
        if (borrow == 0) return new Fp(difference);
        ulong carry = 0;
        for (var i = 0; i < Count; i++) difference[i] = Add(difference[i], P[i], ref carry);
        return new Fp(difference);
    }

    public static Fp operator -(in Fp a) => Zero - a;

    /// <summary>
    /// The product over 2³⁸⁴: for each limb of b, a times it is added, then a multiple of p that clears the lowest limb, which is
    /// then dropped. p leaves three bits free at the top, so that the sum never needs an eighth limb.
    /// </summary>
    public static Fp operator *(in Fp a, in Fp b)
    {
        Limbs sum = default;
        for (var i = 0; i < Count; i++)
        {
            ulong top = 0, carry = 0;
            for (var j = 0; j < Count; j++) sum[j] = MultiplyAdd(a.limbs[j], b.limbs[i], sum[j], ref top);
            var clearing = unchecked(sum[0] * MinusInverse);
            MultiplyAdd(clearing, P[0], sum[0], ref carry);
            for (var j = 1; j < Count; j++) sum[j - 1] = MultiplyAdd(clearing, P[j], sum[j], ref carry);
            sum[Count - 1] = unchecked(top + carry);
        }

        return Reduced(sum);
    }

    public Fp Squared() => this * this;

    public Fp Inverse() => this.Power(Curve.P - 2);

    /// <summary>A number whose square this is, or null. p is 3 modulo 4, so that a power gives it.</summary>
    public Fp? SquareRoot()
    {
        var root = this.Power((Curve.P + 1) / 4);
        return root.Squared() == this ? root : null;
    }

    public bool Equals(Fp other) => ((ReadOnlySpan<ulong>)limbs).SequenceEqual(other.limbs);

    public override bool Equals(object? obj) => obj is Fp other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(limbs[0], limbs[1]);

    public override string ToString() => Value().ToString("x96", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Less p, where it is not less than p. It is less than 2p.</summary>
    private static Fp Reduced(in Limbs sum)
    {
        Limbs less = default;
        ulong borrow = 0;
        for (var i = 0; i < Count; i++) less[i] = Subtract(sum[i], P[i], ref borrow);
        return new Fp(borrow == 0 ? less : sum);
    }

    private static Limbs Split(BigInteger value)
    {
        Limbs limbs = default;
        for (var i = 0; i < Count; i++) limbs[i] = (ulong)((value >> (64 * i)) & ulong.MaxValue);
        return limbs;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Add(ulong a, ulong b, ref ulong carry)
    {
        unchecked
        {
            var half = a + carry;
            var sum = half + b;
            carry = (half < carry ? 1UL : 0) + (sum < b ? 1UL : 0);
            return sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Subtract(ulong a, ulong b, ref ulong borrow)
    {
        unchecked
        {
            var half = a - borrow;
            var difference = half - b;
            borrow = (half > a ? 1UL : 0) + (difference > half ? 1UL : 0);
            return difference;
        }
    }

    /// <summary>The low half of a · b + c + carry; the high half is the next carry. It cannot overflow 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong MultiplyAdd(ulong a, ulong b, ulong c, ref ulong carry)
    {
        unchecked
        {
            var high = Math.BigMul(a, b, out var low);
            low += c;
            high += low < c ? 1UL : 0;
            low += carry;
            carry = high + (low < carry ? 1UL : 0);
            return low;
        }
    }

    [InlineArray(Count)]
    private struct Limbs
    {
        private ulong least;
    }
}
