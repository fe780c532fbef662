using System.Text;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using Faubourg.Storage.Keys;
using Microsoft.Data.Sqlite;

namespace Faubourg.Browser.Tests;

/// <summary>What a host could do with the key it holds: a second history, as long as the first.</summary>
internal static class Forgery
{
    public static async Task<string> Of(Stage stage, string quarter)
    {
        var note = Note.Parse(await stage.Http.GetStringAsync(quarter + "/record/checkpoint"));
        var known = Checkpoint.Parse(note.Text);
        using var signer = NoteSigner.Ed25519(known.Origin, Seed(stage.Data, known.Origin));
        var edge = new Edge();
        for (var n = 0; n < known.Size; n++) edge.Append(LeafHash.Of(Encoding.UTF8.GetBytes($"another story {n}")));
        var other = new Checkpoint(known.Origin, known.Size, [.. edge.Root()]);
        return Evidence.Of(signer.Key, note, new Note(other.Text, [signer.Sign(other.Text)]), new NoTiles()).ToString();
    }

    private static byte[] Seed(string data, string origin)
    {
        using var file = new SqliteConnection($"Data Source={Path.Combine(data, "quarters", origin[^26..] + ".db")};Mode=ReadOnly;Pooling=False");
        file.Open();
        using var command = file.CreateCommand();
        command.CommandText = "SELECT wrapped FROM log_key";
        return HostKey.In(Path.Combine(data, "host.key")).Unwrap((byte[])command.ExecuteScalar()!, Encoding.UTF8.GetBytes(origin));
    }

    private sealed class NoTiles : ITiles
    {
        public ReadOnlyMemory<byte> Tile(TileAt at) => throw new NotSupportedException("Both are of one size.");
    }
}
