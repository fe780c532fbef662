using System.Collections.Immutable;
using Faubourg.Domain.Decisions;

namespace Faubourg.Web.Councils.Minutes;

/// <param name="Votes">Phones: ballots cast. Hands: lower bound of the heads.</param>
public sealed record ResistanceTold(CountBy By, int Votes, ImmutableArray<ResistanceRow> Rows, ImmutableArray<string> BallotLines);

/// <param name="Letter">Null for "leave things as they are".</param>
/// <param name="Highest">Only where totals were equal.</param>
public sealed record ResistanceRow(string? Letter, Shown? What, int Sum, int? Highest, int? AtHighest, bool Chosen);
