using System.Text;
using Faubourg.Ledger;
using NodaTime;

namespace Faubourg.Verify.Reading;

/// <summary>A value from its canonical JSON.</summary>
/// <param name="json">With its quotes, where it is a string.</param>
/// <param name="field">Whose it is, for the refusal.</param>
internal delegate object? ReadValue(ReadOnlySpan<byte> json, string field);

/// <summary>The kinds of values that clear fields have.</summary>
internal static class Values
{
    private static readonly object True = true, False = false;

    /// <summary>Small numbers are most numbers: each is boxed once.</summary>
    private static readonly object[] SmallInts = [.. Enumerable.Range(0, 256).Select(n => (object)n)];

    /// <exception cref="NotSupportedException">No clear field may be of this type.</exception>
    public static ReadValue ReaderOf(Type type) =>
        type == typeof(int) ? Int
        : type == typeof(long) ? (json, field) => Whole(json, field)
        : type == typeof(bool) ? (json, field) => json.SequenceEqual("true"u8) ? True : json.SequenceEqual("false"u8) ? False : throw Wrong(field)
        : type == typeof(string) ? (json, field) => Strings.Read(Inside(json, field))
        : type == typeof(Instant) ? (json, field) => Times.Read(Inside(json, field), field)
        : type == typeof(LocalDate) ? (json, field) => Times.Date(Inside(json, field), field)
        : type.IsEnum ? EnumOf(type)
        : throw new NotSupportedException($"A leaf cannot hold a {type}.");

    private static object Int(ReadOnlySpan<byte> json, string field)
    {
        var number = checked((int)Whole(json, field));
        return number >= 0 && number < SmallInts.Length ? SmallInts[number] : number;
    }

    private static long Whole(ReadOnlySpan<byte> json, string field) =>
        json[0] is (byte)'-' or (>= (byte)'0' and <= (byte)'9') ? new CanonicalScan(json).Integer() : throw Wrong(field);

    private static ReadValue EnumOf(Type type)
    {
        var words = Enum.GetValues(type).Cast<object>()
            .Select(value => (Word: Encoding.ASCII.GetBytes(EventForm.Words(value.ToString()!, '-')), Value: value))
            .ToArray();
        return (json, field) =>
        {
            var word = Inside(json, field);
            foreach (var known in words)
                if (word.SequenceEqual(known.Word))
                    return known.Value;
            throw Wrong(field);
        };
    }

    private static ReadOnlySpan<byte> Inside(ReadOnlySpan<byte> json, string field) => json[0] == '"' ? json[1..^1] : throw Wrong(field);

    private static LeafException Wrong(string field) => new(LeafFault.WrongField, field);
}
