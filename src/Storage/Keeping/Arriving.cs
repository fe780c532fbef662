using System.Text;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Record;
using Faubourg.Ledger;
using Faubourg.Storage.Codec;
using Faubourg.Storage.Journal;
using Faubourg.Storage.Sqlite;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Storage.Keeping;

/// <summary>
/// A verified record comes into a quarter's file: a new one, a copy, or one that a backup left behind. One transaction: after a
/// crash the file is as it was, or holds all of it.
/// </summary>
internal sealed class Arriving(Sqlite.Statements sql, Premises premises, Pictures pictures, RecordFolder record, MoveFile? move)
{
    /// <summary>Behind whatever a leaf's own row holds.</summary>
    private const int AfterLeaf = 1 << 20;

    private readonly Dictionary<string, string> slips = (move?.Slips ?? []).ToDictionary(s => s.Digest, s => s.Slip, StringComparer.Ordinal);

    /// <returns>How many leaves were new.</returns>
    /// <exception cref="KeepingException">What is here is not the beginning of what comes.</exception>
    public long Take(IProgress<Advance>? advance)
    {
        sql.Run("BEGIN IMMEDIATE");
        try
        {
            var before = Count();
            Leaves(before, advance);
            if (move is not null) Bring(move);
            var tree = new Tree(sql, new SigningKeys(sql, premises.Key, record.Checkpoint.Origin));
            if (!tree.Holds(record.Checkpoint)) throw new KeepingException("The leaves that are here make another tree than the checkpoint says.");
            if (record.Checkpoint.Size > (tree.Latest?.Size ?? 0)) tree.Adopt(record.Note, record.Checkpoint, LastAt());
            // It must be readable before it is kept.
            new Reading(sql).All();
            sql.Run("COMMIT");
            return Count() - before;
        }
        catch
        {
            sql.Run("ROLLBACK");
            throw;
        }
    }

    private void Leaves(long before, IProgress<Advance>? advance)
    {
        var revision = sql.One("SELECT max(revision) FROM journal") is long last ? last : 0;
        var at = LastAt();
        var seq = 0L;
        foreach (var (bytes, texts) in record.Entries())
        {
            if (seq < before) Same(seq, bytes, texts);
            else
            {
                var leaf = Ledger.Leaves.Read(bytes);
                at = Instant.Max(at, InstantPattern.General.Parse(leaf.At).Value);
                Writing.Row(sql, pictures, new Accept(++revision, at, [Entry(leaf, seq, bytes, texts)], null));
            }
            if (++seq % 1000 == 0) advance?.Report(new Advance("taking", seq, record.Checkpoint.Size));
        }
    }

    /// <summary>A leaf that is here already, and a text of it that is not.</summary>
    private void Same(long seq, byte[] bytes, List<string> texts)
    {
        if (sql.One("SELECT bytes FROM leaf WHERE seq = ?1", seq) is not byte[] here || !here.AsSpan().SequenceEqual(bytes))
            throw new KeepingException($"Entry {seq} is another here: these are two histories. Keep both folders, they are evidence.");
        foreach (var text in Texts(seq, texts))
        {
            if (text.Picture is { } picture) pictures.Keep(text.Digest, picture);
            sql.Run(
                "INSERT INTO disclosure VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (digest) DO UPDATE SET slip = coalesce(slip, excluded.slip)",
                text.Digest, text.At.Seq, text.At.Name, text.Encoded, text.Slip);
        }
    }

    private LeafEntry Entry(Leaf leaf, long seq, byte[] bytes, List<string> texts) =>
        new(seq, bytes, [.. Texts(seq, texts)], [.. LeafCodec.ErasedDigests(leaf)])
        {
            Dissolves = (LeafCodec.Read(leaf) as CouncilDissolved)?.Council,
        };

    /// <summary>Without what was erased on this host: nobody brings that back.</summary>
    private IEnumerable<KeptText> Texts(long seq, List<string> texts) =>
        from d in texts
        let read = Disclosure.Read(d)
        where !premises.Erasures.Has(read.Digest)
        select new KeptText(read.Digest, new TextAt(seq, read.Name), d, slips.GetValueOrDefault(read.Digest))
        {
            Picture = read.Name == LeafMap.Picture ? record.Picture(seq) : null,
        };

    /// <summary>Keys and slips come home.</summary>
    private void Bring(MoveFile moved)
    {
        foreach (var key in moved.Keys)
        {
            var wrapped = premises.Key.Wrap(Convert.FromBase64String(key.Seed), Encoding.UTF8.GetBytes(moved.Origin));
            sql.Run("INSERT OR REPLACE INTO log_key VALUES (?1, ?2)", key.Public, wrapped);
        }
        sql.Run("DELETE FROM meta WHERE name IN ('moved', 'where')");
        sql.Run("DELETE FROM room WHERE mark IS NOT NULL");
        foreach (var (n, room) in moved.Rooms.Index())
            sql.Run(
                "INSERT INTO room SELECT revision, ?1, ?2, ?3, ?4, ?5 FROM leaf WHERE seq = ?6",
                AfterLeaf + n, room.Council, room.Kind, room.Mark, room.Body, room.After);
    }

    private long Count() => sql.One("SELECT count(*) FROM leaf") is long count ? count : 0;

    private Instant LastAt() =>
        Instant.FromUnixTimeMilliseconds(sql.One("SELECT at FROM journal ORDER BY revision DESC LIMIT 1") is long at ? at : 0);
}
