using Microsoft.Data.Sqlite;

namespace Faubourg.Storage.Sqlite;

/// <summary>Prepared once, bound and run often. One caller at a time.</summary>
/// <param name="connection">Disposed of by whoever opened it.</param>
/// <param name="probe">Told of each <see cref="Run"/>, before (false) and after (true).</param>
internal sealed class Statements(SqliteConnection connection, Action<string, bool>? probe = null) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    public int Run(string sql, params ReadOnlySpan<object?> values)
    {
        probe?.Invoke(sql, false);
        var changed = Bound(sql, values).ExecuteNonQuery();
        probe?.Invoke(sql, true);
        return changed;
    }

    /// <summary>The first column of the first row; null when there is none, or nothing in it.</summary>
    public object? One(string sql, params ReadOnlySpan<object?> values) =>
        Bound(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>Rows as they come; to be disposed of before anything else runs that would change them.</summary>
    public SqliteDataReader Rows(string sql, params ReadOnlySpan<object?> values) => Bound(sql, values).ExecuteReader();

    public void Dispose()
    {
        foreach (var command in prepared.Values) command.Dispose();
        prepared.Clear();
    }

    private SqliteCommand Bound(string sql, ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var command)) prepared.Add(sql, command = Prepare(sql, values.Length));
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    /// <summary>Parameters are ?1, ?2, … in the order of the values.</summary>
    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"?{i}" });
        return command;
    }
}
