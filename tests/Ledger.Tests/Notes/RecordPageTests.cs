using Faubourg.Ledger.Keys;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tests.Oracle;
using Faubourg.Ledger.Tree;

namespace Faubourg.Ledger.Tests.Notes;

/// <summary>The examples of docs/formats/record.md are what the code writes, and what it reads.</summary>
public sealed class RecordPageTests
{
    private static readonly string Page = Cast.Read("record.md");
    private static readonly byte[][] Entries = ["one"u8.ToArray(), "two"u8.ToArray(), "three"u8.ToArray()];

    private static Log Three(params byte[][] entries) => new(entries);

    [Fact]
    public void The_checkpoint() => Shown(Signers.Signed(Three(Entries).Checkpoint).With(Signers.First.Sign(Three(Entries).Checkpoint.Text, Signers.Now)));

    [Fact]
    public void The_tile_and_the_bundle()
    {
        foreach (var hash in Entries.Select(entry => LeafHash.Of(entry))) Shown(Convert.ToHexStringLower(hash));
        Shown(Convert.ToHexStringLower(Bundle.Write(Entries)));
    }

    [Fact]
    public void The_proof()
    {
        var log = Three(Entries);
        var proof = new TlogProof(1, Proofs.Inclusion(log, 1, 3), Signers.Signed(log.Checkpoint).ToString());
        Shown(proof);
        Assert.True(TlogProof.Parse(proof.ToString()).Verify(Entries[1], Policy.Of(Signers.Log.Key)).IsAccepted);
    }

    [Fact]
    public void The_policy()
    {
        Shown(Policy.Of(Signers.Log.Key));
        Shown(Signers.Policy);
    }

    [Fact]
    public void The_evidence()
    {
        var log = Three(Entries);
        var evidence = Evidence.Of(Signers.Log.Key, Signers.Signed(Three("one"u8.ToArray(), "other"u8.ToArray()).Checkpoint), Signers.Signed(log.Checkpoint), log);
        Shown(evidence);
        Assert.Equal(2, Evidence.Parse(evidence.ToString()).Smaller.Size);
    }

    [Fact]
    public void The_statements()
    {
        var log = Three(Entries);
        var next = VerifierKey.Ed25519(Signers.Origin, [.. Words12.Of(new byte[16]).PublicKey()]);
        var rotate = Statements.Rotate(Signers.Origin, 3, log.Checkpoint.Root.AsSpan(), next);
        Shown(rotate);
        Shown(Convert.ToBase64String(Statements.Sign(rotate, Signers.Seed(1))));
        Shown(Statements.Recover(Signers.Origin, 3, log.Checkpoint.Root.AsSpan(), next));
        var where = new Place(Signers.Origin, "https://lilas.example/quarters/lilas/record/", "2026-11-23T12:00:00Z").Text;
        Shown(new Note(where, [Signers.Log.Sign(where)]));
    }

    [Fact]
    public void The_twelve_words()
    {
        var words = Words12.Of([.. Enumerable.Range(0, 16).Select(i => (byte)i)]);
        Shown(words.Text);
        Shown(Convert.ToHexStringLower(words.Seed()));
        Shown(Convert.ToBase64String(words.PublicKey()));
    }

    private static void Shown(object example) =>
        Assert.True(Page.Contains(example.ToString()!, StringComparison.Ordinal), "docs/formats/record.md does not show:\n" + example);

    private sealed class Log : ITiles
    {
        private readonly Edge edge = new();

        public Log(byte[][] entries)
        {
            foreach (var entry in entries) edge.Append(LeafHash.Of(entry));
        }

        public Checkpoint Checkpoint => new(Signers.Origin, edge.Size, [.. edge.Root()]);

        public ReadOnlyMemory<byte> Tile(TileAt at) => edge.Partials().Single(partial => partial.At == at).Hashes;
    }
}
