using System.Buffers.Binary;
using System.Globalization;

namespace Faubourg.Ledger.Notes;

/// <summary>What is signed, for each type byte we understand. Another type is added here and in <see cref="KeyType"/>, and nowhere else.</summary>
internal static class Signatures
{
    private const int TimeBytes = sizeof(ulong);

    public static bool Understands(byte type) => type is KeyType.Ed25519 or KeyType.Cosignature;

    /// <summary>Checks a signature that claims to be by this key.</summary>
    /// <param name="key">Of a type that <see cref="Understands"/>.</param>
    /// <param name="text">Of the note.</param>
    /// <param name="payload">Of the signature line.</param>
    /// <param name="time">What a cosignature says the time was, in seconds since 1970.</param>
    public static bool Holds(VerifierKey key, string text, ReadOnlySpan<byte> payload, out long? time)
    {
        time = null;
        if (key.Type == KeyType.Ed25519) return Ed.Holds(key.PublicKey.AsSpan(), Lines.Bytes(text), payload);
        if (key.Type != KeyType.Cosignature || payload.Length != TimeBytes + Ed.SignatureBytes) return false;
        var claimed = BinaryPrimitives.ReadUInt64BigEndian(payload);
        // tlog-cosignature, "Format": it must not exceed 2^63 − 1.
        if (claimed > long.MaxValue) return false;
        time = (long)claimed;
        return Ed.Holds(key.PublicKey.AsSpan(), Cosigned(text, time.Value), payload[TimeBytes..]);
    }

    /// <summary>The message of an Ed25519 cosignature (tlog-cosignature, "Ed25519 signed message").</summary>
    public static byte[] Cosigned(string text, long time) =>
        Lines.Bytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {time}\n{text}"));

    public static byte[] Timed(long time, ReadOnlySpan<byte> signature)
    {
        var payload = new byte[TimeBytes + signature.Length];
        BinaryPrimitives.WriteUInt64BigEndian(payload, (ulong)time);
        signature.CopyTo(payload.AsSpan(TimeBytes));
        return payload;
    }
}
