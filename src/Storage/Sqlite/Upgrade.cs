using Faubourg.Ledger;
using Faubourg.Storage.Keys;
using Microsoft.Data.Sqlite;

namespace Faubourg.Storage.Sqlite;

/// <summary>Files of earlier versions become files of this one when they are opened.</summary>
internal static class Upgrade
{
    /// <exception cref="InvalidDataException">The file is of a later program, or of none.</exception>
    public static void Run(SqliteConnection connection, Statements sql, string path)
    {
        switch (sql.One("PRAGMA user_version"))
        {
            case (long)Schema.Version: return;
            case 1L: FromFirst(connection, sql); return;
            default: throw new InvalidDataException($"{path} was not written by this version of the program.");
        }
    }

    /// <summary>
    /// The first version kept leaves and no tree. Here the tables are made and the key finds its place; tiles and the first
    /// checkpoint come with the first signing, which finds no leaf signed yet.
    /// </summary>
    private static void FromFirst(SqliteConnection connection, Statements sql)
    {
        // One transaction: a crash leaves the file as it was, of version 1, and the next opening does this again.
        sql.Run("BEGIN IMMEDIATE");
        Database.Run(connection, Schema.Log);
        if (sql.One("SELECT bytes FROM leaf WHERE seq = 0") is byte[] first)
        {
            var founded = Leaves.Read(first);
            sql.Run("INSERT INTO meta VALUES ('origin', ?1)", founded.Log);
            sql.Run("INSERT INTO log_key SELECT ?1, value FROM meta WHERE name = 'key'", ((Word)founded.Clear["key"]).Value);
        }
        sql.Run("DELETE FROM meta WHERE name = 'key'");
        Database.Run(connection, $"PRAGMA user_version = {Schema.Version}");
        sql.Run("COMMIT");
        // From here it is a file of version 2 whose leaves are all unsigned.
    }
}
