using Faubourg.Domain;

namespace Faubourg.Web;

/// <summary>Published words where a line of plain text is wanted: titles, feeds, calendars. On a page use <c>&lt;Said&gt;</c>.</summary>
public static class QuarterWords
{
    public static string Say(this Words words, Text? text) => text?.Value ?? text?.Standing switch
    {
        null => "",
        Standing.Withheld => words["common.withheld"],
        _ => words["common.erased"],
    };

    /// <summary>The words as a sentence of ours ends: with a full stop where nobody put one.</summary>
    public static string Closed(string words) => words.Length > 0 && char.IsLetterOrDigit(words[^1]) ? words + "." : words;
}
