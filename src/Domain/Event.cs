using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain;

/// <summary>What happened, in the past participle. Accepted acts are kept as these.</summary>
public abstract record Event
{
    /// <summary>Pure: the state after this. Never refuses: what was accepted happened.</summary>
    internal abstract Quarter Evolve(Quarter quarter, Stamp stamp);
}

/// <summary>An event that anybody may read for ever: one leaf of the public record.</summary>
public abstract record PublicEvent : Event
{
    /// <summary>Disclosures that this takes out of the record for good: their bytes are deleted in the same commit.</summary>
    public virtual IEnumerable<TextAt> Erases => [];
}

/// <summary>
/// An event of one living council: seats, floor, open ballots. Its bytes are deleted when the council dissolves,
/// except those that carry a <see cref="Slips.Slip"/>, which end with it.
/// </summary>
/// <param name="Council">The number of the council in its quarter.</param>
public abstract record RoomEvent(int Council) : Event
{
    /// <summary>Outlives its council under this name, until another event ends it; null for what goes with the council.</summary>
    public virtual string? Mark => null;

    /// <summary>Marks whose events are deleted in the same commit. An event that ends marks is not kept itself.</summary>
    public virtual System.Collections.Immutable.ImmutableArray<string> Ends => [];

    /// <summary>Earlier events of this kind in the council are deleted in the same commit; null for none.</summary>
    public virtual Type? Forgets => null;
}

/// <summary>Where an event stands.</summary>
/// <param name="At">When: to the minute for public events, exact for room events.</param>
/// <param name="Seq">The index of the leaf (public events only).</param>
public readonly record struct Stamp(Instant At, long Seq);
