using System.Collections.Immutable;
using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Ledger.Notes;
using Faubourg.Storage.Journal;
using Faubourg.Storage.Keys;
using Faubourg.Storage.Record;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Faubourg.Storage.Sqlite;

/// <summary>
/// A quarter's journal in one SQLite file, by one connection: nobody else has it open, so nobody's old view keeps deleted pages
/// alive when they are purged.
/// </summary>
internal sealed class SqliteJournal : IJournal
{
    private readonly string path;
    private readonly Premises premises;
    private readonly Pictures pictures;
    private SqliteConnection connection;
    private Statements sql;

    /// <summary>Null until the file was read.</summary>
    private Tree? tree;

    private SqliteJournal(string path, Premises premises)
    {
        (this.path, this.premises) = (path, premises);
        pictures = Pictures.Beside(path, premises.Probe);
        (connection, sql) = Connect();
    }

    /// <summary>Makes the file of a quarter that nobody founded yet.</summary>
    /// <param name="path">A file that is not there.</param>
    /// <param name="premises">The host's.</param>
    /// <param name="origin">The quarter's identity.</param>
    /// <param name="first">The key from which it follows; null where only a record comes.</param>
    public static SqliteJournal Create(string path, Premises premises, string origin, LogKey? first)
    {
        var journal = new SqliteJournal(path, premises);
        // One transaction: a file has all of this or, after a crash, none of it, and its founding is taken back at start.
        journal.sql.Run("BEGIN");
        Database.Run(journal.connection, $"{Schema.Tables}PRAGMA user_version = {Schema.Version};");
        journal.sql.Run("INSERT INTO meta VALUES ('origin', ?1)", origin);
        if (first is not null) journal.sql.Run("INSERT INTO log_key VALUES (?1, ?2)", first.Public, first.Wrapped);
        journal.sql.Run("COMMIT");
        return journal;
    }

