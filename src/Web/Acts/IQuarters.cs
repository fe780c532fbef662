using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Web;

/// <summary>What stands behind the pages: the published state of each quarter, and the one way to change it.</summary>
public interface IQuarters
{
    /// <summary>The quarter as it stands now; null where no quarter has this name.</summary>
    ValueTask<Snapshot?> Find(string slug, CancellationToken stop);

    /// <summary>Durable when it returns. The same <paramref name="key"/> again gives the same answer and changes nothing.</summary>
    Task<Answer> Submit(string slug, Act act, Actor actor, string? key, CancellationToken stop);

    /// <summary>After each publication, in order within a quarter. Whoever listens must be quick.</summary>
    event Action<Publication>? Published;
}

/// <summary>A quarter at one revision, and what time it is there: a rehearsal has a clock of its own.</summary>
public sealed record Snapshot(Quarter Quarter, long Revision, Instant Now);

/// <summary>What was published: the state before and after.</summary>
public sealed record Publication(string Slug, Quarter Before, Quarter After, long Revision);

/// <summary>What became of an act.</summary>
public abstract record Answer
{
    public sealed record Accepted(long Revision, IReadOnlyList<Event> Events, Quarter Quarter) : Answer;

    public sealed record Refused(Refusal Why) : Answer;
}
