using System.Collections.Immutable;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>A correction is a later entry beside the original; whoever was there may write one for 72 hours.</summary>
public sealed record CorrectMinutes(int Council, string Slip, Text Words) : Act
{
    public const int Most = 20;

    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (!quarter.Councils.TryGetValue(Council, out var council)) return new NoSuchCouncil();
        if (!Minutes.HoldsSlip(quarter, Council, Slip, facts.Now)) return new NoSuchSlip();
        return council.Corrections.Length >= Most ? new TooManyCorrections(Most) : new CorrectionMade(Council, Words);
    }
}

[Leaf("correction.made")]
public sealed record CorrectionMade(int Council, Text Words) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        Corrections = c.Corrections.Add(new Correction(stamp.At, new TextAt(stamp.Seq, "words"))),
    });
}

public sealed record TooManyCorrections(int Most) : Refusal;
