using Faubourg.Ledger;
using Faubourg.Verify.Reading;

namespace Faubourg.Verify.Checks;

/// <summary>
/// <c>disclosures.jsonl</c>, line by line: <c>{"d":"…","seq":7}</c>, by entry. Read beside the entries, so that nothing of it is
/// kept.
/// </summary>
internal sealed class DisclosureLines(Stream? file)
{
    /// <summary>D of the longest disclosure in base64url, and what stands around it.</summary>
    private const int LongestLine = (Limits.DisclosureBytes * 4 / 3) + 64;

    /// <summary>Wrong lines that are named one by one: a file of nothing but newlines is cheap to send, and each would cost as much as an entry.</summary>
    private const int MostWrong = 1000;

    /// <summary>So much without a newline is no line of ours: a file may say that it is longer than any disk.</summary>
    private const long LongestSkip = 1L << 30;

    private byte[] buffer = new byte[1 << 16];
    private int start, end, letters, lettersLength;
    private int wrong;
    private bool over;

    /// <summary>From 1.</summary>
    public long Line { get; private set; }

    /// <summary>The entry that the present line is about.</summary>
    public long Seq { get; private set; } = -1;

    /// <summary>D of the present line, until the next.</summary>
    public ReadOnlySpan<byte> Letters => buffer.AsSpan(letters, lettersLength);

    /// <summary>Goes to the next line; false at the end.</summary>
    /// <exception cref="LedgerException">A line of another form. It is behind us: the one after it is next.</exception>
    public bool Next()
    {
        var tooLong = false;
        long skipped = 0;
        int newline;
        while ((newline = buffer.AsSpan(start, end - start).IndexOf((byte)'\n')) < 0)
        {
            tooLong |= end - start > LongestLine;
            // What is no line is not kept while its end is looked for.
            if (tooLong) (skipped, start) = (skipped + end - start, end);
            over |= skipped > LongestSkip;
            if (Fill()) continue;
            if (start == end && !tooLong) return false;
            start = end;
            Line++;
            throw Wrong(tooLong ? "too long" : "cut off");
        }

        var line = start;
        start += newline + 1;
        Line++;
        if (tooLong) throw Wrong("too long");
        Read(line, newline);
        return true;
    }

    private void Read(int from, int length)
    {
        var line = buffer.AsSpan(from, length);
        if (!line.StartsWith("{\"d\":\""u8)) throw Wrong("not {\"d\":…,\"seq\":…}");
        const int before = 6;
        var quote = line[before..].IndexOf((byte)'"');
        if (quote < 0 || !line[(before + quote)..].StartsWith("\",\"seq\":"u8) || line[^1] != '}') throw Wrong("not {\"d\":…,\"seq\":…}");
        letters = from + before;
        lettersLength = quote;
        try
        {
            var scan = new CanonicalScan(line[(before + quote + 8)..^1]);
            Seq = scan.Integer();
            scan.RequireEnd();
        }
        catch (LeafException)
        {
            throw Wrong("its entry is no number");
        }
    }

    private bool Fill()
    {
        if (over || file is null) return false;
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = file.Read(buffer.AsSpan(end));
        end += read;
        over = read == 0;
        return !over;
    }

    private LedgerException Wrong(string what)
    {
        if (++wrong < MostWrong) return new($"disclosures.jsonl, line {Line}: {what}");
        (start, end, over) = (0, 0, true);
        return new($"disclosures.jsonl, line {Line}: {what}; so many lines are wrong that the rest is not read");
    }
}
