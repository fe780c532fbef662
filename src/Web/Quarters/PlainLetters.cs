using System.Globalization;
using System.Text;

namespace Faubourg.Web;

/// <summary>Small letters without accents: "chene" finds "Chêne".</summary>
internal static class PlainLetters
{
    /// <summary>Up to here a letter is looked up: Latin, Greek, Cyrillic, Hebrew, Arabic and their neighbours.</summary>
    private const int Known = 0x2000;

    /// <summary>What becomes of each; 0: nothing. Null where one letter becomes several.</summary>
    private static readonly char?[] Each = [.. Enumerable.Range(0, Known).Select(letter => Slowly(((char)letter).ToString()) switch
    {
        [] => '\0',
        [var one] => one,
        _ => (char?)null,
    })];

    public static string Of(string text)
    {
        Span<char> plain = text.Length <= 1024 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var letter in text)
        {
            if (letter >= Known || Each[letter] is not { } becomes) return Slowly(text);
            if (becomes != '\0') plain[length++] = becomes;
        }

        return new string(plain[..length]);
    }

    private static string Slowly(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
