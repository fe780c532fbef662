using Faubourg.Domain.Counting.PrefLib;

namespace Faubourg.Web.Commands;

/// <summary>Gives a file to its reader line by line, out of one buffer, so that no file of any size takes more memory than that.</summary>
internal static class CountLines
{
    /// <summary>Of a line, in bytes. 2,500 alternatives make lines of 15,000.</summary>
    public const int Longest = 1 << 20;

    /// <exception cref="FileException">The file cannot be counted.</exception>
    public static void Read(Stream file, FileReader reader)
    {
        var buffer = new byte[Longest + 1];
        for (var held = 0; ;)
        {
            var got = file.Read(buffer, held, buffer.Length - held);
            var (from, searched, end) = (0, held, held + got);
            while (buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n') is var length and >= 0)
            {
                reader.Read(buffer.AsSpan(from, searched + length - from));
                from = searched += length + 1;
            }

            held = end - from;
            if (held > Longest) throw new FileException($"this line is longer than {Longest} bytes.", reader.Line + 1);
            if (got == 0)
            {
                if (held > 0) reader.Read(buffer.AsSpan(from, held));
                return;
            }

            buffer.AsSpan(from, held).CopyTo(buffer);
        }
    }
}
