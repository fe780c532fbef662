using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Faubourg.Ledger;

/// <summary>
/// Writes values as RFC 8785 asks (§3.2: no spaces, keys sorted, shortest escapes), in our narrower profile:
/// keys of a–z and _, integers only, no null. In such keys UTF-16 order and byte order are one.
/// </summary>
internal static class CanonicalWriter
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? room;

    public static byte[] Write(LeafValue value)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        Write(bytes, value);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Whether these bytes are how the value is written. Nothing is kept of what is written to see it but its room.</summary>
    public static bool IsWrittenAs(LeafValue value, ReadOnlySpan<byte> bytes)
    {
        var written = room ?? new ArrayBufferWriter<byte>(Limits.LeafBytes);
        room = null;
        written.ResetWrittenCount();
        Write(written, value);
        var same = written.WrittenSpan.SequenceEqual(bytes);
        if (written.Capacity <= Limits.DisclosureBytes * 2) room = written;
        return same;
    }

    /// <summary>
    /// Refuses text that is not in form C. Only who writes checks this: a later Unicode may see an old text otherwise,
    /// and an old leaf must stay valid.
    /// </summary>
    public static void RequireNormalized(LeafValue value)
    {
        switch (value)
        {
            case Word word: RequireNormalized(word.Value); break;
            case Row row: foreach (var item in row.Items) RequireNormalized(item); break;
            case Fields fields: foreach (var item in fields.Ordered.Span) RequireNormalized(item.Value); break;
        }
    }

    private static void RequireNormalized(string text)
    {
        // IsNormalized throws on half a surrogate pair and on U+FFFE, which is never a character, so they are looked for first.
        if (text.Contains('\uFFFE', StringComparison.Ordinal)) throw Broken(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) throw Broken(text);
            i++;
        }

        if (!text.IsNormalized(NormalizationForm.FormC)) throw Broken(text);
    }

    private static void Write(ArrayBufferWriter<byte> to, LeafValue value)
    {
        switch (value)
        {
            case Number number: Write(to, number.Value); break;
            case Word word: Write(to, word.Value); break;
            case Flag flag: to.Write(flag.Value ? "true"u8 : "false"u8); break;
            case Row row: Write(to, row.Items); break;
            case Fields fields: Write(to, fields.Ordered.Span); break;
            default: throw new InvalidOperationException(value.GetType().Name);
        }
    }

    private static void Write(ArrayBufferWriter<byte> to, long number)
    {
        if (number is > Limits.Integer or < -Limits.Integer)
            throw new LeafException(LeafFault.ForbiddenValue, "an integer beyond 2^53−1");
        Utf8Formatter.TryFormat(number, to.GetSpan(20), out var written);
        to.Advance(written);
    }

    private static void Write(ArrayBufferWriter<byte> to, IReadOnlyList<LeafValue> items)
    {
        to.Write("["u8);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) to.Write(","u8);
            Write(to, items[i]);
        }

        to.Write("]"u8);
    }

    private static void Write(ArrayBufferWriter<byte> to, ReadOnlySpan<KeyValuePair<string, LeafValue>> entries)
    {
        to.Write("{"u8);
        var first = true;
        foreach (var (key, value) in entries)
        {
            if (!first) to.Write(","u8);
            first = false;
            Write(to, Names.Key(key));
            to.Write(":"u8);
            Write(to, value);
        }

        to.Write("}"u8);
    }

    private static void Write(ArrayBufferWriter<byte> to, string text)
    {
        to.Write("\""u8);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var plain = PlainLength(rest);
            Encode(to, rest[..plain]);
            if (plain < rest.Length) Escape(to, rest[plain++]);
            rest = rest[plain..];
        }

        to.Write("\""u8);
    }

    private static int PlainLength(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
            if (text[i] is < ' ' or '"' or '\\')
                return i;
        return text.Length;
    }

    private static void Encode(ArrayBufferWriter<byte> to, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        try
        {
            Strict.GetBytes(text, to);
        }
        catch (EncoderFallbackException)
        {
            throw Broken(text.ToString());
        }
    }

    /// <summary>RFC 8785 §3.2.2.2.</summary>
    private static void Escape(ArrayBufferWriter<byte> to, char letter)
    {
        var code = (byte)letter;
        ReadOnlySpan<byte> hex = "0123456789abcdef"u8;
        to.Write(letter switch
        {
            '\b' => "\\b"u8,
            '\t' => "\\t"u8,
            '\n' => "\\n"u8,
            '\f' => "\\f"u8,
            '\r' => "\\r"u8,
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            _ => [(byte)'\\', (byte)'u', (byte)'0', (byte)'0', hex[code >> 4], hex[code & 15]],
        });
    }

    private static LeafException Broken(string text) =>
        new(LeafFault.NotNormalized, $"a text of {text.Length} letters is not Unicode in form C");
}
