using System.Security.Cryptography;
using System.Text;
using Faubourg.Storage.Keys;
using Faubourg.Storage.Sqlite;

namespace Faubourg.Storage.Keeping;

/// <summary>A quarter leaves its host. The file of the quarter is nobody else's meanwhile.</summary>
internal static class Leaving
{
    /// <summary>What moves with it; nothing is changed.</summary>
    public static MoveFile Pack(Sqlite.Statements sql, HostKey host, string origin, long size)
    {
        var keys = new List<MovedKey>();
        using (var rows = sql.Rows("SELECT public, wrapped FROM log_key ORDER BY public"))
            while (rows.Read())
            {
                var seed = host.Unwrap(rows.GetFieldValue<byte[]>(1), Encoding.UTF8.GetBytes(origin));
                keys.Add(new MovedKey(rows.GetString(0), Convert.ToBase64String(seed)));
                CryptographicOperations.ZeroMemory(seed);
            }
        var slips = new List<MovedSlip>();
        using (var rows = sql.Rows("SELECT digest, slip FROM disclosure WHERE slip IS NOT NULL ORDER BY digest"))
            while (rows.Read()) slips.Add(new MovedSlip(rows.GetString(0), rows.GetString(1)));
        var rooms = new List<MovedRoom>();
        using (var rows = sql.Rows(
            """
            SELECT (SELECT max(seq) FROM leaf WHERE leaf.revision < room.revision OR leaf.revision = room.revision AND leaf.pos < room.pos),
              council, kind, mark, body FROM room WHERE mark IS NOT NULL ORDER BY revision, pos
            """))
            while (rows.Read())
                rooms.Add(new MovedRoom(rows.GetInt64(0), rows.GetInt32(1), rows.GetString(2), rows.GetString(3), rows.GetFieldValue<byte[]>(4)));
        return new MoveFile(MoveFile.First, origin, size, keys, slips, rooms);
    }

    /// <summary>
    /// Destroys the keys here. What only its new host has to know goes with them. After the commit, the rows are deleted and
    /// their bytes wait for the purge that every opening does: a crash leaves them no longer than that.
    /// </summary>
    public static void Part(Sqlite.Statements sql, string? where)
    {
        sql.Run("BEGIN IMMEDIATE");
        sql.Run("DELETE FROM log_key");
        sql.Run("DELETE FROM room WHERE mark IS NOT NULL");
        sql.Run("UPDATE disclosure SET slip = NULL WHERE slip IS NOT NULL");
        sql.Run("DELETE FROM idempotency");
        sql.Run("INSERT OR REPLACE INTO meta VALUES ('moved', 1)");
        if (where is not null) sql.Run("INSERT OR REPLACE INTO meta VALUES ('where', ?1)", where);
        sql.Run("INSERT INTO purge_due VALUES (NULL)");
        sql.Run("COMMIT");
    }
}
