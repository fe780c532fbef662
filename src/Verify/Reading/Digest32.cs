using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Faubourg.Ledger;

namespace Faubourg.Verify.Reading;

/// <summary>A SHA-256 digest as a value: compared and kept as 32 bytes, never as letters.</summary>
[InlineArray(Size)]
internal struct Digest32 : IEquatable<Digest32>
{
    public const int Size = 32;

    /// <summary>Of base64url without padding.</summary>
    public const int Letters = 43;

    private byte first;

    /// <summary>To be filled by whoever made this value.</summary>
    [UnscopedRef]
    public Span<byte> Fill => MemoryMarshal.CreateSpan(ref first, Size);

    [UnscopedRef]
    public readonly ReadOnlySpan<byte> Bytes => MemoryMarshal.CreateReadOnlySpan(in first, Size);

    public static Digest32 Of(ReadOnlySpan<byte> hash)
    {
        var digest = default(Digest32);
        hash.CopyTo(digest.Fill);
        return digest;
    }

    /// <summary>Base64url without padding, of exactly 32 bytes, in its one spelling.</summary>
    /// <exception cref="LeafException">Anything else.</exception>
    public static Digest32 Read(ReadOnlySpan<byte> letters)
    {
        var digest = default(Digest32);
        // 43 letters hold 258 bits: the last two must be nothing, or two spellings would mean one digest.
        var sound = letters.Length == Letters
            && "AEIMQUYcgkosw048"u8.IndexOf(letters[^1]) >= 0
            && Base64Url.DecodeFromUtf8(letters, digest.Fill, out var read, out var written) == OperationStatus.Done
            && read == Letters && written == Size;
        return sound ? digest : throw new LeafException(LeafFault.WrongBase64, "a digest is 43 letters of base64url");
    }

    public readonly bool Equals(Digest32 other) => Bytes.SequenceEqual(other.Bytes);

    public override readonly bool Equals(object? obj) => obj is Digest32 other && Equals(other);

    /// <summary>A hash already: any of its bits will do.</summary>
    public override readonly int GetHashCode() => BinaryPrimitives.ReadInt32LittleEndian(Bytes);

    public override readonly string ToString() => Ledger.Base64.Write(Bytes);
}