    /// <summary>Opens a file that was made before, by this version of the program or by an earlier one.</summary>
    /// <exception cref="InvalidDataException">The file is of a later program, or of none.</exception>
    public static SqliteJournal Open(string path, Premises premises)
    {
        var journal = new SqliteJournal(path, premises);
        try
        {
            Upgrade.Run(journal.connection, journal.sql, path);
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Something in it comes by itself, waits to be purged, or waits to be signed; or a picture is here that is nobody's.</summary>
    public bool Awaits => sql.One(
        """
        SELECT 1 FROM room UNION ALL SELECT 1 FROM purge_due
        UNION ALL SELECT 1 WHERE (SELECT count(*) FROM leaf) > coalesce((SELECT max(size) FROM checkpoint), 0) LIMIT 1
        """) is not null || pictures.All().Any(digest => !IsNamed(digest));

    public Kept Read()
    {
        // After a fault the old connection may believe what the disk does not hold.
        Close();
        (connection, sql) = Connect();
        Restored();
        pictures.Tidy(IsNamed);
        var keys = new SigningKeys(sql, premises.Key, Origin);
        tree = new Tree(sql, keys);
        var kept = new Reading(sql).All();
        var barred = Bar(keys, kept.State);
        if (barred is null) Promise();
        Destroy(kept.State);
        return kept with { Signed = tree.Latest, Barred = barred, Where = (string?)sql.One("SELECT value FROM meta WHERE name = 'where'") };
    }

    public SignedCheckpoint? Append(long expected, IReadOnlyList<Accept> rows, Signing? signing)
    {
        // Nothing of this is on the disk until COMMIT returns; before that a crash leaves the journal as it was. A note that was
        // signed here and not committed was seen by nobody, and is none.
        sql.Run("BEGIN IMMEDIATE");
        Grown? grown;
        try
        {
            var last = sql.One("SELECT max(revision) FROM journal") is long revision ? revision : 0;
            if (last != expected) throw new InvalidOperationException($"The journal is at revision {last}, not {expected}.");
            foreach (var row in rows) Writing.Row(sql, pictures, row);
            grown = signing is null ? null : tree!.Grow(signing);
            sql.Run("COMMIT");
            // From here all of it is on the disk: rows, leaves, tiles, checkpoint. Should the answer get lost, whoever asked asks
            // again under the same key, and the next reading finds the checkpoint where it stands.
        }
        catch
        {
            Rollback();
            throw;
        }
        if (grown is null) return null;
        tree!.Take(grown);
        Promise();
        return grown.Checkpoint;
    }

    public T Look<T>(Func<RecordTables, T> look) => look(new RecordTables(sql, pictures));

    public (long Revision, ImmutableArray<Event> Events)? Answered(string key) =>
        sql.One("SELECT revision FROM idempotency WHERE hash = ?1", Receipt.HashOf(key)) is long revision
            ? (revision, new Reading(sql).Of(revision))
            : null;

    public Instant? Sweep(Instant now)
    {
        sql.Run("DELETE FROM idempotency WHERE until <= ?1", now.ToUnixTimeMilliseconds());
        return sql.One("SELECT min(until) FROM idempotency") is long next ? Instant.FromUnixTimeMilliseconds(next) : null;
    }

    public string? Digest(TextAt at) =>
        (string?)sql.One("SELECT digest FROM disclosure WHERE seq = ?1 AND name = ?2", at.Seq, at.Name);

    public void KeepClock(Duration ahead) =>
        sql.Run("INSERT OR REPLACE INTO meta VALUES ('ahead', ?1)", (long)ahead.TotalMilliseconds);

    public void Purge()
    {
        if (sql.One("SELECT 1 FROM purge_due LIMIT 1") is null) return;
        // The rows are deleted; their bytes may still stand in free pages and in the write-ahead log. purge_due stays until the
        // last line, so that after a crash anywhere between all of this is done again.
        var due = Due();
        premises.Erasures.Note(due);
        foreach (var digest in due) pictures.Erase(digest);
        sql.Run("VACUUM");
        // The copy that VACUUM made is in the write-ahead log now; this writes it over the file and empties the log.
        if (sql.One("PRAGMA wal_checkpoint(TRUNCATE)") is not 0L)
            throw new IOException($"Somebody reads {path}: what was deleted could not be taken out of it yet.");
        sql.Run("DELETE FROM purge_due");
    }

    public void Dispose() => Close();

    private bool IsNamed(string digest) => sql.One("SELECT 1 FROM disclosure WHERE digest = ?1", digest) is not null;

    /// <summary>A backup was put back: what was erased after it was made is erased again.</summary>
    private void Restored()
    {
        var back = new List<string>();
        using (var rows = sql.Rows("SELECT digest FROM disclosure"))
            while (rows.Read())
                if (premises.Erasures.Has(rows.GetString(0)))
                    back.Add(rows.GetString(0));
        if (back.Count == 0) return;
        sql.Run("BEGIN IMMEDIATE");
        foreach (var digest in back) Writing.Erase(sql, digest);
        sql.Run("COMMIT");
    }

    /// <summary>
    /// Notes the newest checkpoint outside the file, before anybody sees it. The commit before this line is on the disk: a crash
    /// here leaves an older note, and the next reading notes the newer one.
    /// </summary>
    private void Promise()
    {
        if (tree!.Latest is not { } latest || premises.HighWater.Of(Id) == latest.Note) return;
        premises.Probe?.Invoke("high water", false);
        premises.HighWater.Keep(Id, latest.Note);
        premises.Probe?.Invoke("high water", true);
    }

    /// <summary>Keys that will never sign again go, and their bytes with the next purge. Time in a quarter never runs back.</summary>
    private void Destroy(Quarter state)
    {
        foreach (var over in state.Keys.Where(k => k.Until <= state.At || k.VoidAfter is not null))
            if (sql.Run("DELETE FROM log_key WHERE public = ?1", over.Key) > 0)
                sql.Run("INSERT INTO purge_due VALUES (NULL)");
    }

    private Barred? Bar(SigningKeys keys, Quarter state)
    {
        if (sql.One("SELECT 1 FROM meta WHERE name = 'moved'") is not null) return new MovedAway();
        if (!state.Keys.IsEmpty && !keys.Opens(state.Keys[^1].Key)) return new OnlyACopy();
        if (premises.HighWater.Of(Id) is not { } note || note == tree!.Latest?.Note) return null;
        var known = Checkpoint.Parse(Note.Parse(note).Text);
        return tree!.Holds(known) ? null : new HeldBack(state.Size, known.Size);
    }

    /// <summary>Empty in a file whose founding was cut short.</summary>
    private string Origin => (string?)sql.One("SELECT value FROM meta WHERE name = 'origin'") ?? "";

    private string Id => LogKey.IdOf(Origin);

    private List<string> Due()
    {
        var digests = new List<string>();
        using var rows = sql.Rows("SELECT digest FROM purge_due WHERE digest IS NOT NULL");
        while (rows.Read()) digests.Add(rows.GetString(0));
        return digests;
    }

    private void Rollback()
    {
        try
        {
            sql.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite rolled back by itself, or cannot; either way the file is read anew before anything else is asked of it.
        }
    }

    private void Close()
    {
        sql.Dispose();
        connection.Dispose();
    }

    private (SqliteConnection, Statements) Connect()
    {
        var opened = Database.Open(path);
        return (opened, new Statements(opened, premises.Probe));
    }
}
