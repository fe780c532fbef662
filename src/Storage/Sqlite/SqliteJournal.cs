using System.Collections.Immutable;
using Faubourg.Domain;
using Faubourg.Storage.Journal;
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
    private readonly Erasures erasures;
    private SqliteConnection connection;
    private Statements sql;

    private SqliteJournal(string path, Erasures erasures)
    {
        this.path = path;
        this.erasures = erasures;
        (connection, sql) = Connect(path);
    }

    /// <summary>Makes the file of a quarter that nobody founded yet.</summary>
    /// <param name="path">A file that is not there.</param>
    /// <param name="erasures">Of the host.</param>
    /// <param name="wrappedKey">The first log key, wrapped by the host's.</param>
    public static SqliteJournal Create(string path, Erasures erasures, byte[] wrappedKey)
    {
        var journal = new SqliteJournal(path, erasures);
        // One transaction: a file has all of this or, after a crash, none of it, and its founding is taken back at start.
        journal.sql.Run("BEGIN");
        Database.Run(journal.connection, $"{Schema.Tables}PRAGMA user_version = {Schema.Version};");
        journal.sql.Run("INSERT INTO meta VALUES ('key', ?1)", wrappedKey);
        journal.sql.Run("COMMIT");
        return journal;
    }

    /// <exception cref="InvalidDataException">The file is of a later program, or of none.</exception>
    public static SqliteJournal Open(string path, Erasures erasures)
    {
        var journal = new SqliteJournal(path, erasures);
        if (journal.sql.One("PRAGMA user_version") is (long)Schema.Version) return journal;
        journal.Dispose();
        throw new InvalidDataException($"{path} was not written by this version of the program.");
    }

    /// <summary>The log key as wrapped.</summary>
    public byte[] WrappedKey => (byte[])sql.One("SELECT value FROM meta WHERE name = 'key'")!;

    /// <summary>Something in it comes by itself, or waits to be purged.</summary>
    public bool Awaits => sql.One("SELECT 1 FROM room UNION ALL SELECT 1 FROM purge_due LIMIT 1") is not null;

    public Kept Read()
    {
        // After a fault the old connection may believe what the disk does not hold.
        Close();
        (connection, sql) = Connect(path);
        Restored();
        return new Reading(sql).All();
    }

    public void Append(long expected, IReadOnlyList<Accept> rows)
    {
        // Nothing of these rows is on the disk until COMMIT returns; before that a crash leaves the journal as it was.
        sql.Run("BEGIN IMMEDIATE");
        try
        {
            var last = sql.One("SELECT max(revision) FROM journal") is long revision ? revision : 0;
            if (last != expected) throw new InvalidOperationException($"The journal is at revision {last}, not {expected}.");
            foreach (var row in rows) Writing.Row(sql, row);
            sql.Run("COMMIT");
            // From here all of it is on the disk. Should the answer get lost, whoever asked asks again under the same key.
        }
        catch
        {
            Rollback();
            throw;
        }
    }

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
        erasures.Note(Due());
        sql.Run("VACUUM");
        // The copy that VACUUM made is in the write-ahead log now; this writes it over the file and empties the log.
        if (sql.One("PRAGMA wal_checkpoint(TRUNCATE)") is not 0L)
            throw new IOException($"Somebody reads {path}: what was deleted could not be taken out of it yet.");
        sql.Run("DELETE FROM purge_due");
    }

    public void Dispose() => Close();

    /// <summary>A backup was put back: what was erased after it was made is erased again.</summary>
    private void Restored()
    {
        var back = new List<string>();
        using (var rows = sql.Rows("SELECT digest FROM disclosure"))
            while (rows.Read())
                if (erasures.Has(rows.GetString(0)))
                    back.Add(rows.GetString(0));
        if (back.Count == 0) return;
        sql.Run("BEGIN IMMEDIATE");
        foreach (var digest in back) Writing.Erase(sql, digest);
        sql.Run("COMMIT");
    }

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

    private static (SqliteConnection, Statements) Connect(string path)
    {
        var connection = Database.Open(path);
        return (connection, new Statements(connection));
    }
}
