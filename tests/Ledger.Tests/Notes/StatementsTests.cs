using Faubourg.Ledger.Keys;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tests.Oracle;

namespace Faubourg.Ledger.Tests.Notes;

public sealed class StatementsTests
{
    private static readonly VerifierKey Next = VerifierKey.Ed25519(Signers.Origin, [.. Words12.Of(new byte[16]).PublicKey()]);
    private static readonly byte[] Root = new byte[32];

    [Fact]
    public void Rotation_and_recovery_are_five_lines_each()
    {
        var lines = $"{Signers.Origin}\n40\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n{Next}\n";
        Assert.Equal("rotate/v1\n" + lines, Statements.Rotate(Signers.Origin, 40, Root, Next));
        Assert.Equal("recover/v1\n" + lines, Statements.Recover(Signers.Origin, 40, Root, Next));
    }

    [Fact]
    public void One_holds_with_its_own_key_and_its_own_words_only()
    {
        var words = Words12.Of(new byte[16]);
        var text = Statements.Recover(Signers.Origin, 40, Root, Next);
        var signature = Statements.Sign(text, words.Seed());

        Assert.Equal(64, signature.Length);
        Assert.True(Statements.Holds(text, words.PublicKey(), signature));
        Assert.False(Statements.Holds(Statements.Rotate(Signers.Origin, 40, Root, Next), words.PublicKey(), signature));
        Assert.False(Statements.Holds(Statements.Recover(Signers.Origin, 41, Root, Next), words.PublicKey(), signature));
        Assert.False(Statements.Holds(text, Signers.Log.Key.PublicKey.AsSpan(), signature));
        Assert.False(Statements.Holds(text, [], signature));
        Assert.False(Statements.Holds(text, words.PublicKey(), []));
        Assert.False(Statements.Holds(text, new byte[32], signature));
    }

    [Fact]
    public void What_could_be_read_otherwise_is_not_said()
    {
        Assert.NotNull(Refusals.Of(() => Statements.Rotate(Signers.Origin, -1, Root, Next)));
        Assert.NotNull(Refusals.Of(() => Statements.Rotate(Signers.Origin, 1, new byte[31], Next)));
        Assert.NotNull(Refusals.Of(() => Statements.Rotate("other.example", 1, Root, Next)));
        Assert.NotNull(Refusals.Of(() => Statements.Rotate(Signers.Origin, 1, Root, Signers.First.Key with { Name = Signers.Origin })));
    }

    [Fact]
    public void No_statement_is_a_checkpoint()
    {
        Assert.NotNull(Refusals.Of(() => Checkpoint.Parse(Statements.Rotate(Signers.Origin, 40, Root, Next))));
        Assert.NotNull(Refusals.Of(() => Checkpoint.Parse(new Place(Signers.Origin, "https://lilas.example/", "2026-11-23T12:00:00Z").Text)));
    }
}

public sealed class PlaceTests
{
    private static readonly Place Here = new(Signers.Origin, "https://lilas.example/quarters/lilas/record/", "2026-11-23T12:00:00Z");

    private static Note Signed(Place place) => new(place.Text, [Signers.Log.Sign(place.Text)]);

    [Fact]
    public void It_is_four_lines_that_the_logs_key_signs()
    {
        Assert.Equal($"where/v1\n{Signers.Origin}\nhttps://lilas.example/quarters/lilas/record/\n2026-11-23T12:00:00Z\n", Here.Text);
        Assert.Equal(Here, Place.Open(Note.Parse(Signed(Here).ToString()), Cast.Keys));
    }

    [Fact]
    public void A_key_of_another_log_does_not_say_where_this_one_is()
    {
        using var other = NoteSigner.Ed25519("other.example", Signers.Seed(9));
        var note = new Note(Here.Text, [other.Sign(Here.Text)]);
        Assert.NotNull(Refusals.Of(() => Place.Open(note, [other.Key])));
        Assert.NotNull(Refusals.Of(() => Place.Open(note, Cast.Keys)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("lilas.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://lilas.example/?q=1")]
    [InlineData("https://lilas.example/#x")]
    [InlineData("https://someone@lilas.example/")]
    [InlineData("https://lilas.example/a b")]
    [InlineData("https://lilas.example/\nmore")]
    [InlineData("https://lilas.example/é")]
    public void Only_a_plain_prefix_of_http_is_a_place(string prefix) => Assert.NotNull(Refusals.Of(() => _ = (Here with { Prefix = prefix }).Text));

    [Theory]
    [InlineData("2026-11-23")]
    [InlineData("2026-11-23T12:00:00+00:00")]
    [InlineData("2026-02-30T12:00:00Z")]
    public void A_time_is_utc_to_the_second(string at) => Assert.NotNull(Refusals.Of(() => _ = (Here with { At = at }).Text));

    [Fact]
    public void Other_notes_of_the_log_are_no_places()
    {
        Assert.NotNull(Refusals.Of(() => Place.Open(Signers.Signed(Cast.Checkpoint(5)), Cast.Keys)));
        var longer = Here.Text + "more\n";
        Assert.NotNull(Refusals.Of(() => Place.Open(new Note(longer, [Signers.Log.Sign(longer)]), Cast.Keys)));
    }
}
