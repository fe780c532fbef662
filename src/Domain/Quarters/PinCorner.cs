using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Quarters;

/// <summary>One line on a place in want. Anyone may convene from it.</summary>
public sealed record PinCorner(Text Line) : Act
{
    /// <summary>How many corners may stand at once.</summary>
    public const int Most = 50;

    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (quarter.Corners.Values.Count(c => c.Until > facts.Now) >= Most) return new TooManyCorners(Most);
        var until = Rules.Minute(facts.Now) + Duration.FromDays(30);
        return new CornerPinned(quarter.Corners.Keys.LastOrDefault() + 1, until, Line);
    }
}

[Leaf("corner.pinned")]
public sealed record CornerPinned(int Corner, Instant Until, Text Line) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter with
    {
        Corners = quarter.Corners.Add(Corner, new Corner(Corner, Until, new TextAt(stamp.Seq, "line"))),
    };
}

/// <summary>A corner lapses by itself after 30 days: compare <see cref="Until"/> with now.</summary>
public sealed record Corner(int Number, Instant Until, TextAt Line);

public sealed record TooManyCorners(int Most) : Refusal;
