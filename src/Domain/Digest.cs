using System.Buffers.Binary;

namespace Faubourg.Domain;

/// <summary>A SHA-256 hash as four big-endian numbers: ordered as its bytes are, and as its hex digits.</summary>
public readonly record struct Digest(ulong First, ulong Second, ulong Third, ulong Fourth) : IComparable<Digest>
{
    /// <param name="bytes">32.</param>
    public static Digest Of(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]));

    public int CompareTo(Digest other)
    {
        if (First != other.First) return First < other.First ? -1 : 1;
        if (Second != other.Second) return Second < other.Second ? -1 : 1;
        if (Third != other.Third) return Third < other.Third ? -1 : 1;
        return Fourth.CompareTo(other.Fourth);
    }

    /// <summary>64 hex digits in lower case.</summary>
    public override string ToString() => $"{First:x16}{Second:x16}{Third:x16}{Fourth:x16}";
}
