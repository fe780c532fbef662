namespace Faubourg.Domain.Counting;

/// <summary>Everybody ticks all they can live with; the most ticks stand first.</summary>
public static class Approval
{
    /// <param name="ticks">How many ticked each candidate.</param>
    public static Ranking Of(ReadOnlySpan<long> ticks) => Most.Of(ticks);
}
