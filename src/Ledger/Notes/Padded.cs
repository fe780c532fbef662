using Faubourg.Ledger.Tree;

namespace Faubourg.Ledger.Notes;

/// <summary>Base64 with padding (RFC 4648 §4), as the C2SP formats have it, read canonically: one text for any bytes, one only (§3.5).</summary>
internal static class Padded
{
    public static string Write(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes);

    /// <exception cref="LedgerException">Spaces, foreign letters, missing padding, bits after the end.</exception>
    public static byte[] Read(string text, string what)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        // The decoder of the base library forgives spaces and stray bits; what it forgave is written otherwise.
        return Convert.TryFromBase64String(text, bytes, out var length) && Write(bytes.AsSpan(0, length)) == text
            ? bytes[..length]
            : throw new LedgerException($"{what} is not canonical base64");
    }

    public static byte[] ReadHash(string text, string what) =>
        text.Length <= 2 * Merkle.HashBytes && Read(text, what) is { Length: Merkle.HashBytes } hash
            ? hash
            : throw new LedgerException($"{what} is not base64 of 32 bytes");
}
