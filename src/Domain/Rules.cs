using System.Collections.Immutable;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain;

/// <summary>The rules as two pure functions, and the clock's part in them.</summary>
public static class Rules
{
    /// <summary>What follows from the act in this state, at this time. What was due must have been applied before.</summary>
    public static Decision Decide(Quarter quarter, Act act, Actor actor, Facts facts) =>
        quarter.IsFounded || act is Found ? act.Decide(quarter, actor, facts) : new NotFounded();

    /// <summary>The state after the event.</summary>
    /// <param name="quarter">The state before.</param>
    /// <param name="happened">An accepted event.</param>
    /// <param name="at">When the row that holds it was appended.</param>
    public static Quarter Evolve(Quarter quarter, Event happened, Instant at)
    {
        if (happened is not PublicEvent leaf)
            return happened.Evolve(quarter, new Stamp(at, -1)) with { At = at };
        var seq = quarter.Size;
        var after = happened.Evolve(quarter, new Stamp(Minute(at), seq));
        var texts = after.Texts;
        foreach (var (name, text) in LeafMap.Texts(leaf)) texts = texts.Add(new TextAt(seq, name), text);
        return after with { At = at, Size = seq + 1, Texts = texts };
    }

    /// <summary>The state after a leaf of a type that is not known here: valid, not understood, and one more.</summary>
    public static Quarter EvolveUnknown(Quarter quarter, Instant at) => quarter with { At = at, Size = quarter.Size + 1 };

    /// <summary>Leaves carry the minute, so that nobody's tap can be timed.</summary>
    public static Instant Minute(Instant at) => Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds() / 60 * 60);

    /// <summary>The events that the clock brings by <paramref name="now"/>, in order, each at the time when it was due.</summary>
    public static ImmutableArray<Event> Due(Quarter quarter, Instant now, Chance chance)
    {
        var happened = ImmutableArray.CreateBuilder<Event>();
        while (Clock.Next(quarter) is { } next && next <= now)
        {
            foreach (var e in Clock.Strike(quarter, next, new Facts(now, chance)))
            {
                happened.Add(e);
                quarter = Evolve(quarter, e, now);
            }
        }
        return happened.DrainToImmutable();
    }

    /// <summary>When the clock will next bring something; null when nothing is awaited.</summary>
    public static Instant? NextDue(Quarter quarter) => Clock.Next(quarter);
}
