using System.Buffers.Binary;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tests.Oracle;

namespace Faubourg.Ledger.Tests.Notes;

public sealed class CosignatureTests
{
    /// <summary>The example of C2SP tlog-cosignature. The keys are not published there.</summary>
    private const string Example = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
        + "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
        + "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";

    private static readonly string Text = Cast.Checkpoint(5).Text;

    [Fact]
    public void The_example_of_the_specification_carries_the_time_it_says()
    {
        var note = Note.Parse(Example);
        Assert.Equal(Example, note.ToString());
        Assert.Equal(20_852_163, Checkpoint.Parse(note.Text).Size);
        Assert.Equal(8 + 64, note.Signatures[1].Payload.Length);
        Assert.Equal(1_679_315_147, BinaryPrimitives.ReadInt64BigEndian(note.Signatures[1].Payload.AsSpan()));
    }

    /// <summary>The examples of C2SP tlog-witness: two keys of one name under a checkpoint, and the answer of two witnesses.</summary>
    [Fact]
    public void What_a_witness_is_sent_and_answers_is_read()
    {
        const string sent = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
            + "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
            + "— example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=\n";
        string[] answered =
        [
            "— witness.example/w1 CMp+6LWBU0anHGH5aNDTJkH/gj79sG+T6+iP2ThYN5krrDJbR1HDnucjL39QsZTSvVjyQLrdk3DXDqI5G2HgLatVs0pWh6Up69HVOw==\n",
            "— witness.example/w1 I7rEps0pvK2UqkS2gSpVUDhrhVtQV9lgF6pRrWAvjJHjyWpW7VcE3SiOlVlbQNt64vWhO+DlkL0+UfzuOBMh9ChdMkP1vi/lCAsmlw==\n",
            "— witness.example/w2 AWui8Sk55XjYLOijihBjhqEH6nS1ndDymE0a+6idX7pLcnoB+dhnz0854aLZgrrKbYKA7nC3HNJhm/kWl7oJlqU3rXXvpysAdyP3wQ==\n",
        ];
        var note = Note.Parse(sent);
        Assert.Equal(2, note.Signatures.Select(signature => signature.KeyId).Distinct().Count());

        note = answered.Aggregate(note, (all, line) => all.With(NoteSignature.Parse(line)));

        Assert.Equal(5, note.Signatures.Length);
        Assert.Equal(sent + string.Concat(answered), note.ToString());
        Assert.All(note.Signatures[2..], signature => Assert.Equal(72, signature.Payload.Length));
    }

    [Fact]
    public void It_signs_the_time_and_the_text_as_the_specification_writes_them()
    {
        var signature = Signers.First.Sign(Text, 1_679_315_147);
        Assert.True(Statements.Holds("cosignature/v1\ntime 1679315147\n" + Text, Signers.First.Key.PublicKey.AsSpan(), signature.Payload.AsSpan()[8..]));
        Assert.Equal(1_679_315_147, Opened(signature).UnixSeconds);
    }

    [Fact]
    public void Any_other_time_is_refused()
    {
        var signature = Signers.First.Sign(Text, Signers.Now);
        for (var at = 0; at < 8; at++)
        {
            var payload = signature.Payload.ToArray();
            payload[at] ^= 0x80;
            Assert.NotNull(Refusals.Of(() => Opened(signature with { Payload = [.. payload] })));
        }
    }

    [Fact]
    public void A_cosignature_of_another_length_is_refused()
    {
        var signature = Signers.First.Sign(Text, Signers.Now);
        Assert.NotNull(Refusals.Of(() => Opened(signature with { Payload = signature.Payload[..^1] })));
        Assert.NotNull(Refusals.Of(() => Opened(signature with { Payload = signature.Payload.Add(0) })));
        Assert.NotNull(Refusals.Of(() => Opened(signature with { Payload = [1] })));
    }

    [Fact]
    public void One_key_does_not_speak_for_its_other_type()
    {
        // A log's signature under the witness's id, and the other way round: what is signed differs.
        using var log = NoteSigner.Ed25519(Signers.First.Key.Name, Signers.Seed(2));
        var plain = log.Sign(Text);
        Assert.NotNull(Refusals.Of(() => Opened(plain with { KeyId = Signers.First.Key.Id })));
        Assert.Equal(Signers.First.Key.PublicKey, log.Key.PublicKey);
        Assert.NotEqual(Signers.First.Key.Id, log.Key.Id);
    }

    [Fact]
    public void Only_checkpoints_are_cosigned_and_only_at_a_time()
    {
        Assert.NotNull(Refusals.Of(() => Signers.First.Sign("rotate/v1\n" + Text, Signers.Now)));
        Assert.NotNull(Refusals.Of(() => Signers.First.Sign("text\n", Signers.Now)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Signers.First.Sign(Text, 0));
        Assert.Equal(long.MaxValue, Opened(Signers.First.Sign(Text, long.MaxValue)).UnixSeconds);
    }

    private static Verified Opened(NoteSignature signature) =>
        Note.Parse(new Note(Text, [signature]).ToString()).Open([Signers.First.Key]).Verified.Single();
}
