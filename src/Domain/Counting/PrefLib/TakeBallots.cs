namespace Faubourg.Domain.Counting.PrefLib;

/// <summary>Takes ballots that say the same.</summary>
/// <param name="ranks">The place of each alternative, from 1; 0 where it has none. In categories: the category.</param>
/// <param name="times">How many say so.</param>
public delegate void TakeBallots(ReadOnlySpan<int> ranks, long times);
