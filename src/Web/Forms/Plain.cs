using System.Globalization;
using System.Text;

namespace Faubourg.Web;

/// <summary>What a free text must be: normalised (NFC), trimmed, LF line ends, nothing that is invisible or turns the line around.</summary>
internal static class Plain
{
    public static Checked Check(string typed, Limit length, bool manyLines)
    {
        var text = typed.ReplaceLineEndings("\n").Trim();
        if (!IsWellFormed(text)) return Checked.Wrong("form.letters");
        text = text.Normalize(NormalizationForm.FormC);
        if (!manyLines && text.Contains('\n', StringComparison.Ordinal)) return Checked.Wrong("form.line");
        if (text.EnumerateRunes().Any(IsForbidden)) return Checked.Wrong("form.letters");
        var count = Length(text);
        if (count < length.Min) return Checked.Wrong("form.short", ("min", length.Min), ("count", count));
        return count > length.Max ? Checked.Wrong("form.long", ("max", length.Max), ("count", count)) : Checked.Right(text);
    }

    /// <summary>Characters as people count them: an accent or a joined emoji is not one more.</summary>
    public static int Length(string text) => new StringInfo(text).LengthInTextElements;

    private static bool IsWellFormed(string text) => !text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar);

    private static bool IsForbidden(Rune rune) => rune.Value != '\n' && (Rune.IsControl(rune) || IsBidiControl(rune.Value) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse);

    /// <summary>Embeddings, overrides and isolates (UAX 9 §2): they make a line read as something it is not.</summary>
    private static bool IsBidiControl(int value) => value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x2028 or 0x2029 or 0xFEFF;
}
