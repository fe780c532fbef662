using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Decisions;

/// <summary>One part of a count: the parts stand one after the other, and are added up.</summary>
/// <param name="CountedBy">Hands, phones or paper.</param>
/// <param name="Part">From 1.</param>
/// <param name="Of">How many parts.</param>
/// <param name="Ballots">How many were cast in this part, blank ones with them.</param>
/// <param name="Abstaining">With the last part: how many could have voted and did not, in any part.</param>
/// <param name="Options">Proposal numbers; 0 is "leave things as they are".</param>
/// <param name="Sums">What the ballots give to each option together, in that order; empty for ranked ballots.</param>
/// <param name="Pairs">Ranked ballots: row after row, on how many the option of the row stands before that of the column.</param>
/// <param name="Digest">SHA-256, hex, of the ballots' lines in the sheet before, where 20 or more were cast on phones.</param>
[Leaf("ballots.counted")]
public sealed record BallotsCounted(
    int Council,
    Method Method,
    CountBy CountedBy,
    int Part,
    int Of,
    int Ballots,
    int? Abstaining,
    ImmutableArray<int> Options,
    ImmutableArray<int> Sums,
    ImmutableArray<int> Pairs,
    string? Digest) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        ResistanceCount = null,
        TieSeed = Ties.SeedOf(c),
        // Rows of a count before stand in the record, and are no rows of this one.
        BallotLines = Part == 1 && Digest is null ? [] : c.BallotLines,
        BallotsCounts = (Part == 1 ? [] : c.BallotsCounts).Add(new BallotsCount(Method, CountedBy, Part, Of, Ballots, Abstaining, Options, Sums, Pairs)),
        CountsMade = Part == Of ? c.CountsMade + 1 : c.CountsMade,
    });
}

/// <summary>A part of a count as the record has it: see <see cref="BallotsCounted"/>.</summary>
public sealed record BallotsCount(
    Method Method,
    CountBy By,
    int Part,
    int Of,
    int Ballots,
    int? Abstaining,
    ImmutableArray<int> Options,
    ImmutableArray<int> Sums,
    ImmutableArray<int> Pairs);
