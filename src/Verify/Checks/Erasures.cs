using Faubourg.Ledger;
using Faubourg.Verify.Reading;

namespace Faubourg.Verify.Checks;

/// <summary>What the log itself says was taken out of it: the digests, and the names that the texts had.</summary>
internal sealed class Erasures
{
    private readonly Dictionary<Digest32, Erased> byDigest = [];
    private readonly Dictionary<long, List<string>> namesByEntry = [];

    /// <summary>All entries that any says it erases of: most entries are none, and their digests need not be looked up.</summary>
    private readonly HashSet<long> named = [];

    /// <summary>It may be a leaf that erases. One that lists no digests is one too: what it names must be gone.</summary>
    public static bool May(ReadOnlySpan<byte> leaf) =>
        leaf.IndexOf("\"type\":\"disclosure.erased\""u8) >= 0 || leaf.IndexOf("\"type\":\"words.blacked_out\""u8) >= 0;

    public int Count => byDigest.Count;

    /// <exception cref="LeafException">A field is of another kind than such leaves have.</exception>
    public void Take(LeafFields leaf, long seq)
    {
        var entries = TakeNames(leaf);
        for (var i = 0; i < leaf.Count; i++)
            if (leaf.Key(i).SequenceEqual("digests"u8))
                TakeDigests(leaf.Value(i), seq, entries);
    }

    /// <summary>The entry that says the digest was erased, there where it stood.</summary>
    /// <param name="digest">One that an entry names.</param>
    /// <param name="seq">That entry.</param>
    public long? By(Digest32 digest, long seq)
    {
        // Named beside entries of which it is none, it would be gone without anybody's ground for it.
        if (!named.Contains(seq) || !byDigest.TryGetValue(digest, out var erased) || !erased.Of.Contains(seq)) return null;
        erased.Named = true;
        return erased.By > seq ? erased.By : null;
    }

    /// <summary>The names of texts of this entry that a later one took out.</summary>
    public IReadOnlyList<string> NamesIn(long seq) => namesByEntry.TryGetValue(seq, out var names) ? names : [];

    /// <summary>Entries that erase a digest which none of the entries has that they say it was taken out of.</summary>
    public IEnumerable<long> OfNothing => byDigest.Values.Where(erased => !erased.Named).Select(erased => erased.By);

    private void TakeDigests(ReadOnlySpan<byte> json, long seq, HashSet<long> of)
    {
        var scan = new CanonicalScan(json);
        scan.Enter((byte)'[');
        do
        {
            var digest = Digest32.Read(scan.String());
            byDigest.TryAdd(digest, new Erased(seq, of));
        }
        while (scan.Passes((byte)','));
        scan.Leave((byte)']');
    }

    /// <summary><c>entries</c> and <c>fields</c> side by side, or one <c>entry</c> and <c>field</c>.</summary>
    private HashSet<long> TakeNames(LeafFields leaf)
    {
        List<long> entries = [];
        List<string> names = [];
        for (var i = 0; i < leaf.Count; i++)
        {
            var key = leaf.Key(i);
            if (key.SequenceEqual("entry"u8) || key.SequenceEqual("entries"u8)) entries = [.. Items(leaf.Value(i), item => new CanonicalScan(item).Integer())];
            else if (key.SequenceEqual("field"u8) || key.SequenceEqual("fields"u8)) names = [.. Items(leaf.Value(i), Name)];
        }

        foreach (var (entry, name) in entries.Zip(names))
        {
            if (!namesByEntry.TryGetValue(entry, out var known)) namesByEntry[entry] = known = [];
            known.Add(name);
        }

        named.UnionWith(entries);
        return [.. entries];
    }

    private static string Name(ReadOnlySpan<byte> item) =>
        item is [(byte)'"', .. var letters, (byte)'"'] ? Strings.Read(letters) : throw new LeafException(LeafFault.WrongField, "field");

    private static List<T> Items<T>(ReadOnlySpan<byte> json, ReadItem<T> read)
    {
        if (json[0] != '[') return [read(json)];
        var items = new List<T>();
        var scan = new CanonicalScan(json);
        scan.Enter((byte)'[');
        if (scan.Passes((byte)']')) return items;
        do items.Add(read(scan.Value()));
        while (scan.Passes((byte)','));
        return items;
    }

    private delegate T ReadItem<T>(ReadOnlySpan<byte> json);

    private sealed class Erased(long by, HashSet<long> of)
    {
        public HashSet<long> Of { get; } = of;

        public long By { get; } = by;

        public bool Named { get; set; }
    }
}
