namespace Faubourg.Domain.Counting;

/// <summary>Everybody gives each candidate points; the highest sum stands first. A candidate without points has 0 of them.</summary>
public static class Score
{
    /// <param name="points">The sum of the points of each candidate.</param>
    public static Ranking Of(ReadOnlySpan<long> points) => Most.Of(points);
}
