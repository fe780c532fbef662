using System.Buffers.Binary;
using System.Collections.Immutable;
using Faubourg.Domain.Record;
using Faubourg.Ledger.Tree;
using Faubourg.Storage.Record;

namespace Faubourg.Storage.Sqlite;

/// <summary>What a file says to whoever reads the record: nothing beyond the newest checkpoint.</summary>
internal sealed class RecordTables(Statements sql, Pictures pictures)
{
    private const int LengthBytes = 2;

    private readonly StoredTiles tiles = new(sql);

    public ITiles Tiles => tiles;

    /// <summary>A tile, or an entry bundle; null when no signed tree has it.</summary>
    public byte[]? Tile(TileAt at)
    {
        if (!tiles.IsPublished(at)) return null;
        return at.Level == TileAt.Entries ? Bundled(at) : tiles.Tile(at).ToArray();
    }

    public string? Disclosure(string digest) => (string?)sql.One("SELECT d FROM disclosure WHERE digest = ?1", digest);

    /// <summary>The picture of an entry; null where it has none, or none any more.</summary>
    public byte[]? Picture(long seq) =>
        sql.One("SELECT digest FROM disclosure WHERE seq = ?1 AND name = ?2", seq, LeafMap.Picture) is string digest ? pictures.Read(digest) : null;

    /// <summary>The entries before this one whose picture is held, with its digest.</summary>
    public List<TextDigest> Pictures(long signed)
    {
        var found = new List<TextDigest>();
        using var rows = sql.Rows("SELECT seq, digest FROM disclosure WHERE name = ?2 AND seq < ?1 ORDER BY seq", signed, LeafMap.Picture);
        while (rows.Read()) found.Add(new TextDigest(rows.GetInt64(0), rows.GetString(1)));
        return found;
    }

    /// <summary>Signed entries only.</summary>
    public ImmutableArray<RecordEntry> Entries(long from, int count, long signed)
    {
        var until = Math.Min(signed, from + count);
        var texts = Texts(from, until);
        var found = ImmutableArray.CreateBuilder<RecordEntry>();
        using var rows = sql.Rows("SELECT seq, bytes FROM leaf WHERE seq >= ?1 AND seq < ?2 ORDER BY seq", from, until);
        while (rows.Read())
            found.Add(new RecordEntry(rows.GetInt64(0), rows.GetFieldValue<byte[]>(1), [.. texts[rows.GetInt64(0)]]));
        return found.DrainToImmutable();
    }

    /// <summary>Disclosures of entries, in order of entry and digest.</summary>
    /// <param name="from">The first entry.</param>
    /// <param name="until">The first that is not wanted: none that is not signed.</param>
    public List<(long Seq, string Digest, string D)> Disclosures(long from, long until)
    {
        var found = new List<(long, string, string)>();
        using var rows = sql.Rows(
            "SELECT seq, digest, d FROM disclosure INDEXED BY disclosure_of_leaf WHERE seq >= ?1 AND seq < ?2 ORDER BY seq, digest", from, until);
        while (rows.Read()) found.Add((rows.GetInt64(0), rows.GetString(1), rows.GetString(2)));
        return found;
    }

    private ILookup<long, string> Texts(long from, long until)
    {
        var texts = new List<(long Seq, string D)>();
        using var rows = sql.Rows("SELECT seq, d FROM disclosure WHERE seq >= ?1 AND seq < ?2 ORDER BY seq, name", from, until);
        while (rows.Read()) texts.Add((rows.GetInt64(0), rows.GetString(1)));
        return texts.ToLookup(t => t.Seq, t => t.D);
    }

    /// <summary>Entries one behind the other, each after its length (tlog-tiles, "Log entries").</summary>
    private byte[] Bundled(TileAt at)
    {
        var bundle = new MemoryStream();
        Span<byte> length = stackalloc byte[LengthBytes];
        var from = at.Index * TileAt.FullWidth;
        using var rows = sql.Rows("SELECT bytes FROM leaf WHERE seq >= ?1 AND seq < ?2 ORDER BY seq", from, from + at.Width);
        while (rows.Read())
        {
            var entry = rows.GetFieldValue<byte[]>(0);
            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)entry.Length);
            bundle.Write(length);
            bundle.Write(entry);
        }
        return bundle.ToArray();
    }
}

/// <param name="Seq">The entry.</param>
/// <param name="Digest">Of one of its texts.</param>
internal readonly record struct TextDigest(long Seq, string Digest);
