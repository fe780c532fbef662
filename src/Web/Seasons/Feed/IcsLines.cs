using System.Buffers;
using System.Text;

namespace Faubourg.Web.Seasons;

/// <summary>Content lines of RFC 5545: texts escaped (3.3.11), and no line longer than 75 octets (3.1).</summary>
internal readonly struct IcsLines(StringBuilder to)
{
    private const int Octets = 75;

    /// <summary>What a text may not hold as it is.</summary>
    private static readonly SearchValues<char> Marked = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(sign => (char)sign), '\\', ';', ',', .. Enumerable.Range('\u007f', '\u00a0' - '\u007f').Select(sign => (char)sign), '\u2028', '\u2029']);

    /// <summary>A value that has no sign to escape.</summary>
    public void Plain(string name, string value) => Folded($"{name}:{value}");

    public void Text(string name, string value)
    {
        if (!value.AsSpan().ContainsAny(Marked))
        {
            Plain(name, value);
            return;
        }

        var line = new StringBuilder(name).Append(':');
        foreach (var letter in value.ReplaceLineEndings("\n"))
        {
            if (letter == '\n') line.Append("\\n");
            else if (letter is '\\' or ';' or ',') line.Append('\\').Append(letter);
            else if (letter == '\t' || !char.IsControl(letter)) line.Append(letter);
        }

        Folded(line.ToString());
    }

    /// <summary>Never within a letter: what begins with a space goes on with the line before.</summary>
    private void Folded(string line)
    {
        if (line.Length <= Octets && Ascii.IsValid(line))
        {
            to.Append(line).Append("\r\n");
            return;
        }

        var length = 0;
        Span<char> letter = stackalloc char[2];
        foreach (var rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > Octets)
            {
                to.Append("\r\n ");
                length = 1;
            }

            to.Append(letter[..rune.EncodeToUtf16(letter)]);
            length += rune.Utf8SequenceLength;
        }

        to.Append("\r\n");
    }
}
