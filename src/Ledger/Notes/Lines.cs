using System.Globalization;
using System.Text;

namespace Faubourg.Ledger.Notes;

/// <summary>The letters, lines and numbers that the text formats share.</summary>
internal static class Lines
{
    public static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="LedgerException">Not UTF-8, or longer than a note may be.</exception>
    public static string Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Limits.NoteBytes) throw new LedgerException($"{bytes.Length} bytes are too many");
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new LedgerException("not UTF-8");
        }
    }

    /// <summary>The bytes of a text that a note may hold: Unicode, without control characters but the newline (C2SP signed-note, "Format").</summary>
    /// <exception cref="LedgerException">Any other text.</exception>
    public static byte[] Bytes(string text)
    {
        if (text.Length > Limits.NoteBytes) throw new LedgerException($"{text.Length} letters are too many");
        if (text.AsSpan().ContainsAnyInRange('\0', '\t') || text.AsSpan().ContainsAnyInRange('\v', '\u001f')) throw new LedgerException("a control character");
        try
        {
            return Utf8.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            throw new LedgerException("half a surrogate pair");
        }
    }

    /// <summary>A number from 0 to 2^63 − 1 in decimal, without leading zeros.</summary>
    /// <exception cref="LedgerException">Any other text.</exception>
    public static long Number(string text, string what) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && (text.Length == 1 || text[0] != '0')
            ? number
            : throw new LedgerException($"{what} is no decimal number below 2^63");

    /// <summary>Whether it may name a key: something, without Unicode spaces and plus (C2SP signed-note, "Format").</summary>
    public static bool IsKeyName(string name) =>
        name.Length > 0 && !name.Any(letter => letter is '+' or < ' ' || char.IsWhiteSpace(letter));

    public static string Of(params string[] lines) => string.Concat(lines.Select(line => line + "\n"));
}
