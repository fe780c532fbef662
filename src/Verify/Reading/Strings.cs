using System.Text;

namespace Faubourg.Verify.Reading;

/// <summary>The text of a string that <see cref="CanonicalScan"/> let through.</summary>
internal static class Strings
{
    public static string Read(ReadOnlySpan<byte> inside)
    {
        if (inside.IndexOf((byte)'\\') < 0) return Encoding.UTF8.GetString(inside);
        var text = new StringBuilder(inside.Length);
        while (inside.IndexOf((byte)'\\') is >= 0 and var at)
        {
            text.Append(Encoding.UTF8.GetString(inside[..at]));
            var (letter, length) = Escaped(inside[at..]);
            text.Append(letter);
            inside = inside[(at + length)..];
        }

        return text.Append(Encoding.UTF8.GetString(inside)).ToString();
    }

    private static (char Letter, int Length) Escaped(ReadOnlySpan<byte> escape) => escape[1] switch
    {
        (byte)'b' => ('\b', 2),
        (byte)'t' => ('\t', 2),
        (byte)'n' => ('\n', 2),
        (byte)'f' => ('\f', 2),
        (byte)'r' => ('\r', 2),
        (byte)'u' => ((char)Convert.ToInt32(Encoding.ASCII.GetString(escape[2..6]), 16), 6),
        var itself => ((char)itself, 2),
    };
}
