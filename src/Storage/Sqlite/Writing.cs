using Faubourg.Storage.Journal;

namespace Faubourg.Storage.Sqlite;

/// <summary>A row of the journal into the tables, and out of them what it ends. Within the caller's transaction.</summary>
internal static class Writing
{
    public static void Row(Statements sql, Pictures pictures, Accept row)
    {
        var at = row.At.ToUnixTimeMilliseconds();
        sql.Run("INSERT INTO journal VALUES (?1, ?2)", row.Revision, at);
        if (row.Receipt is { } receipt)
            sql.Run(
                "INSERT INTO idempotency VALUES (?1, ?2, ?3, ?4)",
                Receipt.HashOf(receipt.Key), row.Revision, receipt.Council, receipt.Until.ToUnixTimeMilliseconds());
        // Entries in their order: what an act wrote into a room that it then dissolved goes with the room.
        for (var pos = 0; pos < row.Entries.Length; pos++) Write(sql, pictures, row.Revision, pos, row.Entries[pos]);
    }

    public static void Erase(Statements sql, string digest)
    {
        sql.Run("DELETE FROM disclosure WHERE digest = ?1", digest);
        sql.Run("INSERT INTO purge_due VALUES (?1)", digest);
    }

    private static void Write(Statements sql, Pictures pictures, long revision, int pos, Entry entry)
    {
        switch (entry)
        {
            case LeafEntry leaf: Leaf(sql, pictures, revision, pos, leaf); break;
            case RoomEntry room: Room(sql, revision, pos, room); break;
            case EndEntry end: End(sql, end); break;
            default: throw new InvalidOperationException(entry.GetType().Name);
        }
    }

    private static void Leaf(Statements sql, Pictures pictures, long revision, int pos, LeafEntry leaf)
    {
        sql.Run("INSERT INTO leaf VALUES (?1, ?2, ?3, ?4)", leaf.Seq, revision, pos, leaf.Bytes);
        foreach (var text in leaf.Texts)
        {
            // On the disk before the commit that names it; if that never comes, the next reading finds a picture of nobody's.
            if (text.Picture is { } picture) pictures.Keep(text.Digest, picture);
            sql.Run("INSERT INTO disclosure VALUES (?1, ?2, ?3, ?4, ?5)", text.Digest, text.At.Seq, text.At.Name, text.Encoded, text.Slip);
        }

        foreach (var digest in leaf.Erases) Erase(sql, digest);
        if (leaf.Dissolves is { } council) Dissolve(sql, revision, council);
    }

    private static void Room(Statements sql, long revision, int pos, RoomEntry room)
    {
        // Whose ballot was whose goes with the vote, not with the council: from the log and from free pages too.
        if (room.Forgets is { } kind && sql.Run("DELETE FROM room WHERE council = ?1 AND kind = ?2", room.Council, kind) > 0)
            sql.Run("INSERT INTO purge_due VALUES (NULL)");
        sql.Run("INSERT INTO room VALUES (?1, ?2, ?3, ?4, ?5, ?6)", revision, pos, room.Council, room.Kind, room.Mark, room.Body);
    }

    private static void End(Statements sql, EndEntry end)
    {
        foreach (var mark in end.Marks) sql.Run("DELETE FROM room WHERE mark = ?1", mark);
        sql.Run("INSERT INTO purge_due VALUES (NULL)");
    }

    private static void Dissolve(Statements sql, long revision, int council)
    {
        sql.Run("DELETE FROM room WHERE council = ?1 AND mark IS NULL", council);
        sql.Run("DELETE FROM idempotency WHERE council = ?1", council);
        // When exactly each tap came would be left over: rows that hold nothing any more go, the others keep their minute.
        sql.Run(
            """
            DELETE FROM journal WHERE revision < ?1
            AND revision NOT IN (SELECT revision FROM leaf) AND revision NOT IN (SELECT revision FROM room)
            """,
            revision);
        sql.Run("UPDATE journal SET at = at / 60000 * 60000 WHERE revision < ?1 AND revision NOT IN (SELECT revision FROM room)", revision);
        sql.Run("INSERT INTO purge_due VALUES (NULL)");
    }
}
