using System.Globalization;

namespace Faubourg.Verify.Reports;

/// <summary>Words out of a record, for a terminal: they must not move its cursor, colour or hide what it says, or begin a line of their own.</summary>
internal static class Plain
{
    private const char Instead = '\uFFFD';

    public static string Of(string text) => string.Concat(text.Select(letter => IsPlain(letter) ? letter : Instead));

    /// <summary>No control characters, and none that turn the direction of what follows.</summary>
    private static bool IsPlain(char letter) => char.GetUnicodeCategory(letter) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
