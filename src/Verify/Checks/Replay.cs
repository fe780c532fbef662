using System.Collections.Immutable;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record.Audit;
using Faubourg.Verify.Reading;
using NodaTime;

namespace Faubourg.Verify.Checks;

/// <summary>
/// The state of the neighbourhood as its public entries alone give it, and every rule that can be checked from them. What the
/// rules never look at again is let go, so that a long life fits into a small memory.
/// </summary>
internal sealed class Replay(Findings findings)
{
    private static readonly ImmutableSortedDictionary<TextAt, Text> NoTexts = ImmutableSortedDictionary<TextAt, Text>.Empty;

    private static readonly Text Somewhere = Text.Of("held");

    private static readonly Duration ToBlackOut = Duration.FromHours(12);

    private readonly Auditor auditor = new();
    private readonly Disclosed disclosed = new();

    /// <summary>Without what each entry changes of it: that is put in when the next is judged.</summary>
    private Quarter state = Quarter.Unfounded;

    private Instant last = Quarter.Unfounded.At;
    private long size;

    public Quarter Quarter => state with { At = last, Size = size, Texts = NoTexts };

    public int Councils { get; private set; }

    public int Draws { get; private set; }

    public int Decisions { get; private set; }

    /// <summary>
    /// Until when texts of a council may be kept back: while it sits, and for twelve hours after time has ended it, so that names can
    /// be blacked out. One that never says its end is given its announced time and no more. Null where they may not be at all.
    /// </summary>
    public Instant? KeptBackUntil(int council) =>
        !state.Councils.TryGetValue(council, out var one) ? null
        : one.IsOver ? one.TextsFrom
        : After(one.EndsAt);

    /// <summary>Nothing waits for a time after which there is none.</summary>
    private static Instant? After(Instant end) => end < Instant.MaxValue - ToBlackOut ? end + ToBlackOut : null;

    public void Next(PublicEvent happened, long seq, Instant at)
    {
        var stamp = new Stamp(at, seq);
        var spoken = SpokenOf(happened);
        var before = state with { At = last, Size = size, Texts = spoken };
        try
        {
            foreach (var breach in auditor.Check(before, happened, stamp))
                findings.Break(breach.Name, seq, breach.Council is { } council ? $"council {council}: {breach.Says}" : breach.Says);
            state = Lighter(happened.Evolve(before, stamp), happened);
            Count(happened);
        }
        catch (Exception impossible) when (impossible is KeyNotFoundException or ArgumentException or InvalidOperationException
            or IndexOutOfRangeException or NullReferenceException or OverflowException or FormatException or InvalidCastException)
        {
            findings.Break("replay", seq, "it cannot follow from the entries before it");
        }
    }

    /// <summary>After each entry, understood or not.</summary>
    /// <param name="form">Of its type.</param>
    /// <param name="discloses">It has digests.</param>
    public void Pass(long seq, Instant at, EventForm? form, bool discloses)
    {
        disclosed.Next(form, discloses);
        (last, size) = (at, seq + 1);
    }

    /// <summary>Of all texts there ever were, those that this entry speaks of: the rules ask for no others.</summary>
    private ImmutableSortedDictionary<TextAt, Text> SpokenOf(PublicEvent happened) => happened switch
    {
        ProposalMade { Entry: not null } proposal => Known([TextAt.Of(proposal.Entry, proposal.Field)]),
        DecisionMade { Entry: not null } decision => Known([TextAt.Of(decision.Entry, decision.Field)]),
        DisclosureErased or WordsBlackedOut => Known(happened.Erases),
        _ => NoTexts,
    };

    private ImmutableSortedDictionary<TextAt, Text> Known(IEnumerable<TextAt?> texts)
    {
        var known = NoTexts.ToBuilder();
        foreach (var at in texts)
            if (at is not null && disclosed.Has(at))
                known[at] = state.Erased.ContainsKey(at) ? Text.Erased : Somewhere;
        return known.ToImmutable();
    }

    /// <summary>Of a council that is over, rolls, draws and counts are never asked for again, and of who was called only the keepers of its jar.</summary>
    private static Quarter Lighter(Quarter quarter, PublicEvent happened)
    {
        if (happened is not CouncilDissolved over) return quarter;
        var council = quarter.Councils[over.Council];
        return quarter.With(council with
        {
            Draws = [],
            Calls = council.Calls.RemoveAll(call => call.Role != Role.Keeper),
            DrawLines = [],
            BallotLines = [],
            ConsentCounts = [],
            ResistanceCount = null,
        });
    }

    private void Count(PublicEvent happened)
    {
        if (happened is CouncilConvened) Councils++;
        else if (happened is DrawRevealed) Draws++;
        else if (happened is DecisionMade) Decisions++;
    }
}
