using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Ledger;
using Faubourg.Storage.Codec;
using Faubourg.Storage.Journal;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Faubourg.Storage.Sqlite;

/// <summary>From the tables back to events and the state they make.</summary>
internal sealed class Reading(Statements sql)
{
    private abstract record Stored(long Revision, int Pos, Instant At);

    private sealed record StoredLeaf(long Revision, int Pos, Instant At, Leaf Leaf) : Stored(Revision, Pos, At);

    private sealed record StoredRoom(long Revision, int Pos, Instant At, RoomEvent Happened) : Stored(Revision, Pos, At);

    /// <summary>Everything, or what the leaves alone say.</summary>
    public Kept All(bool leavesOnly = false)
    {
        var state = Quarter.Unfounded;
        var leaves = Leaves();
        var texts = Texts();
        var erased = leaves.SelectMany(l => LeafCodec.Erases(l.Leaf))
            .ToLookup(t => t.Seq, t => t.Name)
            .ToDictionary(t => t.Key, t => t.ToHashSet(StringComparer.Ordinal));
        IEnumerable<Stored> rooms = leavesOnly ? [] : Rooms();
        foreach (var stored in Merged(leaves, rooms))
        {
            state = stored switch
            {
                StoredRoom room => Rules.Evolve(state, room.Happened, room.At),
                StoredLeaf { Leaf: var leaf } when
                    LeafCodec.Read(leaf, texts.GetValueOrDefault(leaf.Seq), erased.GetValueOrDefault(leaf.Seq)) is { } happened
                    => Rules.Evolve(state, happened, stored.At),
                // A leaf of a kind that only a later program knows has its place all the same.
                _ => state with { Size = state.Size + 1 },
            };
        }
        var (revision, at) = Last();
        return new Kept(revision == 0 ? state : state with { At = at }, revision, Ahead());
    }

    /// <summary>What is left of what one row held.</summary>
    public ImmutableArray<Event> Of(long revision)
    {
        var happened = new List<(int Pos, Event Happened)>();
        using (var rows = sql.Rows("SELECT pos, bytes, seq FROM leaf WHERE revision = ?1", revision))
            while (rows.Read())
                if (LeafCodec.Read(Ledger.Leaves.Read(Bytes(rows, 1)), Texts(rows.GetInt64(2))) is { } leaf)
                    happened.Add((rows.GetInt32(0), leaf));
        using (var rows = sql.Rows("SELECT pos, kind, body FROM room WHERE revision = ?1", revision))
            while (rows.Read())
                happened.Add((rows.GetInt32(0), RoomCodec.Read(rows.GetString(1), Bytes(rows, 2))));
        return [.. happened.OrderBy(h => h.Pos).Select(h => h.Happened)];
    }

    private StoredLeaf[] Leaves()
    {
        var written = new List<(long Revision, int Pos, Instant At, byte[] Bytes)>();
        using (var rows = sql.Rows("SELECT revision, pos, at, bytes FROM leaf JOIN journal USING (revision) ORDER BY seq"))
            while (rows.Read())
                written.Add((rows.GetInt64(0), rows.GetInt32(1), At(rows, 2), Bytes(rows, 3)));
        // Each is read by itself and strictly, which is most of the work of a start: every core takes its part.
        var leaves = new StoredLeaf[written.Count];
        try
        {
            Parallel.For(0, leaves.Length, n =>
                leaves[n] = new StoredLeaf(written[n].Revision, written[n].Pos, written[n].At, Ledger.Leaves.Read(written[n].Bytes)));
        }
        catch (AggregateException broken)
        {
            ExceptionDispatchInfo.Throw(broken.InnerExceptions[0]);
        }
        return leaves;
    }

    private List<StoredRoom> Rooms()
    {
        var rooms = new List<StoredRoom>();
        using var rows = sql.Rows("SELECT revision, pos, at, kind, body FROM room JOIN journal USING (revision) ORDER BY revision, pos");
        while (rows.Read())
            rooms.Add(new StoredRoom(
                rows.GetInt64(0), rows.GetInt32(1), At(rows, 2), RoomCodec.Read(rows.GetString(3), Bytes(rows, 4))));
        return rooms;
    }

    private static IEnumerable<Stored> Merged(IEnumerable<Stored> leaves, IEnumerable<Stored> rooms) =>
        leaves.Concat(rooms).OrderBy(s => s.Revision).ThenBy(s => s.Pos);

    private Dictionary<long, Dictionary<string, Text>> Texts()
    {
        var texts = new Dictionary<long, Dictionary<string, Text>>();
        using var rows = sql.Rows("SELECT seq, name, d, slip FROM disclosure");
        while (rows.Read())
        {
            if (!texts.TryGetValue(rows.GetInt64(0), out var of)) texts.Add(rows.GetInt64(0), of = new(StringComparer.Ordinal));
            of.Add(rows.GetString(1), Held(rows, 2));
        }
        return texts;
    }

    private Dictionary<string, Text> Texts(long seq)
    {
        var texts = new Dictionary<string, Text>(StringComparer.Ordinal);
        using var rows = sql.Rows("SELECT name, d, slip FROM disclosure WHERE seq = ?1", seq);
        while (rows.Read()) texts.Add(rows.GetString(0), Held(rows, 1));
        return texts;
    }

    private (long Revision, Instant At) Last()
    {
        using var rows = sql.Rows("SELECT revision, at FROM journal ORDER BY revision DESC LIMIT 1");
        return rows.Read() ? (rows.GetInt64(0), At(rows, 1)) : (0, default);
    }

    private Duration Ahead() =>
        Duration.FromMilliseconds(sql.One("SELECT value FROM meta WHERE name = 'ahead'") is long ahead ? ahead : 0);

    private static Text Held(SqliteDataReader row, int d) =>
        Text.Of(Disclosure.Read(row.GetString(d)).Value, row.IsDBNull(d + 1) ? null : row.GetString(d + 1));

    private static Instant At(SqliteDataReader row, int column) => Instant.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static byte[] Bytes(SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);
}
