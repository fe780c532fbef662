using Microsoft.Data.Sqlite;

namespace Faubourg.Storage.Sqlite;

/// <summary>Connections: none is shared, none outlives whoever opened it.</summary>
internal static class Database
{
    /// <summary>Seconds to wait for somebody from outside who has the file locked, such as a backup.</summary>
    private const int Patience = 2;

    /// <remarks>
    /// WAL with synchronous=FULL: a commit is on the disk when it returns. secure_delete overwrites what is deleted; what it
    /// leaves in moved pages a VACUUM takes (see <see cref="SqliteJournal.Purge"/>), whose copy is made in memory, not in a
    /// folder of temporary files.
    /// </remarks>
    private const string Settings = """
        PRAGMA busy_timeout = 2000;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        """;

    /// <summary>Makes the file when it is not there.</summary>
    public static SqliteConnection Open(string path)
    {
        var connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            Run(connection, Settings);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static SqliteConnection Read(string path) => Connect(path, SqliteOpenMode.ReadOnly);

    public static string PathOf(string data, string id) => Path.Combine(data, "quarters", id + ".db");

    /// <summary>The file of a quarter in a host's folder, or in a backup, without changing anything there.</summary>
    /// <exception cref="Keeping.KeepingException">It is not there, or of another version.</exception>
    public static SqliteConnection ReadQuarter(string data, string id)
    {
        var path = PathOf(data, id);
        if (!File.Exists(path)) throw new Keeping.KeepingException($"{path} is missing.");
        var connection = Read(path);
        using var sql = new Statements(connection);
        if (sql.One("PRAGMA user_version") is (long)Schema.Version) return connection;
        connection.Dispose();
        throw new Keeping.KeepingException($"{path} is of another version of the program. Start the host once: it is upgraded then.");
    }

    public static void Run(SqliteConnection connection, string script)
    {
        using var command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var how = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = Patience };
        var connection = new SqliteConnection(how.ToString());
        connection.Open();
        return connection;
    }
}
