using System.Text;
using System.Text.Json;

namespace Faubourg.Ledger;

/// <summary>
/// Reads exactly what <see cref="CanonicalWriter"/> writes: the JSON is parsed strictly, written again, and must come
/// out byte for byte as it came in (RFC 8785 §3). Two different byte strings therefore never mean one value.
/// </summary>
internal static class CanonicalReader
{
    private const int KeysKept = 512;

    [ThreadStatic]
    private static string?[]? keys;

    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
        MaxDepth = Limits.Depth,
    };

    public static LeafValue Read(ReadOnlySpan<byte> bytes)
    {
        var value = Parse(bytes);
        if (!CanonicalWriter.IsWrittenAs(value, bytes))
            throw new LeafException(LeafFault.NotCanonical, "written again, the bytes differ");
        return value;
    }

    private static LeafValue Parse(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            reader.Read();
            var value = Value(ref reader);
            if (reader.Read()) throw new LeafException(LeafFault.NotJson, "more than one value");
            return value;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // GetString says InvalidOperationException of bytes that are no UTF-8, and of half a surrogate pair.
            throw new LeafException(LeafFault.NotJson, broken.Message);
        }
    }

    private static LeafValue Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => new Word(reader.GetString()!),
        JsonTokenType.Number => Integer(ref reader),
        JsonTokenType.True => new Flag(true),
        JsonTokenType.False => new Flag(false),
        JsonTokenType.StartArray => Array(ref reader),
        JsonTokenType.StartObject => Object(ref reader),
        var other => throw new LeafException(LeafFault.ForbiddenValue, other.ToString()),
    };

    private static Number Integer(ref Utf8JsonReader reader) =>
        reader.TryGetInt64(out var number) && number is >= -Limits.Integer and <= Limits.Integer
            ? new Number(number)
            : throw new LeafException(LeafFault.ForbiddenValue, "a number that is no integer within ±(2^53−1)");

    private static Row Array(ref Utf8JsonReader reader)
    {
        var items = new List<LeafValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Value(ref reader));
        return new Row(items);
    }

    private static Fields Object(ref Utf8JsonReader reader)
    {
        var entries = new List<KeyValuePair<string, LeafValue>>(16);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = Key(ref reader);
            reader.Read();
            entries.Add(new(key, Value(ref reader)));
        }

        try
        {
            return new Fields(entries);
        }
        catch (ArgumentException twice)
        {
            throw new LeafException(LeafFault.DuplicateKey, twice.Message);
        }
    }

    /// <summary>The same few keys come in every leaf: each thread keeps those it saw last, by their letters.</summary>
    private static string Key(ref Utf8JsonReader reader)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped) return Names.Key(reader.GetString()!);
        var letters = reader.ValueSpan;
        var last = keys ??= new string?[KeysKept];
        var place = letters.IsEmpty ? 0 : ((letters.Length * 31) + (letters[0] * 7) + (letters[^1] * 3) + letters[letters.Length / 2]) % KeysKept;
        if (last[place] is { } known && Ascii.Equals(letters, known)) return known;
        return last[place] = Names.Key(reader.GetString()!);
    }
}
