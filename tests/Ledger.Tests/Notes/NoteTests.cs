using System.Text;
using CsCheck;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tests.Oracle;

namespace Faubourg.Ledger.Tests.Notes;

public sealed class NoteTests
{
    /// <summary>The example of C2SP signed-note, "Verifier keys".</summary>
    private const string ExampleKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private const string Example = "This is an example message.\n\n— example.com/foo "
        + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    /// <summary>The poem at the head of C2SP signed-note: a text with an empty line. Its key is not published there.</summary>
    private const string Poem = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n"
        + "— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";

    private static readonly string Cosigned = Signers.Cosigned(Cast.Checkpoint(5)).ToString();

    [Fact]
    public void The_example_of_the_specification_holds()
    {
        var note = Note.Parse(Example);
        var opened = note.Open([VerifierKey.Parse(ExampleKey)]);

        Assert.Equal("This is an example message.\n", note.Text);
        Assert.Equal("example.com/foo", Assert.Single(opened.Verified).Key.Name);
        Assert.Empty(opened.Unknown);
        Assert.Equal(Example, note.ToString());
        Assert.Equal(note, Note.Parse(Encoding.UTF8.GetBytes(Example)));
    }

    [Fact]
    public void The_last_empty_line_ends_the_text()
    {
        var note = Note.Parse(Poem);
        Assert.EndsWith("di sole:\n\ned è subito sera.\n", note.Text, StringComparison.Ordinal);
        Assert.Equal(0x367ba04bu, Assert.Single(note.Signatures).KeyId);
        Assert.Equal(Poem, note.ToString());

        var text = "one\n\n\n— not.a/signature AAAA\n\ntwo\n";
        var signed = new Note(text, [Signers.Log.Sign(text)]);
        Assert.Equal(signed, Note.Parse(signed.ToString()));
        Assert.Single(Note.Parse(signed.ToString()).Open([Signers.Log.Key]).Verified);
    }

