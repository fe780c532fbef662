using System.Text;
using Faubourg.Ledger.Notes;
using Faubourg.Verify.Tests.Street;
using static Faubourg.Verify.Tests.Records;

namespace Faubourg.Verify.Tests;

/// <summary>The note that says where a neighbourhood lives now.</summary>
public sealed class PlaceTests
{
    private const string New = "https://new.example/quarters/lilas/record/";

    [Fact]
    public void Signed_by_the_logs_key_it_is_told() => Assert.Equal(New, Sound(With(Key)).Place?.Prefix);

    [Fact]
    public void Without_one_the_record_is_where_it_was() => Assert.Null(Sound(Lived(lane => lane.Evening()).Files()).Place);

    [Fact]
    public void Signed_by_a_stranger_it_is_refused() => Refused(With("a stranger"));

    [Fact]
    public void Of_another_log_it_is_refused() => Refused(With(Key, LogKeys.Origin("another")));

    [Fact]
    public void Signed_by_a_key_that_key_bearers_replaced_it_sends_nobody_anywhere()
    {
        var record = KeyTests.Recovered(bearers: 3);
        var files = record.Files(signedBy: KeyTests.Second);
        Refused(With(files, record.Origin, Key));
        Assert.Equal(New, Sound(With(files, record.Origin, KeyTests.Second)).Place?.Prefix);
    }

    [Fact]
    public void Signed_by_a_key_that_handed_on_to_another_itself_it_is_told()
    {
        var record = KeyTests.Rotated(days: 40);
        Assert.Equal(New, Sound(With(record.Files(signedBy: KeyTests.Second), record.Origin, Key)).Place?.Prefix);
    }

    [Fact]
    public void Any_byte_of_it_changed_is_noticed() => FlipTests.Noticed(With(Key), "where", (verdict, _, _) => verdict.Findings.All.Any(f => f.Rule == "where"), [1]);

    private static void Refused(RecordFiles files)
    {
        var verdict = Check(files);
        Assert.Equal("where", Assert.Single(verdict.Findings.All).Rule);
        Assert.False(verdict.IsSound);
        Assert.Null(verdict.Place);
    }

    private static RecordFiles With(string key, string? origin = null)
    {
        var recorder = Lived(_ => { });
        return With(recorder.Files(), origin ?? recorder.Origin, key);
    }

    private static RecordFiles With(RecordFiles files, string origin, string key)
    {
        using var signer = NoteSigner.Ed25519(origin, LogKeys.Seed(key));
        var text = new Place(origin, New, "2027-05-01T12:00:00Z").Text;
        files.Files["where"] = Encoding.UTF8.GetBytes(new Note(text, [signer.Sign(text)]).ToString());
        return files;
    }
}
