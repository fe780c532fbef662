using System.Collections.Immutable;
using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Ledger;
using Faubourg.Web.Record;
using NodaTime;

namespace Faubourg.Web;

/// <summary>What stands behind the pages: the published state of each quarter, and the one way to change it.</summary>
public interface IQuarters
{
    /// <summary>The quarter as it stands now; null where no quarter has this name.</summary>
    ValueTask<Snapshot?> Find(string slug, CancellationToken stop);

    /// <summary>The names of all that stand here, rehearsals excepted; the oldest first.</summary>
    IReadOnlyList<string> List();

    /// <summary>Founds a quarter, durably, and says under which name: the wanted one, or one like it where that is taken.</summary>
    Task<string> Found(string wanted, Founding founding, CancellationToken stop);

    /// <summary>Durable when it returns. The same <paramref name="key"/> again gives the same answer and changes nothing.</summary>
    Task<Answer> Submit(string slug, Act act, Actor actor, string? key, CancellationToken stop);

    /// <summary>The same for an act that discloses a picture: its bytes are on the disk with it.</summary>
    Task<Answer> Show(string slug, Act act, byte[] picture, Actor actor, string? key, CancellationToken stop) => Submit(slug, act, actor, key, stop);

    /// <summary>Sets the clock of a rehearsal, which then runs on; what is due by then is done when this returns. False where it is no rehearsal.</summary>
    Task<bool> SetClock(string slug, Instant at, CancellationToken stop) => Task.FromResult(false);

    /// <summary>The public record behind a quarter; null where there is none.</summary>
    ValueTask<IRecord?> Record(string slug, CancellationToken stop) => ValueTask.FromResult<IRecord?>(null);

    /// <summary>Evidence that this origin's host signed two histories; null while none is known.</summary>
    string? EvidenceOf(string origin) => null;

    /// <summary>Keeps evidence of a fork, for good.</summary>
    /// <exception cref="LedgerException">It does not prove itself.</exception>
    Task Break(string evidence, CancellationToken stop) => throw new NotSupportedException("Nothing is kept here.");

    /// <summary>After each publication, in order within a quarter. Whoever listens must be quick.</summary>
    event Action<Publication>? Published;
}

/// <summary>What somebody said of the quarter they found.</summary>
public sealed record Founding(
    Text Name, Text Place, Text? Horizon, ImmutableArray<Text> Covenant, string Zone, ImmutableArray<string> Languages, bool Rehearsal = false);

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
