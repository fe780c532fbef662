using System.Text;
using Faubourg.Ledger;
using Faubourg.Verify.Tests.Street;
using static Faubourg.Verify.Tests.Records;

namespace Faubourg.Verify.Tests;

/// <summary>A later version may say more in a leaf that this one knows: that is valid, and said to be not understood.</summary>
public sealed class UnderstoodTests
{
    [Theory]
    [InlineData("colour", "line", "colour")]
    [InlineData("", "line,smell", "smell")]
    // Free text in the clear could never be erased: it is not that of the event.
    [InlineData("line", "line", "line")]
    public void What_is_not_understood_is_noticed_once(string clear, string texts, string named)
    {
        var recorder = Council();
        Pin(recorder, 1, clear, texts);
        Pin(recorder, 2, clear, texts);
        var verdict = Sound(Files(recorder));
        var notice = Assert.Single(verdict.Findings.All, f => f.Rule == "not-understood");
        Assert.Contains($"corner.pinned has something called {named},", notice.What, StringComparison.Ordinal);
    }

    [Fact]
    public void What_we_write_ourselves_is_all_understood() =>
        Assert.DoesNotContain(Sound(Season().Files()).Findings.All, f => f.Rule == "not-understood");

    private readonly List<string> lines = [];

    private void Pin(Recorder recorder, int corner, string clear, string texts)
    {
        var fields = new SortedDictionary<string, LeafValue>(StringComparer.Ordinal)
        {
            ["corner"] = LeafValue.FromPlain((long)corner),
            ["until"] = LeafValue.FromPlain("2027-06-29T12:00:00Z"),
        };
        if (clear.Length > 0) fields.Add(clear, LeafValue.FromPlain("green"));
        var draft = new LeafDraft("corner.pinned", "2027-05-30T12:00:00Z", fields, [.. texts.Split(',').Select(name => (name, "words"))]);
        var salt = 0;
        var seq = recorder.Entries.Count;
        var (bytes, disclosures) = Leaves.Write(draft, recorder.Origin, seq, () => [.. new byte[15], (byte)salt++]);
        recorder.Entries.Add(bytes);
        foreach (var disclosure in disclosures) lines.Add($"{{\"d\":\"{disclosure.Encoded}\",\"seq\":{seq}}}\n");
    }

    private RecordFiles Files(Recorder recorder)
    {
        var files = recorder.Files();
        files.Files["disclosures.jsonl"] = [.. files.Files["disclosures.jsonl"], .. Encoding.ASCII.GetBytes(string.Concat(lines))];
        return files;
    }
}
