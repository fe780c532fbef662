using System.Collections.Immutable;
using Faubourg.Domain;
using Faubourg.Storage.Journal;
using Faubourg.Storage.Record;
using Faubourg.Storage.Sqlite;
using NodaTime;

namespace Faubourg.Server.Tests.Storage;

internal enum Fault { None, NotStored, AnswerLost }

/// <summary>A journal on a disk that fails when it is told to: before the rows are stored, or after, when only the answer is lost.</summary>
internal sealed class FaultyJournal(IJournal journal) : IJournal
{
    public Fault OnAppend { get; set; }

    public Fault OnSign { get; set; }

    public Fault OnPurge { get; set; }

    public bool CannotRead { get; set; }

    public int Appends { get; private set; }

    public Kept Read() => CannotRead ? throw new IOException("The disk cannot be read.") : journal.Read();

    public SignedCheckpoint? Append(long expected, IReadOnlyList<Accept> rows, Signing? signing)
    {
        SignedCheckpoint? signed = null;
        if (rows.Count == 0)
        {
            Through(OnSign, () => signed = journal.Append(expected, rows, signing));
            return signed;
        }
        Appends++;
        var fault = OnAppend;
        OnAppend = Fault.None;
        Through(fault, () => signed = journal.Append(expected, rows, signing));
        return signed;
    }

    public T Look<T>(Func<RecordTables, T> look) => journal.Look(look);

    public (long Revision, ImmutableArray<Event> Events)? Answered(string key) => journal.Answered(key);

    public Instant? Sweep(Instant now) => journal.Sweep(now);

    public string? Digest(TextAt at) => journal.Digest(at);

    public void KeepClock(Duration ahead) => journal.KeepClock(ahead);

    public void Purge() => Through(OnPurge, journal.Purge);

    public void Dispose() => journal.Dispose();

    private static void Through(Fault fault, Action act)
    {
        if (fault == Fault.NotStored) throw new IOException("The disk failed.");
        act();
        if (fault == Fault.AnswerLost) throw new IOException("The disk failed to say that it did not fail.");
    }
}
