using System.Buffers;
using System.Buffers.Text;

namespace Faubourg.Ledger;

/// <summary>Base64url without padding (RFC 4648 §5), read canonically: one text for any bytes, one only (§3.5).</summary>
public static class Base64
{
    private const int HashLetters = 43;
    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
    private static readonly SearchValues<char> LastOfHash = SearchValues.Create("AEIMQUYcgkosw048");

    public static string Write(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <exception cref="LeafException">Padding, spaces, foreign letters, or bits after the end.</exception>
    public static byte[] Read(string text)
    {
        if (!Base64Url.IsValid(text)) throw Wrong();
        var bytes = Base64Url.DecodeFromChars(text);
        // The decoder of the base library forgives spaces, padding and stray bits; what it forgave is written otherwise.
        return Write(bytes) == text ? bytes : throw Wrong();
    }

    /// <summary>The text itself, where it is what <see cref="Write"/> makes of 32 bytes; without making them.</summary>
    /// <exception cref="LeafException">As <see cref="Read"/>; <see cref="LeafFault.WrongField"/> for another length.</exception>
    public static string RequireHash(string text)
    {
        // 43 letters hold 258 bits: the last two are zero in one spelling only.
        if (text.Length == HashLetters && !text.AsSpan().ContainsAnyExcept(Letters) && LastOfHash.Contains(text[^1])) return text;
        Read(text);
        throw new LeafException(LeafFault.WrongField, "a hash is 32 bytes");
    }

    private static LeafException Wrong() => new(LeafFault.WrongBase64, "not canonical base64url");
}
