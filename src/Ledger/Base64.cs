using System.Buffers.Text;

namespace Faubourg.Ledger;

/// <summary>Base64url without padding (RFC 4648 §5), read canonically: one text for any bytes, one only (§3.5).</summary>
public static class Base64
{
    public static string Write(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <exception cref="LeafException">Padding, spaces, foreign letters, or bits after the end.</exception>
    public static byte[] Read(string text)
    {
        if (!Base64Url.IsValid(text)) throw Wrong();
        var bytes = Base64Url.DecodeFromChars(text);
        // The decoder of the base library forgives spaces, padding and stray bits; what it forgave is written otherwise.
        return Write(bytes) == text ? bytes : throw Wrong();
    }

    private static LeafException Wrong() => new(LeafFault.WrongBase64, "not canonical base64url");
}
