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

    /// <summary>Longer ones are few.</summary>
    private const int Short = 1024;

    public static string Of(string text)
    {
        Span<char> plain = text.Length <= Short ? stackalloc char[text.Length] : new char[text.Length];
        return TryWrite(text, plain, out var length) ? new string(plain[..length]) : Slowly(text);
    }

    /// <summary>Whether the text has these letters in a row. Nothing is kept of it: a search reads every text there is.</summary>
    /// <param name="text">As written.</param>
    /// <param name="sought">As <see cref="Of"/> gives it.</param>
    public static bool Holds(string text, string sought)
    {
        Span<char> plain = text.Length <= Short ? stackalloc char[text.Length] : new char[text.Length];
        return TryWrite(text, plain, out var length)
            ? plain[..length].IndexOf(sought) >= 0
            : Slowly(text).Contains(sought, StringComparison.Ordinal);
    }

    /// <summary>False where one letter becomes several.</summary>
    private static bool TryWrite(string text, Span<char> plain, out int length)
    {
        length = 0;
        foreach (var letter in text)
        {
            if (letter >= Known || Each[letter] is not { } becomes) return false;
            if (becomes != '\0') plain[length++] = becomes;
        }

        return true;
    }

    /// <summary>U+FFFE, which has no normal form, is in no text of ours; in the address of a search there may be anything.</summary>
    private static string Slowly(string text) => string.Concat(text.Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
