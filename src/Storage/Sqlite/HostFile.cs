using Microsoft.Data.Sqlite;
using NodaTime;

namespace Faubourg.Storage.Sqlite;

/// <summary>Which quarters this host has, and what each is called in addresses. Any caller, at any time.</summary>
internal sealed class HostFile : IDisposable
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS quarter (
          id TEXT PRIMARY KEY, slug TEXT NOT NULL UNIQUE, origin TEXT NOT NULL, rehearsal INTEGER NOT NULL,
          founded INTEGER NOT NULL, stage TEXT NOT NULL) WITHOUT ROWID;
        -- Proof that a log, of this host or another, showed two histories. It is kept for good.
        CREATE TABLE IF NOT EXISTS evidence (origin TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
        """;

    private readonly Lock gate = new();
    private readonly SqliteConnection connection;
    private readonly Statements sql;

    private HostFile(SqliteConnection connection)
    {
        this.connection = connection;
        sql = new Statements(connection);
    }

    public static HostFile In(string path)
    {
        var connection = Database.Open(path);
        Database.Run(connection, Tables);
        return new HostFile(connection);
    }

    /// <summary>Without changing anything there.</summary>
    public static IReadOnlyList<Listed> ReadIn(string path)
    {
        if (!File.Exists(path)) return [];
        using var host = new HostFile(Database.Read(path));
        return [.. host.Rows().Where(r => r.Stage == Stage.Founded).Select(r => r.Listed)];
    }

    /// <summary>Without changing anything there.</summary>
    public static string? EvidenceIn(string path, string origin)
    {
        using var host = new HostFile(Database.Read(path));
        return (string?)host.sql.One("SELECT name FROM sqlite_schema WHERE name = 'evidence'") is null
            ? null
            : (string?)host.sql.One("SELECT text FROM evidence WHERE origin = ?1", origin);
    }

    public IReadOnlyList<HostRow> Rows()
    {
        lock (gate)
        {
            var found = new List<HostRow>();
            using var rows = sql.Rows("SELECT id, slug, origin, rehearsal, founded, stage FROM quarter ORDER BY founded, slug");
            while (rows.Read())
                found.Add(new HostRow(
                    rows.GetString(0),
                    new Listed(
                        rows.GetString(1), rows.GetString(2), rows.GetInt64(3) != 0, Instant.FromUnixTimeMilliseconds(rows.GetInt64(4))),
                    Enum.Parse<Stage>(rows.GetString(5))));
            return found;
        }
    }

    /// <summary>False when the slug is taken.</summary>
    public bool TryAdd(HostRow row)
    {
        lock (gate)
        {
            return sql.Run(
                "INSERT INTO quarter VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (slug) DO NOTHING",
                row.Id, row.Listed.Slug, row.Listed.Origin, row.Listed.Rehearsal, row.Listed.FoundedAt.ToUnixTimeMilliseconds(),
                row.Stage.ToString()) == 1;
        }
    }

    public void Set(string id, Stage stage)
    {
        lock (gate) sql.Run("UPDATE quarter SET stage = ?2 WHERE id = ?1", id, stage.ToString());
    }

    public void Remove(string id)
    {
        lock (gate) sql.Run("DELETE FROM quarter WHERE id = ?1", id);
    }

    /// <summary>By origin.</summary>
    public IReadOnlyList<(string Origin, string Text)> Evidence()
    {
        lock (gate)
        {
            var found = new List<(string, string)>();
            using var rows = sql.Rows("SELECT origin, text FROM evidence");
            while (rows.Read()) found.Add((rows.GetString(0), rows.GetString(1)));
            return found;
        }
    }

    /// <summary>The first for an origin stays. Durable on return.</summary>
    public void Keep(string origin, string evidence)
    {
        lock (gate) sql.Run("INSERT INTO evidence VALUES (?1, ?2) ON CONFLICT (origin) DO NOTHING", origin, evidence);
    }

    public void Dispose()
    {
        sql.Dispose();
        connection.Dispose();
    }
}

/// <summary>Being founded: its file may be half made. Leaving: its file may be half gone.</summary>
internal enum Stage { Founding, Founded, Leaving }

internal sealed record HostRow(string Id, Listed Listed, Stage Stage);
