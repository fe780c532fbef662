using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Faubourg.Domain;

/// <summary>What the rules may know of the world at the moment of an act.</summary>
/// <param name="Now">The quarter's time: never before the last accepted event.</param>
/// <param name="Chance">Fresh randomness for this act alone.</param>
public sealed record Facts(Instant Now, Chance Chance);

/// <summary>Randomness given as a fact: everything drawn from it follows from its seed.</summary>
public sealed class Chance
{
    private readonly byte[] seed;
    private int drawn;

    /// <param name="seed">At least 16 random bytes.</param>
    public Chance(byte[] seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seed.Length, 16);
        this.seed = seed;
    }

    /// <summary>32 fresh bytes.</summary>
    public byte[] Bytes()
    {
        Span<byte> input = stackalloc byte[seed.Length + 4];
        seed.CopyTo(input);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(input[seed.Length..], drawn++);
        return SHA256.HashData(input);
    }

    /// <summary>A number from 0 up to, not including, <paramref name="below"/>; the bias is under 2^-32.</summary>
    public int Below(int below) =>
        (int)(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(Bytes()) % (ulong)below);

    /// <summary>The items in an order that nobody chose (Fisher–Yates).</summary>
    public T[] Shuffle<T>(IEnumerable<T> items)
    {
        var order = items.ToArray();
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
        return order;
    }

    /// <summary>A secret of 128 bits, as 22 base64url characters.</summary>
    public string Secret() =>
        Convert.ToBase64String(Bytes(), 0, 16).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}

/// <summary>SHA-256 of texts, as lower-case hex.</summary>
public static class Hash
{
    private const int Short = 256;

    // One per thread: making a new one costs more than hashing a ticket.
    [ThreadStatic]
    private static IncrementalHash? kept;

    public static string Of(string text)
    {
        // Tickets are short, and there is one for each role, seat and draw of a record of ten years.
        Span<byte> bytes = text.Length * 3 <= Short ? stackalloc byte[Short] : new byte[Encoding.UTF8.GetByteCount(text)];
        return Of(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    /// <summary>64 hex digits in lower case.</summary>
    public static bool IsHex(string text) => text.Length == 2 * SHA256.HashSizeInBytes && text.All(char.IsAsciiHexDigitLower);

    internal static string Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Into(bytes, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>The hash as numbers: a text of it is made only where it is read.</summary>
    internal static Digest Digest(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Into(bytes, hash);
        return Domain.Digest.Of(hash);
    }

    private static void Into(ReadOnlySpan<byte> bytes, Span<byte> hash)
    {
        var sha = kept ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(bytes);
        sha.GetHashAndReset(hash);
    }
}
