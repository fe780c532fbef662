using System.Globalization;
using System.Text;

namespace Faubourg.Web;

/// <summary>What a free text must be: normalised (NFC), trimmed, LF line ends, nothing that is invisible or turns the line around.</summary>
internal static class Plain
{
    /// <summary>
    /// Marks on one letter: no writing puts more there, and more run over the lines around it. The same for what is joined to one sign
    /// (the longest emoji of Unicode has 15 letters of UTF-16): a "character" without end would be a text without a limit.
    /// </summary>
    private const int MostMarks = 8;

    private const int LongestCharacter = 32;

    public static Checked Check(string typed, Limit length, bool manyLines)
    {
        if (!IsWellFormed(typed)) return Checked.Wrong("form.letters");
        var text = typed.ReplaceLineEndings("\n").Trim().Normalize(NormalizationForm.FormC);
        if (!manyLines && text.Contains('\n', StringComparison.Ordinal)) return Checked.Wrong("form.line");
        if (text.EnumerateRunes().Any(IsForbidden) || IsFlood(text)) return Checked.Wrong("form.letters");
        var count = Length(text);
        if (count < length.Min) return Checked.Wrong("form.short", ("min", length.Min), ("count", count));
        return count > length.Max ? Checked.Wrong("form.long", ("max", length.Max), ("count", count)) : Checked.Right(text);
    }

    /// <summary>Characters as people count them: an accent or a joined emoji is not one more.</summary>
    public static int Length(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>No half of a pair, and none of the 66 code points that are never characters (Unicode 23.7): NFC and XML know nothing of them.</summary>
    private static bool IsWellFormed(string text) => !text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF);

    private static bool IsForbidden(Rune rune) =>
        rune.Value != '\n' && (Rune.IsControl(rune) || IsBidiControl(rune.Value) || IsUnseen(rune.Value) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse);

    /// <summary>Embeddings, overrides and isolates (UAX 9 §2): they make a line read as something it is not.</summary>
    private static bool IsBidiControl(int value) => value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x2028 or 0x2029 or 0xFEFF;

    /// <summary>
    /// What shows nothing and changes nothing that is shown (UAX 44, Default_Ignorable_Code_Point, and two blanks that are no spaces): a name
    /// of nothing, two that look alike, words within words. What joins or parts letters of a script, marks its direction or picks a form stays.
    /// </summary>
    private static bool IsUnseen(int value) => value is 0x00AD or 0x115F or 0x1160 or 0x180E or 0x200B or (>= 0x2060 and <= 0x2064) or (>= 0x206A and <= 0x206F)
        or 0x2800 or 0x3164 or 0xFFA0 or (>= 0xFFF0 and <= 0xFFFB) or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE00FF) or (>= 0xE01F0 and <= 0xE0FFF);

    private static bool IsFlood(string text)
    {
        // A mark with no letter before it would stand on what the page says before the text.
        var (marks, seen) = (MostMarks, false);
        foreach (var rune in text.EnumerateRunes())
        {
            var mark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
            marks = mark ? marks + 1 : 0;
            if (marks > MostMarks) return true;
            seen |= !mark && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format;
        }

        if (text.Length > 0 && !seen) return true;
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            var letters = StringInfo.GetNextTextElementLength(rest);
            if (letters > LongestCharacter) return true;
            rest = rest[letters..];
        }

        return false;
    }
}
