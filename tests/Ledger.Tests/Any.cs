using System.Text;
using CsCheck;

namespace Faubourg.Ledger.Tests;

/// <summary>Generators of anything the format allows.</summary>
internal static class Any
{
    private const string KeyLetters = "abcdefghijklmnopqrstuvwxyz_";

    public static readonly Gen<byte[]> Salt = Gen.Byte.Array[Limits.SaltBytes];

    /// <summary>Texts with every kind of letter an escape or an encoding could trip over.</summary>
    public static readonly Gen<string> Text =
        Gen.OneOf(
            Gen.Char['\0', '\u007f'].Select(letter => letter.ToString()),
            OneOf("é", "ß", "œ", "مرحبا", "漢", "🐦", "\u2028", "\ufeff", "\"", "\\", "/", "\n", "</script>", "e\u0301"))
        .Array[0, 12]
        .Select(letters => string.Concat(letters).Normalize(NormalizationForm.FormC));

    public static readonly Gen<string> Key =
        OneOf(KeyLetters.ToCharArray()).Array[1, 8].Select(letters => "x" + new string(letters));

    public static readonly Gen<LeafValue> Value = Gen.Recursive<LeafValue>((depth, inner) => depth >= 3
        ? Scalar
        : Gen.OneOf(
            Scalar,
            inner.Array[0, 4].Select(items => LeafValue.Of(items)),
            Gen.Dictionary(Key, inner)[0, 4].Select(entries => (LeafValue)new Fields(entries))));

    public static readonly Gen<LeafDraft> Draft = Gen.Select(
        OneOf("jar.moved", "council.convened", "quarter.founded", "roll_sheet.closed_late"),
        OneOf("2026-11-22T13:40:00Z", "2000-02-29T23:59:59Z"),
        Gen.Dictionary(Key, Value)[0, 6],
        Gen.Select(Key, Text, (name, value) => (name, value)).List[0, 5],
        (type, at, clear, disclosed) => new LeafDraft(type, at, new(clear, StringComparer.Ordinal), disclosed));

    private static Gen<LeafValue> Scalar => Gen.OneOf(
        Gen.Long[-Limits.Integer, Limits.Integer].Select(number => (LeafValue)number),
        Gen.Bool.Select(flag => (LeafValue)flag),
        Text.Select(text => (LeafValue)text));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