    [Fact]
    public void Any_other_byte_is_refused_or_is_a_signature_that_nobody_knows()
    {
        var sound = Encoding.UTF8.GetBytes(Cosigned);
        Assert.Equal(3, Note.Parse(sound).Open(Cast.Keys).Verified.Length);
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte[1, 255]).Sample((at, flip) =>
        {
            var forged = sound.ToArray();
            forged[at] ^= flip;
            // In the name or id of one signature, or in the one of tomorrow: then that one is no longer recognised, or still is not.
            if (Refusals.Of(() => Note.Parse(forged).Open(Cast.Keys)) is not null) return;
            var note = Note.Parse(forged);
            Assert.Equal(Cast.Checkpoint(5).Text, note.Text);
            Assert.True(note.Open(Cast.Keys).Verified.Length == 2 || Differs(note, Signers.OfTomorrow));
        }, iter: 20_000);
    }

    private static bool Differs(Note note, NoteSignature from) => !note.Signatures.Contains(from);

    [Fact]
    public void Every_single_byte_of_the_text_and_of_the_logs_signature_counts()
    {
        var note = Signers.Signed(Cast.Checkpoint(5)).ToString();
        var sound = Encoding.UTF8.GetBytes(note);
        for (var at = 0; at < sound.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var forged = sound.ToArray();
                forged[at] ^= (byte)(1 << bit);
                Assert.NotNull(Refusals.Of(() => Note.Parse(forged).Open([Signers.Log.Key])));
            }
        }
    }

    [Fact]
    public void A_signature_by_a_known_key_that_fails_refuses_the_whole_note()
    {
        var note = Signers.Cosigned(Cast.Checkpoint(5));
        var bad = Signers.First.Sign(Cast.Checkpoint(6).Text, Signers.Now);

        Assert.Contains("lilas", Refusals.Of(() => note.With(bad).Open(Cast.Keys)), StringComparison.Ordinal);
        Assert.Null(Refusals.Of(() => note.With(bad).Open([Signers.Log.Key])));
        // Also when the same key signed well on another line.
        Assert.NotNull(Refusals.Of(() => (note with { Signatures = note.Signatures.Add(bad) }).Open(Cast.Keys)));
    }

    [Fact]
    public void A_stranger_with_the_name_or_the_id_of_a_known_key_is_left_aside()
    {
        var log = Signers.Log.Key;
        var note = Signers.Signed(Cast.Checkpoint(5)) with { };
        note = note.With(new NoteSignature(log.Name, log.Id ^ 1, [1])).With(new NoteSignature("stranger.example", log.Id, [1]));

        var opened = Note.Parse(note.ToString()).Open([log]);

        Assert.Single(opened.Verified);
        Assert.Equal(2, opened.Unknown.Length);
    }

    [Fact]
    public void Without_a_signature_by_a_known_key_the_text_says_nothing()
        => Assert.Equal("no signature by a known key", Refusals.Of(() => Note.Parse(Example).Open([Signers.Log.Key])));

    [Fact]
    public void Two_keys_that_no_signature_can_tell_apart_are_refused()
    {
        // Made to fit: another key of the same name, whose id somebody searched for.
        var (one, other) = Collision();
        Assert.Equal((one.Name, one.Id), (other.Name, other.Id));
        Assert.Contains("one name and id", Refusals.Of(() => Signers.Cosigned(Cast.Checkpoint(1)).Open([.. Cast.Keys, one, other])), StringComparison.Ordinal);
        Assert.Null(Refusals.Of(() => Signers.Cosigned(Cast.Checkpoint(1)).Open([.. Cast.Keys, one, one])));
    }

    private static (VerifierKey One, VerifierKey Other) Collision()
    {
        var seen = new Dictionary<uint, VerifierKey>();
        for (var i = 0; ; i++)
        {
            var key = VerifierKey.Ed25519("x", [.. BitConverter.GetBytes(i), .. new byte[28]]);
            if (!seen.TryAdd(key.Id, key)) return (seen[key.Id], key);
        }
    }

    [Fact]
    public void A_hundred_signatures_are_read_and_more_are_refused()
    {
        var text = Cast.Checkpoint(5).Text;
        Note Signed(int others) => new(text, [.. Enumerable.Range(0, others).Select(i => new NoteSignature($"w{i}.example", (uint)i, [.. new byte[2428]])), Signers.Log.Sign(text)]);

        Assert.Equal(16, Note.Parse(Signed(16).ToString()).Open([Signers.Log.Key]).Unknown.Length);
        Assert.Single(Note.Parse(Signed(99).ToString()).Open([Signers.Log.Key]).Verified);
        Assert.Equal("more than 100 signatures", Refusals.Of(() => Note.Parse(Signed(100).ToString())));
        Assert.NotNull(Refusals.Of(() => Note.Parse(Signed(5000).ToString())));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\n\n")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n— a AAAAAAA=\n")]
    [InlineData("text\n\n— a AAAAAAA=")]
    [InlineData("text\n\n— a AAAAAAA=\nmore\n")]
    [InlineData("text\n\n— a AAAAAAA= b\n")]
    [InlineData("text\n\n— a  AAAAAAA=\n")]
    [InlineData("text\n\n—  AAAAAAA=\n")]
    [InlineData("text\n\n—\u00a0a AAAAAAA=\n")]
    [InlineData("text\n\n— a\u00a0b AAAAAAA=\n")]
    [InlineData("text\n\n— a\u2003b AAAAAAA=\n")]
    [InlineData("text\n\n— a+b AAAAAAA=\n")]
    [InlineData("text\n\n- a AAAAAAA=\n")]
    [InlineData("text\n\n— a AAAAAAA\n")]
    [InlineData("text\n\n— a AAAAAAB=\n")]
    [InlineData("text\n\n— a AAAA\n")]
    [InlineData("text\n\n— a AAAAAA==\n")]
    [InlineData("text\n\n— a \n")]
    [InlineData("text\r\n\r\n— a AAAAAAA=\r\n")]
    [InlineData("te\txt\n\n— a AAAAAAA=\n")]
    [InlineData("te\0xt\n\n— a AAAAAAA=\n")]
    public void What_is_no_note_is_refused(string note)
    {
        Assert.Null(Refusals.Of(() => Note.Parse("text\n\n— a AAAAAAA=\n")));
        Assert.NotNull(Refusals.Of(() => Note.Parse(note)));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_text()
    {
        Assert.NotNull(Refusals.Of(() => Note.Parse("te\ud800xt\n\n— a AAAAAAA=\n")));
        Assert.NotNull(Refusals.Of(() => Signers.Log.Sign("\ud800\n")));
    }

    [Theory]
    [InlineData("C0AE")]
    [InlineData("FF")]
    [InlineData("EDA080")]
    [InlineData("F4908080")]
    public void Bytes_that_are_no_utf8_are_refused(string hex)
    {
        byte[] note = [.. Convert.FromHexString(hex), .. Encoding.UTF8.GetBytes("text\n\n— a AAAAAAA=\n")];
        Assert.Equal("not UTF-8", Refusals.Of(() => Note.Parse(note)));
    }

    [Fact]
    public void A_million_bytes_are_read_and_more_are_refused()
    {
        var end = "\n\n— a AAAAAAA=\n";
        var room = Limits.NoteBytes - Encoding.UTF8.GetByteCount(end);
        Assert.Null(Refusals.Of(() => Note.Parse(new string('x', room) + end)));
        Assert.NotNull(Refusals.Of(() => Note.Parse(new string('x', room + 1) + end)));
        Assert.NotNull(Refusals.Of(() => Note.Parse(new string('é', room / 2 + 1) + end)));
        Assert.NotNull(Refusals.Of(() => Note.Parse(new byte[Limits.NoteBytes + 1])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("te\rxt\n")]
    public void A_text_that_no_note_may_have_is_not_signed(string text) => Assert.NotNull(Refusals.Of(() => Signers.Log.Sign(text)));

    [Fact]
    public void A_newer_signature_takes_the_place_of_the_same_keys_older_one()
    {
        var note = Signers.Cosigned(Cast.Checkpoint(5));
        var later = note.With(Signers.First.Sign(note.Text, Signers.Now + 86_400));

        Assert.Equal(note.Signatures.Length, later.Signatures.Length);
        Assert.Equal(Signers.Now + 86_400, later.Open(Cast.Keys).Verified.Single(v => v.Key == Signers.First.Key).UnixSeconds);
    }
}
