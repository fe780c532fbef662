using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace Faubourg.Domain.Counting.PrefLib;

/// <summary>Reads one line of ballots: <c>13: 1,{4,3},2</c>. Spaces may stand between its parts.</summary>
internal ref struct BallotLine(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> text = text;
    private int at;

    /// <summary>How many alternatives were placed.</summary>
    public int Placed { get; private set; }

    /// <summary>How many places, or categories, the line has.</summary>
    public int Places { get; private set; }

    /// <summary>Whether two alternatives share one.</summary>
    public bool Shared { get; private set; }

    /// <summary>How many voters say it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a file may be over before the compiler notices how often it comes here
    public long Times(byte end)
    {
        var times = Number();
        if (times == 0) throw new FileException("nobody cast this ballot; a line begins with how many did.");
        Expect(end, "after how many cast a ballot");
        return times;
    }

    /// <summary>Fills in the place of each alternative, from 1; 0 where it has none.</summary>
    /// <param name="ranks">One for each alternative.</param>
    /// <param name="emptyCounts">Whether an empty group is a place: it is an empty category, but nothing in a ranking.</param>
    public void Read(Span<int> ranks, bool emptyCounts)
    {
        ranks.Clear();
        Skip();
        if (ReadPlain(ranks)) return;
        ranks.Clear();
        while (at < text.Length)
        {
            var before = Placed;
            Places++;
            if (text[at] == (byte)'{') Group(ranks);
            else Place(ranks);
            if (Placed == before && !emptyCounts) Places--;
            Skip();
            if (at == text.Length) return;
            Expect((byte)',', "between two places");
            if (at == text.Length) throw Unexpected("an alternative");
        }
    }

    /// <summary>
    /// Reads <c>3,1,2</c>, as most lines are, without the care that others need. At anything else it gives up, having moved nothing
    /// but ranks; whoever reads with care then finds the fault, if there is one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadPlain(Span<int> ranks)
    {
        const int MostDigits = 7;
        var line = text;
        var place = 0;
        for (var i = at; i < line.Length; i++)
        {
            var (number, from) = (0u, i);
            for (; i < line.Length && unchecked((uint)(line[i] - '0')) is var digit and <= 9; i++) number = unchecked(number * 10 + digit);
            var index = unchecked(number - 1);
            if (i - from > MostDigits || index >= (uint)ranks.Length || ranks[(int)index] != 0) return false;
            ranks[(int)index] = ++place;
            if (i == line.Length) return (Placed = Places = place) > 0;
            if (line[i] != (byte)',') return false;
        }

        return false;
    }

    private void Group(Span<int> ranks)
    {
        var before = Placed;
        at++;
        Skip();
        if (at < text.Length && text[at] == (byte)'}')
        {
            at++;
            return;
        }

        Place(ranks);
        Skip();
        while (at < text.Length && text[at] == (byte)',')
        {
            at++;
            Skip();
            Place(ranks);
            Skip();
        }

        Expect((byte)'}', "at the end of a group");
        if (Placed - before > 1) Shared = true;
    }

    private void Place(Span<int> ranks)
    {
        var number = Number();
        if (number < 1 || number > ranks.Length) throw new FileException($"alternative {number} is unknown; there are 1 to {ranks.Length}.");
        ref var rank = ref ranks[(int)number - 1];
        if (rank != 0) throw new FileException($"alternative {number} stands twice in one ballot.");
        rank = Places;
        Placed++;
    }

    /// <exception cref="OverflowException">More than 2^63 - 1.</exception>
    private long Number()
    {
        var (from, number) = (at, 0L);
        while (at < text.Length && text[at] - '0' is var digit and >= 0 and <= 9)
        {
            number = checked(number * 10 + digit);
            at++;
        }

        return at > from ? number : throw Unexpected("a number");
    }

    /// <summary>That sign, and spaces on both sides of it.</summary>
    private void Expect(byte sign, string where)
    {
        Skip();
        if (at == text.Length || text[at] != sign) throw Unexpected($"“{(char)sign}”, {where},");
        at++;
        Skip();
    }

    private void Skip()
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\t') at++;
    }

    private readonly FileException Unexpected(string wanted)
    {
        if (!Utf8.IsValid(text)) return new FileException("this is not UTF-8 text.");
        if (at == text.Length) return new FileException($"the line ends where {wanted} should stand.");
        return new FileException($"{wanted} should stand where sign {at + 1} of the line is.");
    }
}
