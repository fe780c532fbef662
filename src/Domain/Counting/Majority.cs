namespace Faubourg.Domain.Counting;

/// <summary>Everybody has one vote; the most votes stand first.</summary>
public static class Majority
{
    /// <param name="votes">How many votes each candidate has.</param>
    public static Ranking Of(ReadOnlySpan<long> votes) => Most.Of(votes);

    /// <summary>Whether so many votes are more than half of the ballots, blank ones with them.</summary>
    /// <param name="votes">0 to <paramref name="ballots"/>.</param>
    /// <param name="ballots">How many were cast.</param>
    public static bool IsMoreThanHalf(long votes, long ballots) => votes > ballots - votes;
}
