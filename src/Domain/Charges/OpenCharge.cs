using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Charges;

/// <summary>We take it on: what it covers, how to reach it, how many serve and for how long.</summary>
/// <param name="Places">1 to 20; 2 to 5 mediators.</param>
/// <param name="Days">7 to 90.</param>
public sealed record OpenCharge(ChargeKind Kind, int Places, int Days, Text Covers, Text Reach) : Deed
{
    public const int MostPlaces = 20;

    public const int ShortestDays = 7;

    /// <summary>A term is over after that, however it was given.</summary>
    public const int LongestDays = 90;

    public override Touches Touches => Touches.Charge;

    internal override Refusal? Refuse(Quarter quarter, Council council, Instant now)
    {
        if (!Fits(Kind, Places, Days)) return new NotSuchATerm(MostPlaces, ShortestDays, LongestDays);
        // Two circles of mediators could be played against each other.
        return IsLookedAfter(quarter, Kind, now) ? new LookedAfterAlready() : null;
    }

    internal override PublicEvent Written(Council council) => new ChargeOpened(council.Number, Kind, Places, Days, Covers.AsTheCouncils(), Reach.AsTheCouncils());

    /// <summary>Mediation is looked after by one circle at a time.</summary>
    internal static bool IsLookedAfter(Quarter quarter, ChargeKind kind, Instant now) =>
        kind == ChargeKind.Mediation && quarter.Charges.Values.Any(c => c.Kind == kind && c.IsOpenAt(quarter, now));

    /// <summary>Nobody mediates alone.</summary>
    internal static bool Fits(ChargeKind kind, int places, int days) =>
        (kind == ChargeKind.Mediation ? places is >= 2 and <= 5 : places is >= 1 and <= MostPlaces) && days is >= ShortestDays and <= LongestDays;
}

/// <param name="Places">How many serve at once.</param>
/// <param name="Days">How long each of them.</param>
[Leaf("charge.opened")]
public sealed record ChargeOpened(int Council, ChargeKind Kind, int Places, int Days, Text Covers, Text Reach) : PublicEvent, IDeedDone
{
    Touches IDeedDone.Touches => Touches.Charge;

    internal override Quarter Evolve(Quarter quarter, Stamp stamp)
    {
        var (covers, reach) = (new TextAt(stamp.Seq, "covers"), new TextAt(stamp.Seq, "reach"));
        var said = quarter.In(Council, c => c with { DeedWords = [covers, reach] });
        // Two councils of one evening may both have it before the room: the first one's stands.
        if (OpenCharge.IsLookedAfter(quarter, Kind, stamp.At)) return said;
        return said with
        {
            Charges = quarter.Charges.SetItem(Council, new Charge(Council, Kind, Places, Days, stamp.At, covers, reach)),
        };
    }
}

public sealed record NotSuchATerm(int Most, int Shortest, int Longest) : Refusal;

public sealed record LookedAfterAlready : Refusal;
