using System.Collections.Immutable;
using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Storage.Record;
using Faubourg.Storage.Sqlite;
using NodaTime;

namespace Faubourg.Storage.Journal;

/// <summary>
/// The one account of what was accepted in a quarter. One caller at a time. After any exception it is unknown whether
/// <see cref="Append"/> stored anything: <see cref="Read"/> says.
/// </summary>
internal interface IJournal : IDisposable
{
    /// <summary>What is stored now, read anew from the disk.</summary>
    Kept Read();

    /// <summary>All rows or none, after exactly this revision; durable on return.</summary>
    /// <param name="expected">The revision before.</param>
    /// <param name="rows">Perhaps none, when something is only to be signed.</param>
    /// <param name="signing">Leaves that are not signed yet are signed in the same commit; null to leave that for later.</param>
    /// <returns>The checkpoint that was signed; null when nothing was.</returns>
    /// <exception cref="InvalidOperationException">The journal is at another revision; nothing was stored.</exception>
    SignedCheckpoint? Append(long expected, IReadOnlyList<Accept> rows, Signing? signing);

    /// <summary>What the record says; nothing is changed.</summary>
    T Look<T>(Func<RecordTables, T> look);

    /// <summary>What was accepted under this key, while it is remembered.</summary>
    (long Revision, ImmutableArray<Event> Events)? Answered(string key);

    /// <summary>Deletes the keys whose time is over.</summary>
    /// <returns>When the time of the next is; null when none is left.</returns>
    Instant? Sweep(Instant now);

    /// <summary>The digest of a disclosure that is held.</summary>
    string? Digest(TextAt at);

    /// <summary>By how much the clock of a rehearsal is ahead; durable on return.</summary>
    void KeepClock(Duration ahead);

    /// <summary>
    /// Takes the last bytes of what was deleted out of every file; does nothing when nothing was. What it could not do is still
    /// due when it is called again, in this process or the next.
    /// </summary>
    void Purge();
}

/// <summary>What a journal holds.</summary>
/// <param name="State">The fold of all of it.</param>
/// <param name="Revision">Of the last row; 0 before the first.</param>
/// <param name="Ahead">Of the clock of a rehearsal.</param>
internal sealed record Kept(Quarter State, long Revision, Duration Ahead)
{
    /// <summary>The newest checkpoint; null before the first.</summary>
    public SignedCheckpoint? Signed { get; init; }

    /// <summary>Why nothing may be added; null when all is as it should be.</summary>
    public Barred? Barred { get; init; }

    /// <summary>The signed note that says where a quarter that moved away lives; null when there is none.</summary>
    public string? Where { get; init; }
}
