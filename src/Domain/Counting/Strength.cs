namespace Faubourg.Domain.Counting;

/// <summary>How strong a victory of one candidate over another is: more winning votes first, then fewer losing votes.</summary>
/// <param name="Winning">On how many ballots the first stands before the second; 0 is "no victory".</param>
/// <param name="Losing">On how many the second stands before the first.</param>
public readonly record struct Strength(long Winning, long Losing) : IComparable<Strength>
{
    public static readonly Strength None;

    /// <summary>Schulze's order of winning votes, the more votes against it the weaker (arXiv:1804.02973, §2.1).</summary>
    public int CompareTo(Strength other)
    {
        var byWinning = Winning.CompareTo(other.Winning);
        return byWinning != 0 ? byWinning : other.Losing.CompareTo(Losing);
    }

    public static bool operator >(Strength one, Strength other) => one.CompareTo(other) > 0;
    public static bool operator <(Strength one, Strength other) => one.CompareTo(other) < 0;
    public static bool operator >=(Strength one, Strength other) => one.CompareTo(other) >= 0;
    public static bool operator <=(Strength one, Strength other) => one.CompareTo(other) <= 0;
}
