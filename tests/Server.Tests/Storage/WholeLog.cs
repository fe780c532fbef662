using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using Faubourg.Storage.Sqlite;
using Statements = Faubourg.Storage.Sqlite.Statements;

namespace Faubourg.Server.Tests.Storage;

/// <summary>
/// The log in a quarter's file, gone through from leaf 0 by somebody who saw nothing of how it came to be: the definition of
/// RFC 6962 §2.1, leaf by leaf, not the code that wrote it. Roots it has seen it remembers, and never takes another for one size.
/// </summary>
internal sealed class WholeLog
{
    private readonly Dictionary<long, string> roots = [];

    /// <returns>How many leaves are there, and how many are signed.</returns>
    public (long Leaves, long Signed) Check(string path)
    {
        using var file = Database.Read(path);
        using var sql = new Statements(file);
        var leaves = new List<byte[]>();
        using (var rows = sql.Rows("SELECT seq, bytes FROM leaf ORDER BY seq"))
            while (rows.Read())
            {
                Assert.Equal(leaves.Count, rows.GetInt64(0));
                leaves.Add(rows.GetFieldValue<byte[]>(1));
                Assert.Equal(leaves.Count - 1, Leaves.Read(leaves[^1]).Seq);
            }
        var hashes = leaves.Select(l => LeafHash.Of(l)).ToArray();
        if (leaves.Count == 0) return (0, 0);
        var first = Leaves.Read(leaves[0]);
        var key = VerifierKey.Ed25519(first.Log, Convert.FromBase64String(((Word)first.Clear["key"]).Value));
        long signed = 0;
        using (var rows = sql.Rows("SELECT size, note FROM checkpoint ORDER BY size"))
            while (rows.Read())
                signed = Signed(rows.GetInt64(0), rows.GetString(1), key, hashes);
        Tiles(sql, hashes[..(int)signed]);
        return (leaves.Count, signed);
    }

    /// <summary>A note that somebody was shown.</summary>
    public void Shown(string note)
    {
        var checkpoint = Checkpoint.Parse(Note.Parse(note).Text);
        Same(checkpoint.Size, Convert.ToBase64String(checkpoint.Root.AsSpan()));
    }

    private long Signed(long size, string note, VerifierKey key, byte[][] hashes)
    {
        var read = Note.Parse(note);
        Assert.Single(read.Open([key]).Verified);
        var checkpoint = Checkpoint.Parse(read.Text);
        Assert.Equal((key.Name, size), (checkpoint.Origin, checkpoint.Size));
        Assert.InRange(size, 1, hashes.Length);
        Assert.Equal(Root(hashes.AsSpan(0, (int)size)), checkpoint.Root);
        Same(size, Convert.ToBase64String(checkpoint.Root.AsSpan()));
        return size;
    }

    private void Same(long size, string root) => Assert.Equal(roots.TryAdd(size, root) ? root : roots[size], root);

    private static void Tiles(Statements sql, byte[][] hashes)
    {
        var expected = TileAt.Of(hashes.Length, entries: false).ToDictionary(at => (at.Level, at.Index), at => at);
        var found = 0;
        using var rows = sql.Rows("SELECT level, n, hashes FROM tile");
        while (rows.Read())
        {
            var at = expected[(rows.GetInt32(0), rows.GetInt64(1))];
            Assert.Equal(Tile(at, hashes), rows.GetFieldValue<byte[]>(2));
            found++;
        }
        Assert.Equal(expected.Count, found);
    }

    private static byte[] Tile(TileAt at, byte[][] hashes)
    {
        var under = 1 << (8 * at.Level);
        return [.. Enumerable.Range(0, at.Width).SelectMany(i => Root(hashes.AsSpan(((int)at.Index * 256 + i) * under, under)))];
    }

    /// <summary>MTH of RFC 6962 §2.1.</summary>
    private static byte[] Root(ReadOnlySpan<byte[]> hashes)
    {
        if (hashes.Length == 1) return hashes[0];
        var left = 1;
        while (left * 2 < hashes.Length) left *= 2;
        var node = new byte[Merkle.HashBytes];
        Merkle.Node(Root(hashes[..left]), Root(hashes[left..]), node);
        return node;
    }
}
