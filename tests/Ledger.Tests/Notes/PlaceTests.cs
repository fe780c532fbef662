using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tests.Oracle;

namespace Faubourg.Ledger.Tests.Notes;

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
