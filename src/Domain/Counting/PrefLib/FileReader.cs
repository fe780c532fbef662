using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Faubourg.Domain.Counting.PrefLib;

/// <summary>
/// Reads a PrefLib file, one line after the other, and keeps nothing of a ballot but what it is told to: FORMAT_SPECIFICATION.md of
/// PrefLib/PrefLib-Data, and the older form, from before September 2022, that begins with a number.
/// </summary>
/// <param name="named">The kind that the file's name tells; null where it tells none.</param>
/// <param name="begin">What takes the ballots; asked for when the head is read.</param>
public sealed class FileReader(FileKind? named, Func<FileHeader, TakeBallots> begin)
{
    private enum Part { Start, Head, OldNames, OldNumbers, Ballots }

    private readonly HeaderLines head = new(named);
    private Part part = Part.Start;
    private byte afterTimes = (byte)':';
    private TakeBallots take = (_, _) => { };
    private FileHeader? header;
    private int[] ranks = [];
    private long names, ballotLines;

    /// <summary>The line that was read last, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>How many voters were counted.</summary>
    public long Voters { get; private set; }

    /// <summary>Reads the next line, without its end.</summary>
    /// <exception cref="FileException">The file cannot be counted.</exception>
    public void Read(ReadOnlySpan<byte> line)
    {
        Line++;
        var text = (Line == 1 && line.StartsWith("\uFEFF"u8) ? line[3..] : line).Trim(" \t\r"u8);
        if (text.IsEmpty) return;
        try
        {
            ReadPart(text);
        }
        catch (FileException fault) when (fault.Line is null)
        {
            throw new FileException(fault.Message, Line) { IsUnfit = fault.IsUnfit };
        }
        catch (OverflowException)
        {
            throw new FileException($"with this line the numbers grow larger than {long.MaxValue}.", Line);
        }
    }

    /// <summary>After the last line: is the file as long as its head says?</summary>
    /// <exception cref="FileException">It is not.</exception>
    public FileHeader End()
    {
        if (header is null || ballotLines == 0) throw new FileException("the file ends before its first ballot.", Math.Max(Line, 1));
        if (head.Stated(HeaderKeys.Voters) is { } voters && voters.Number != Voters)
            throw new FileException($"{voters.Number} voters are stated, and the ballots are those of {Voters}.", voters.Line);
        if (head.Stated(HeaderKeys.Lines) is { } stated && stated.Number != ballotLines)
            throw new FileException($"{stated.Number} different ballots are stated, and {ballotLines} lines follow.", stated.Line);
        return header;
    }

    private void ReadPart(ReadOnlySpan<byte> text)
    {
        var hash = text[0] == (byte)'#';
        switch (part)
        {
            case Part.Start or Part.Head when hash:
                part = Part.Head;
                head.Take(Decode(text), Line);
                break;
            case Part.Start: BeginOld(Decode(text)); break;
            case Part.OldNames: NameOld(Decode(text)); break;
            case Part.OldNumbers: NumbersOld(Decode(text)); break;
            case Part.Ballots when hash: throw new FileException("a line that begins with # stands after the first ballot.");
            case Part.Head:
                Open();
                Ballots(text);
                break;
            default: Ballots(text); break;
        }
    }

    private void Open()
    {
        header = head.Close();
        ranks = new int[header.Names.Length];
        take = begin(header);
        part = Part.Ballots;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // as in BallotLine
    private void Ballots(ReadOnlySpan<byte> text)
    {
        var kind = header!.Kind;
        var line = new BallotLine(text);
        var times = line.Times(afterTimes);
        line.Read(ranks, emptyCounts: kind == FileKind.Cat);
        if (kind.IsStrict() && line.Shared) throw new FileException($"alternatives stand equal, which they may not in .{kind.Ending()}.");
        if (kind.IsComplete() && line.Placed != ranks.Length)
            throw new FileException($"{line.Placed} of {ranks.Length} alternatives are ranked; in .{kind.Ending()} all of them have to be.");
        if (kind == FileKind.Cat && line.Places > header.Categories)
            throw new FileException($"there are {line.Places} categories here, and {header.Categories} are stated.");
        Voters = checked(Voters + times);
        ballotLines++;
        take(ranks, times);
    }

    /// <summary>The older form begins with the number of alternatives.</summary>
    private void BeginOld(string text)
    {
        if (!text.All(char.IsAsciiDigit)) throw new FileException("a PrefLib file begins with # or, in its older form, with the number of alternatives.");
        if (named == FileKind.Cat) throw new FileException("categories are read only from files that begin with #.");
        head.TakeNumber(HeaderKeys.Alternatives, text, Line);
        part = head.Stated(HeaderKeys.Alternatives)!.Value.Number > 0 ? Part.OldNames : Part.OldNumbers;
    }

    /// <summary>Then comes a line for each: its number and its name.</summary>
    private void NameOld(string text)
    {
        if (text.Split(',', 2) is not [var number, var name]) throw new FileException("the number of an alternative, a comma and its name should stand here.");
        head.TakeName(HeaderLines.Number(number), name.AsSpan().Trim());
        if (++names == head.Stated(HeaderKeys.Alternatives)!.Value.Number) part = Part.OldNumbers;
    }

    /// <summary>Then how many voted, how many ballots that makes, and how many of them differ.</summary>
    private void NumbersOld(string text)
    {
        if (text.Split(',') is not [var voters, var ballots, var different]) throw new FileException("three numbers should stand here: voters, ballots, different ballots.");
        HeaderLines.Number(voters);
        head.TakeNumber(HeaderKeys.Voters, ballots, Line);
        head.TakeNumber(HeaderKeys.Lines, different, Line);
        afterTimes = (byte)',';
        Open();
    }

    private static string Decode(ReadOnlySpan<byte> text) =>
        Utf8.IsValid(text) ? Encoding.UTF8.GetString(text) : throw new FileException("this is not UTF-8 text.");
}
