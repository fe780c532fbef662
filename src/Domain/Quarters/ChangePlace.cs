using Faubourg.Domain.Record;

namespace Faubourg.Domain.Quarters;

/// <summary>The record lives at another address from now on. Its identity stays.</summary>
/// <param name="Prefix">The new URL prefix.</param>
/// <param name="Council">Whose decision it was: one that touches the place, and holds. Null right after key-bearers gave the log another key.</param>
public sealed record ChangePlace(Text Prefix, int? Council) : Act
{
    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (actor != Actor.Host) return new OnlyTheHost();
        return MayMove(quarter, Council, facts.Now) ? new PlaceChanged(Council, Prefix) : new NobodyDecidedToMove();
    }

    internal static bool MayMove(Quarter quarter, int? council, NodaTime.Instant now) => council is { } number
        ? quarter.Amendments.TryGetValue(number, out var decided) && decided.Touches == Touches.Place && decided.HoldsAt(now)
        : quarter.Keys.Length > 1 && quarter.Keys[^2].VoidAfter == quarter.Keys[^1].From;
}

/// <param name="Council">Whose decision; absent after a recovery.</param>
/// <param name="Prefix">The new URL prefix.</param>
[Leaf("place.changed")]
public sealed record PlaceChanged(int? Council, Text Prefix) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter with { Prefix = new TextAt(stamp.Seq, "prefix") };
}

public sealed record NobodyDecidedToMove : Refusal;
