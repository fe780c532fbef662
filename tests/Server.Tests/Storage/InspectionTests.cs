using Faubourg.Ledger;
using Faubourg.Storage.Keeping;

namespace Faubourg.Server.Tests.Storage;

/// <summary>A text is gone only where a leaf that erases says so.</summary>
public sealed class InspectionTests
{
    private const string Log = "faubourg.example/q/k7m2xq4wz3bhd5n6tqpvfy2ae4";

    [Theory]
    [InlineData("disclosure.erased", 0L, false)]
    [InlineData("disclosure.erased", 7L, true)]
    [InlineData("weather.changed", 0L, true)]
    public void A_text_that_is_not_here_is_missing_unless_its_erasure_names_its_entry(string type, long entry, bool isMissing)
    {
        var (pinned, texts) = Leaf(0, "corner.pinned", [new("corner", 1)], ("line", "the dark passage"));
        var (erased, _) = Leaf(1, type,
        [
            new("entries", LeafValue.Of([entry])), new("fields", LeafValue.Of(["line"])), new("ground", "giver"),
            new("digests", LeafValue.Of([texts[0].Digest])),
        ]);
        var found = new List<string>();
        var inspection = new Inspection(_ => null, found.Add) { Picture = (_, _) => null };
        inspection.Leaf(pinned, []);
        inspection.Leaf(erased, []);
        inspection.End();
        Assert.Equal(isMissing, inspection.Missing.ContainsKey(texts[0].Digest));
        Assert.Equal(isMissing, found.Exists(f => f.Contains("neither held nor erased", StringComparison.Ordinal)));
    }

    private static (byte[] Bytes, IReadOnlyList<Disclosure> Texts) Leaf(
        long seq, string type, KeyValuePair<string, LeafValue>[] clear, params (string, string)[] texts) =>
        Leaves.Write(
            new LeafDraft(type, "2026-11-22T18:41:00Z", new(new Dictionary<string, LeafValue>(clear), StringComparer.Ordinal), texts),
            Log, seq, () => new byte[16]);
}
