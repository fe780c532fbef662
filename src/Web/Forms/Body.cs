using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;

namespace Faubourg.Web;

/// <summary>A form post or a flat JSON object, at most <see cref="Limits.Body"/> bytes, to <see cref="Typed"/>.</summary>
internal static class Body
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonReaderOptions Json = new() { MaxDepth = 2, CommentHandling = JsonCommentHandling.Disallow };

    /// <param name="plain">The field that a body of plain text is; null where it is none.</param>
    public static async Task<(Typed? Typed, Reading.Malformed? Fault)> Read(HttpContext context, string? plain = null)
    {
        var type = context.Request.ContentType ?? "";
        var isJson = type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase);
        var isPlain = plain is not null && type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase);
        if (!isJson && !isPlain && !type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) && context.Request.ContentLength is not (null or 0))
            return (null, new(StatusCodes.Status415UnsupportedMediaType, "form.type"));

        try
        {
            return Read(await context.Request.BodyReader.ReadAtLeastAsync(Limits.Body + 1, context.RequestAborted), context, isJson, isPlain ? plain : null);
        }
        catch (IOException broken) when (broken is not BadHttpRequestException)
        {
            // Chunks of a size that is no size, a line that broke: nothing of ours.
            return Malformed;
        }
    }

    private static (Typed? Typed, Reading.Malformed? Fault) Malformed => (null, new(StatusCodes.Status400BadRequest, "form.malformed"));

    private static (Typed? Typed, Reading.Malformed? Fault) Read(ReadResult read, HttpContext context, bool isJson, string? plain)
    {
        try
        {
            if (read.Buffer.Length > Limits.Body) return (null, new(StatusCodes.Status413PayloadTooLarge, "form.large"));
            if (read.Buffer.Length == 0) return (new Typed(), null);
            var typed = new Typed();
            var well = plain is not null ? FromText(read.Buffer, plain, typed) : isJson ? FromJson(read.Buffer, typed) : FromForm(Encoding.Latin1.GetString(read.Buffer), typed);
            return well && typed.Count <= Limits.FieldsInAForm ? (typed, null) : Malformed;
        }
        finally
        {
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
        }
    }

    private static bool FromText(ReadOnlySequence<byte> body, string name, Typed into)
    {
        if (Utf8(body.ToArray()) is not { } text) return false;
        into.Add(name, text);
        return true;
    }

    private static bool FromForm(string body, Typed into)
    {
        foreach (var pair in body.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(equals < 0 ? pair : pair[..equals]);
            var value = Decode(equals < 0 ? "" : pair[(equals + 1)..]);
            if (name is null || value is null) return false;
            into.Add(name, value);
        }

        return true;
    }

    /// <summary>Null where the percent-encoding is not UTF-8.</summary>
    private static string? Decode(string encoded)
    {
        // Browsers encode every letter that is not ASCII; where a program did not, its bytes are taken as they are.
        if (encoded.AsSpan().IndexOfAny('%', '+') < 0 && Ascii.IsValid(encoded)) return encoded;
        var bytes = new byte[encoded.Length];
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            var letter = encoded[i];
            if (letter != '%') bytes[length++] = letter == '+' ? (byte)' ' : (byte)letter;
            else if (i + 2 < encoded.Length && char.IsAsciiHexDigit(encoded[i + 1]) && char.IsAsciiHexDigit(encoded[i + 2]))
                (bytes[length++], i) = (Convert.FromHexString(encoded.AsSpan(i + 1, 2))[0], i + 2);
            else return null;
        }

        return Utf8(bytes.AsSpan(0, length));
    }

    private static string? Utf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>One object, its members strings, numbers, booleans or arrays of them; a name twice is refused.</summary>
    private static bool FromJson(ReadOnlySequence<byte> body, Typed into)
    {
        try
        {
            var reader = new Utf8JsonReader(body, Json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                if (!seen.Add(name) || !reader.Read() || !Member(ref reader, name, into)) return false;
            }

            return reader.TokenType == JsonTokenType.EndObject && !reader.Read();
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool Member(ref Utf8JsonReader reader, string name, Typed into)
    {
        if (reader.TokenType != JsonTokenType.StartArray) return Scalar(ref reader, name, into);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            if (!Scalar(ref reader, name, into)) return false;
        return true;
    }

    /// <summary>null says the same as leaving the member out.</summary>
    private static bool Scalar(ref Utf8JsonReader reader, string name, Typed into)
    {
        if (reader.TokenType == JsonTokenType.Null) return true;
        var value = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => reader.TryGetInt64(out var number) ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => null,
        };
        if (value is null) return false;
        into.Add(name, value);
        return true;
    }
}
