using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Decisions;

/// <summary>What a decision does beside its words: it opens a jar, confirms a gain, takes on a charge. A proposal has one or none.</summary>
public abstract record Deed
{
    /// <summary>What of the quarter it changes.</summary>
    public abstract Touches Touches { get; }

    /// <summary>Lower bound of the heads of the council whose work it changes; 0 where it changes nobody's.</summary>
    internal virtual int Changed(Quarter quarter) => 0;

    /// <summary>It needs a council of weight: it changes what others live with.</summary>
    internal virtual bool NeedsWeight(Quarter quarter, Instant now) => Touches.IsOfOthers();

    /// <summary>Why it cannot be proposed or put before the room now; null when it can. It is asked both times.</summary>
    internal abstract Refusal? Refuse(Quarter quarter, Council council, Instant now);

    /// <summary>
    /// The leaf that follows the decision, in the same commit. What changed since it was put may leave it without effect; it is
    /// written all the same.
    /// </summary>
    internal abstract PublicEvent Written(Council council);
}

/// <summary>A leaf that follows a decision at once and belongs to it.</summary>
public interface IDeedDone
{
    /// <summary>The council that decided, and the number of what it opened: a council decides one thing.</summary>
    int Council { get; }

    /// <summary>What the decision before it must touch.</summary>
    Touches Touches { get; }

    /// <summary>Lower bound of the heads of the council whose work it changes; 0 where it changes nobody's.</summary>
    int Changed(Quarter before) => 0;

    /// <summary>It needs a council of weight.</summary>
    bool NeedsWeight(Quarter before, Instant at) => Touches.IsOfOthers();
}

/// <summary>It touches what only a deed can, or the deed is of another kind.</summary>
public sealed record NoSuchDeed : Refusal;
