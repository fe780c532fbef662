namespace Faubourg.Domain.Tests.Counting;

/// <summary>Ballots that say the same.</summary>
/// <param name="Ranks">Of each candidate; 0 is not ranked.</param>
/// <param name="Times">How many say so.</param>
public sealed record Ballots(int[] Ranks, int Times);
