using System.Text;
using System.Text.Json;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Record;
using Faubourg.Ledger;
using Xunit.Sdk;

namespace Faubourg.Domain.Tests.Record;

/// <summary>The bytes of a leaf are final: what was written once is written so for ever.</summary>
public sealed class GoldenTests
{
    private const string Origin = "faubourg.example/q/k7m2xq4wz3bhd5n6tqpvfy2ae4";

    private static readonly JsonSerializerOptions Pretty = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Leaves => [.. LeafMap.All.Select(l => l.Leaf).Concat(Samples.Later.Keys).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Leaves))]
    public void A_leaf_has_the_bytes_it_always_had(string leaf)
    {
        var path = Path.Combine(Root, "tests/Domain.Tests/Golden", $"{leaf}.json");
        var written = JsonSerializer.Serialize(Write(Sample(leaf)), Pretty) + "\n";
        if (!File.Exists(path))
        {
            File.WriteAllText(path, written);
            throw FailException.ForFailure($"There was no golden sample of {leaf}. It is written now: look at it, and keep it.");
        }
        Assert.Equal(File.ReadAllText(path), written);
    }

    [Theory, MemberData(nameof(Leaves))]
    public void A_leaf_is_read_back_as_the_event_it_was(string leaf)
    {
        var sample = Sample(leaf);
        var read = Ledger.Leaves.Read(Encoding.UTF8.GetBytes(Write(sample).Leaf));
        var texts = LeafMap.Texts(sample).ToDictionary(t => t.Name, t => t.Text);
        var back = LeafMap.Read(read.Type, read.Clear.Where(f => f.Key != "digests").ToDictionary(f => f.Key, f => FromLeaf(f.Value)), texts);
        Assert.Equal(Histories.Canon.Of(sample), Histories.Canon.Of(back));
    }

    [Theory, MemberData(nameof(Leaves))]
    public void A_leaf_has_a_page_that_tells_all_its_fields_and_shows_the_sample(string leaf)
    {
        var page = File.ReadAllText(Path.Combine(Root, "docs/formats", $"{leaf.Split('-')[0]}.md"));
        var sample = Sample(leaf);
        var fields = LeafMap.Clear(sample).Keys.Concat(LeafMap.Texts(sample).Select(t => t.Name));
        Assert.All(fields, field => Assert.Contains($"`{field}`", page, StringComparison.Ordinal));
        Assert.Contains(Write(sample).Leaf, page, StringComparison.Ordinal);
        foreach (var kind in sample.GetType().GetProperties().Select(p => Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType).Where(t => t.IsEnum))
            Assert.All(Enum.GetNames(kind), name => Assert.Contains($"`{Hyphened(name)}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_public_event_has_one_sample_with_every_field_filled()
    {
        Assert.Equal(LeafMap.All.Select(l => l.Event.Name).Order(StringComparer.Ordinal), Samples.All.Select(s => s.GetType().Name).Order(StringComparer.Ordinal));
        var all = Samples.All.Concat(Samples.Later.Values).ToLookup(s => s.GetType());
        Assert.All(all, kind => Assert.All(kind.Key.GetProperties(), p => Assert.Contains(kind, s => p.GetValue(s) is not null)));
    }

    [Fact]
    public void There_is_no_sample_and_no_page_of_a_leaf_that_does_not_exist()
    {
        var types = LeafMap.All.Select(l => l.Leaf).ToHashSet();
        Assert.All(Directory.GetFiles(Path.Combine(Root, "tests/Domain.Tests/Golden")), f => Assert.Contains(Path.GetFileNameWithoutExtension(f), types.Concat(Samples.Later.Keys)));
        var pages = Directory.GetFiles(Path.Combine(Root, "docs/formats")).Select(f => Path.GetFileNameWithoutExtension(f)!);
        Assert.All(pages.Where(p => p.Contains('.', StringComparison.Ordinal)), p => Assert.Contains(p, types));
    }

    [Fact]
    public void A_leaf_of_the_largest_room_fits()
    {
        Write(new HatFilled(7, 1, Role.NoteKeeper, [.. Enumerable.Range(1, 1000)], [], 1000, false));
        Write(new SheetPage(7, Sheet.Ballots, 1, 10, 10, [.. Enumerable.Repeat("AAAAAAAAAAAAAAAAAAAAAA" + string.Concat(Enumerable.Repeat(";10", 27)), 100)]));
    }

    private static Golden Write(PublicEvent sample)
    {
        var clear = new SortedDictionary<string, LeafValue>(StringComparer.Ordinal);
        foreach (var (name, value) in LeafMap.Clear(sample)) clear.Add(name, ToLeaf(value));
        // A leaf that erases names the digests that nobody can be shown the words of any more.
        if (sample.Erases.Any()) clear.Add("digests", LeafValue.Of(sample.Erases.Select((_, i) => Base64.Write(new byte[31].Append((byte)i).ToArray()))));
        var salts = 0;
        var draft = new LeafDraft(LeafMap.LeafType(sample), "2026-11-22T18:41:00Z", clear, [.. LeafMap.Texts(sample).Select(t => (t.Name, t.Text.Value!))]);
        var (bytes, disclosures) = Ledger.Leaves.Write(draft, Origin, 41, () => [.. Enumerable.Repeat((byte)++salts, 16)]);
        return new Golden(Encoding.UTF8.GetString(bytes), Convert.ToHexStringLower(LeafHash.Of(bytes)), disclosures.ToDictionary(d => d.Name, d => d.Encoded));
    }

    private sealed record Golden(string Leaf, string Hash, Dictionary<string, string> Disclosures);

    private static PublicEvent Sample(string leaf) => Samples.Later.GetValueOrDefault(leaf) ?? Samples.All.Single(s => LeafMap.LeafType(s) == leaf);

    private static LeafValue ToLeaf(object value) => value switch
    {
        long number => number,
        bool yes => yes,
        string word => word,
        IEnumerable<object> items => LeafValue.Of(items.Select(ToLeaf)),
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private static object FromLeaf(LeafValue value) => value switch
    {
        Number number => number.Value,
        Flag flag => flag.Value,
        Word word => word.Value,
        Row row => row.Items.Select(FromLeaf).ToList(),
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private static string Hyphened(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    internal static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Faubourg.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
