using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Decisions;

/// <summary>The end of a round of consent.</summary>
internal static class Rounds
{
    public static bool AllSaid(Council council)
    {
        var d = council.Room!.Deliberation;
        var objecting = d.InThisRound.Select(c => c.Seat).ToHashSet();
        return council.Room.Voters.All(s => !s.Here || d.Consenting.Contains(s.Number) || objecting.Contains(s.Number));
    }

    /// <summary>The count is published; without an objection, and with a yes from at least half, it is decided.</summary>
    /// <param name="council">The council with all that was said.</param>
    /// <param name="hands">Hands counted, when it was by hands.</param>
    public static IEnumerable<Event> Close(Council council, int? hands, Chance chance)
    {
        var room = council.Room!;
        var d = room.Deliberation;
        var objections = d.InThisRound.Count();
        var consenting = hands ?? d.Consenting.Count;
        var all = hands is null ? d.RoundElectorate.Count : room.Heads ?? room.PresentCount;
        yield return new ConsentCounted(
            council.Number, d.Subject!.Value, d.Round, hands is not null, consenting, objections, Math.Max(0, all - consenting - objections));
        yield return new RoundClosed(council.Number);
        if (objections > 0 || consenting * 2 < all || all < Draws.CloseRoll.Least || hands is null && TookPart(room) < Draws.CloseRoll.Least) yield break;
        foreach (var made in Deciding.Make(council, d.Subject.Value, Method.Consent)) yield return made;
        foreach (var written in Steps.Written(council, chance)) yield return written;
        yield return new ConcernsWritten(council.Number);
    }

    /// <summary>Who is here still, or had spoken before they left.</summary>
    private static int TookPart(Room room) => room.Voters.Count(s => s.Here || room.Deliberation.Consenting.Contains(s.Number));
}

/// <summary>The guide closes the round, not before half a minute: whoever said nothing is silent.</summary>
public sealed record CloseRound(int Council) : SeatedAct(Council)
{
    /// <summary>Or a guide and half of the room could decide before anybody else had read the question.</summary>
    public static readonly NodaTime.Duration Least = NodaTime.Duration.FromSeconds(30);

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.Room.Deliberation.RoundOpen) return new NoRoundIsOpen();
        if (!sitting.Guides(seat) && sitting.Room.Guide is not null) return new OnlyTheGuide();
        if (sitting.Room.MoreSeatsThanHeads) return new UseHands();
        if (sitting.Now < sitting.Room.Deliberation.RoundSince + Least) return new GiveThemTime((int)Least.TotalSeconds);
        return Rounds.Close(sitting.Council, null, sitting.Facts.Chance).ToList();
    }
}

/// <param name="Seconds">How long a ballot stands at least, while somebody has not answered.</param>
public sealed record GiveThemTime(int Seconds) : Refusal;

public sealed record RoundClosed(int Council) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Deliberation = r.Deliberation with { RoundOpen = false },
    });
}

/// <summary>What was objected is in the record, once.</summary>
public sealed record ConcernsWritten(int Council) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Deliberation = r.Deliberation with { Concerns = [.. r.Deliberation.Concerns.Select(c => c with { Written = true })] },
    });
}

/// <param name="ByHands">Hands, counted by two tellers; otherwise phones.</param>
/// <param name="Silent">Seats, or heads, that said nothing.</param>
[Leaf("consent.counted")]
public sealed record ConsentCounted(
    int Council, int Proposal, int Round, bool ByHands, int Consenting, int Objections, int Silent) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        ConsentCounts = c.ConsentCounts.Add(new ConsentCount(Proposal, Round, ByHands, Consenting, Objections, Silent)),
    });
}

public sealed record ConsentCount(int Proposal, int Round, bool ByHands, int Consenting, int Objections, int Silent);

/// <summary>An objection as the record keeps it, whatever was decided.</summary>
[Leaf("objection.recorded")]
public sealed record ObjectionRecorded(int Council, int Proposal, int Round, End End, Text Reason) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        Objections = c.Objections.Add(new Objection(Proposal, Round, End, new TextAt(stamp.Seq, "reason"))),
    });
}

public sealed record Objection(int Proposal, int Round, End End, TextAt Reason);

/// <summary>The one action.</summary>
/// <param name="Entry">With <see cref="Touches.Words"/>: the leaf where the words were disclosed.</param>
/// <param name="Field">With <see cref="Touches.Words"/>: the name of the disclosure there.</param>
[Leaf("decision.made")]
public sealed record DecisionMade(
    int Council,
    int Proposal,
    Method Method,
    NodaTime.LocalDate? By,
    bool Permission,
    Touches Touches,
    int? Amendment,
    Text What,
    Text? Needs,
    long? Entry = null,
    string? Field = null) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp)
    {
        var what = new TextAt(stamp.Seq, "what");
        var decided = quarter.In(Council, c => c with
        {
            Decision = new MadeDecision(
                Proposal, Method, By, Permission, Touches, what, Needs is null ? null : new TextAt(stamp.Seq, "needs"), stamp.At),
        });
        return Touches switch
        {
            // What took effect while the room still counted stands: money was given by then, and things have ended.
            Touches.Amendment when decided.Amendments[Amendment!.Value].IsPendingAt(stamp.At) => decided with
            {
                Amendments = decided.Amendments.SetItem(Amendment.Value, decided.Amendments[Amendment.Value] with { RefusedAt = stamp.At }),
                Removals = decided.Removals.Remove(Amendment.Value),
            },
            _ when Touches.IsOfOthers() && Touches != Touches.Amendment => decided with
            {
                Amendments = decided.Amendments.SetItem(Council, new Amendment(
                    Council, Touches, what, stamp.At + Quarters.Amendment.Delay, decided.Councils[Council].HeadsAtDeciding, null)
                {
                    Target = TextAt.Of(Entry, Field),
                    TargetCouncil = TextAt.Of(Entry, Field) is { } target ? Erasure.CouncilOf(quarter, target)?.Number : null,
                }),
                Removals = Touches == Touches.Words ? decided.Removals.Add(Council) : decided.Removals,
            },
            _ => decided,
        };
    }
}

public sealed record MadeDecision(
    int Proposal, Method Method, NodaTime.LocalDate? By, bool Permission, Touches Touches, TextAt What, TextAt? Needs, NodaTime.Instant At);
