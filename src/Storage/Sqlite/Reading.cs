using System.Collections.Immutable;
using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Storage.Codec;
using Faubourg.Storage.Journal;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Faubourg.Storage.Sqlite;

/// <summary>From the tables back to events and the state they make.</summary>
internal sealed class Reading(Statements sql)
{
    /// <summary>Of a leaf or a room event, which row of the journal holds it.</summary>
    private readonly record struct Place(long Revision, int Pos, Instant At) : IComparable<Place>
    {
        public int CompareTo(Place other) => (Revision, Pos).CompareTo((other.Revision, other.Pos));
    }

    /// <summary>Everything, or what the leaves alone say.</summary>
    public Kept All(bool leavesOnly = false)
    {
        var rooms = leavesOnly ? Task.FromResult<List<(Place, RoomEvent)>>([]) : Understood(Rooms());
        var written = Written();
        var said = new Decoding([.. written.Select(leaf => leaf.Bytes)], Texts());
        var state = Folded(written, said.InOrder(), rooms.GetAwaiter().GetResult());
        var (revision, at) = Last();
        return new Kept(revision == 0 ? state : state with { At = at }, revision, Ahead());
    }

    /// <summary>Leaves and room events in the order in which they happened.</summary>
    private static Quarter Folded(List<(Place Place, byte[] Bytes)> written, IEnumerable<PublicEvent?> said, List<(Place Place, RoomEvent Happened)> rooms)
    {
        var state = Quarter.Unfounded;
        var (leaf, room) = (0, 0);
        foreach (var happened in said)
        {
            var at = written[leaf++].Place;
            for (; room < rooms.Count && rooms[room].Place.CompareTo(at) < 0; room++) state = Rules.Evolve(state, rooms[room].Happened, rooms[room].Place.At);
            // A leaf of a kind that only a later program knows has its place all the same.
            state = happened is null ? state with { Size = state.Size + 1 } : Rules.Evolve(state, happened, at.At);
        }

        for (; room < rooms.Count; room++) state = Rules.Evolve(state, rooms[room].Happened, rooms[room].Place.At);
        return state;
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

    private List<(Place Place, byte[] Bytes)> Written()
    {
        var written = new List<(Place, byte[])>();
        using var rows = sql.Rows("SELECT revision, pos, at, bytes FROM leaf JOIN journal USING (revision) ORDER BY seq");
        while (rows.Read()) written.Add((At(rows), Bytes(rows, 3)));
        return written;
    }

    private List<(Place Place, string Kind, byte[] Body)> Rooms()
    {
        var rooms = new List<(Place, string, byte[])>();
        using var rows = sql.Rows("SELECT revision, pos, at, kind, body FROM room JOIN journal USING (revision) ORDER BY revision, pos");
        while (rows.Read()) rooms.Add((At(rows), rows.GetString(3), Bytes(rows, 4)));
        return rooms;
    }

    /// <summary>Meanwhile, for each kind has to be learnt first, and that takes longer than the few rows themselves.</summary>
    private static Task<List<(Place Place, RoomEvent Happened)>> Understood(List<(Place Place, string Kind, byte[] Body)> rooms) =>
        Task.Run(() => rooms.ConvertAll(room => (room.Place, RoomCodec.Read(room.Kind, room.Body))));

    /// <summary>Of a row that begins with revision, pos and at.</summary>
    private static Place At(SqliteDataReader row) => new(row.GetInt64(0), row.GetInt32(1), At(row, 2));

    private Dictionary<long, List<StoredText>> Texts()
    {
        var texts = new Dictionary<long, List<StoredText>>();
        using var rows = sql.Rows("SELECT seq, name, d, slip FROM disclosure");
        while (rows.Read())
        {
            if (!texts.TryGetValue(rows.GetInt64(0), out var of)) texts.Add(rows.GetInt64(0), of = []);
            of.Add(Held(rows, 1));
        }
        return texts;
    }

    private Dictionary<string, Text> Texts(long seq)
    {
        var texts = new Dictionary<string, Text>(StringComparer.Ordinal);
        using var rows = sql.Rows("SELECT name, d, slip FROM disclosure WHERE seq = ?1", seq);
        while (rows.Read()) texts.Add(rows.GetString(0), Held(rows, 0).Read());
        return texts;
    }

    private (long Revision, Instant At) Last()
    {
        using var rows = sql.Rows("SELECT revision, at FROM journal ORDER BY revision DESC LIMIT 1");
        return rows.Read() ? (rows.GetInt64(0), At(rows, 1)) : (0, default);
    }

    private Duration Ahead() =>
        Duration.FromMilliseconds(sql.One("SELECT value FROM meta WHERE name = 'ahead'") is long ahead ? ahead : 0);

    /// <summary>Of a row that holds name, d and slip from this column on.</summary>
    private static StoredText Held(SqliteDataReader row, int from) =>
        new(row.GetString(from), row.GetString(from + 1), row.IsDBNull(from + 2) ? null : row.GetString(from + 2));

    private static Instant At(SqliteDataReader row, int column) => Instant.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static byte[] Bytes(SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);
}
