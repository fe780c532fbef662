using System.Collections.Immutable;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using Faubourg.Storage.Record;
using NodaTime;

namespace Faubourg.Storage.Sqlite;

/// <summary>
/// The tree over a quarter's leaves. In the tables it stands at the newest checkpoint exactly; leaves that came since are hashed
/// when they are signed. One code for all of it: a commit that signs, the timer a second later, a start after a crash, and the
/// first opening of a file that had no tree yet.
/// </summary>
internal sealed class Tree
{
    private readonly Statements sql;
    private readonly SigningKeys keys;
    private readonly StoredTiles tiles;
    private Edge edge;

    /// <summary>Reads where the tree stands.</summary>
    /// <exception cref="InvalidDataException">Tiles and checkpoint contradict each other: somebody else wrote into the file.</exception>
    public Tree(Statements sql, SigningKeys keys)
    {
        (this.sql, this.keys) = (sql, keys);
        tiles = new StoredTiles(sql);
        Latest = Newest(sql);
        edge = Latest is null ? new Edge() : EdgeAt(Latest.Size);
        if (Latest is not null && Convert.ToBase64String(edge.Root()) != Latest.RootBase64)
            throw new InvalidDataException($"The tiles of {keys.Origin} do not make the root that its checkpoint of {Latest.Size} leaves says.");
    }

    /// <summary>The newest checkpoint; null before the first.</summary>
    public SignedCheckpoint? Latest { get; private set; }

    /// <summary>The newest checkpoint in a file.</summary>
    public static SignedCheckpoint? Newest(Statements sql)
    {
        using var rows = sql.Rows("SELECT note, at FROM checkpoint ORDER BY size DESC LIMIT 1");
        if (!rows.Read()) return null;
        var note = rows.GetString(0);
        return Read(note, Instant.FromUnixTimeMilliseconds(rows.GetInt64(1)));
    }

    /// <summary>
    /// Signs what is not signed yet, within the caller's transaction. In memory nothing changes until <see cref="Take"/>, which
    /// is for after the commit: a note of a transaction that failed is forgotten unseen, and another may stand in its place.
    /// </summary>
    /// <returns>Null when everything is signed.</returns>
    public Grown? Grow(Signing signing)
    {
        var next = Grow(long.MaxValue);
        if (next is null) return null;
        var note = keys.Sign(new Checkpoint(keys.Origin, next.Size, [.. next.Root()]), signing.Keys);
        Keep(next.Size, note, signing.At);
        return new Grown(next, Read(note, signing.At));
    }

    /// <summary>Takes a checkpoint that was signed elsewhere, of leaves that are here, within the caller's transaction.</summary>
    public void Adopt(string note, Checkpoint checkpoint, Instant at)
    {
        if (Grow(checkpoint.Size) is not { } next || next.Size != checkpoint.Size) throw new InvalidOperationException("Not all of its leaves are here.");
        Keep(checkpoint.Size, note, at);
        Take(new Grown(next, Read(note, at)));
    }

    private Edge? Grow(long size)
    {
        var filled = new HashSet<int>();
        var next = edge.Copy();
        next.OnFull = (at, hashes) =>
        {
            filled.Add(at.Level);
            Write(at, hashes);
        };
        Append(next, size);
        if (next.Size == edge.Size) return null;
        // Of the upper levels only those have a new hash under which a tile became full.
        foreach (var (at, hashes) in next.Partials())
            if (at.Level == 0 || filled.Contains(at.Level - 1))
                Write(at, hashes);
        next.OnFull = null;
        return next;
    }

    private void Keep(long size, string note, Instant at) =>
        sql.Run("INSERT INTO checkpoint VALUES (?1, ?2, ?3)", size, at.ToUnixTimeMilliseconds(), note);

    /// <summary>It is on the disk.</summary>
    public void Take(Grown grown) => (edge, Latest) = (grown.Edge, grown.Checkpoint);

    /// <summary>Whether the leaves that are here begin with those the checkpoint covers.</summary>
    public bool Holds(Checkpoint known)
    {
        if (known.Origin != keys.Origin) return false;
        var at = EdgeAt(Math.Min(known.Size, edge.Size));
        Append(at, known.Size);
        return at.Size == known.Size && at.Root().AsSpan().SequenceEqual(known.Root.AsSpan());
    }

    private Edge EdgeAt(long size) => size == 0 ? new Edge() : Edge.From(tiles, size);

    /// <summary>Hashes the leaves that follow, as they are stored.</summary>
    private void Append(Edge to, long size)
    {
        Span<byte> hash = stackalloc byte[Merkle.HashBytes];
        using var rows = sql.Rows("SELECT bytes FROM leaf WHERE seq >= ?1 AND seq < ?2 ORDER BY seq", to.Size, size);
        while (rows.Read())
        {
            Merkle.Leaf(rows.GetFieldValue<byte[]>(0), hash);
            to.Append(hash);
        }
    }

    private void Write(TileAt at, byte[] hashes) => sql.Run(
        "INSERT INTO tile VALUES (?1, ?2, ?3) ON CONFLICT (level, n) DO UPDATE SET hashes = excluded.hashes", at.Level, at.Index, hashes);

    private static SignedCheckpoint Read(string note, Instant at)
    {
        var checkpoint = Checkpoint.Parse(Note.Parse(note).Text);
        return new SignedCheckpoint(note, checkpoint.Size, Convert.ToBase64String(checkpoint.Root.AsSpan()), at);
    }
}

/// <summary>That something is to be signed.</summary>
/// <param name="At">The quarter's time.</param>
/// <param name="Keys">base64 of the public keys that sign.</param>
internal sealed record Signing(Instant At, ImmutableArray<string> Keys);

/// <summary>The tree as it would stand.</summary>
internal sealed record Grown(Edge Edge, SignedCheckpoint Checkpoint);
