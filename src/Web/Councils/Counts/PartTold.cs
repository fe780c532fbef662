using System.Collections.Immutable;
using Faubourg.Domain.Decisions;

namespace Faubourg.Web.Councils.Counts;

/// <summary>What was counted one way.</summary>
/// <param name="By">On phones, by hands, on paper.</param>
/// <param name="Ballots">How many ballots; by hands, the lower bound of the heads.</param>
/// <param name="Figures">A sum for each choice; of a ranked count the table of pairs, row after row.</param>
public sealed record PartTold(CountBy By, int Ballots, ImmutableArray<long> Figures);
