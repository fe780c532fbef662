using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Faubourg.Domain;
using Faubourg.Domain.Record;
using Faubourg.Ledger;
using Faubourg.Storage.Journal;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Storage.Codec;

/// <summary>Public events to leaves with their disclosures, and back.</summary>
internal static class LeafCodec
{
    /// <summary>A clear field of leaves that erase: the digests that nobody can be shown the words of any more.</summary>
    private const string Digests = "digests";

    /// <summary>As it stands in the bytes of a leaf.</summary>
    public static ReadOnlySpan<byte> DigestsField => "\"digests\":"u8;

    private static readonly FrozenSet<string> NoTexts = FrozenSet<string>.Empty;

    /// <param name="happened">The event.</param>
    /// <param name="origin">The quarter's.</param>
    /// <param name="seq">The index of the leaf.</param>
    /// <param name="at">When it was accepted; the leaf carries the minute.</param>
    /// <param name="digestOf">The digest of a disclosure that is still held.</param>
    /// <exception cref="LeafException">A text not in form C, or a leaf beyond its limits: the act cannot be accepted.</exception>
    public static LeafEntry Write(PublicEvent happened, string origin, long seq, Instant at, Func<TextAt, string?> digestOf)
    {
        var clear = new SortedDictionary<string, LeafValue>(StringComparer.Ordinal);
        foreach (var (name, value) in LeafMap.Clear(happened)) clear.Add(name, LeafValue.FromPlain(value));
        var erased = happened.Erases.Select(digestOf).OfType<string>().ToImmutableArray();
        if (!erased.IsEmpty) clear.Add(Digests, LeafValue.Of(erased));

        var said = LeafMap.Texts(happened).Where(t => t.Text.Value is not null).ToArray();
        var draft = new LeafDraft(
            LeafMap.LeafType(happened),
            InstantPattern.General.Format(Rules.Minute(at)),
            clear,
            [.. said.Select(t => (t.Name, t.Text.Value!))]);
        var (bytes, disclosures) = Leaves.Write(draft, origin, seq, () => RandomNumberGenerator.GetBytes(Limits.SaltBytes));
        var texts = disclosures.Zip(said, (d, t) => new KeptText(d.Digest, new TextAt(seq, t.Name), d.Encoded, t.Text.Slip));
        return new LeafEntry(seq, bytes, [.. texts], erased);
    }

    /// <summary>The event of a leaf; null when its type is unknown: valid, not understood.</summary>
    /// <param name="leaf">As read.</param>
    /// <param name="held">Its disclosures that are still here, by name.</param>
    /// <param name="erased">The names of those that a later leaf says were erased.</param>
    public static PublicEvent? Read(Leaf leaf, IReadOnlyDictionary<string, Text>? held = null, IReadOnlySet<string>? erased = null)
    {
        var texts = new Dictionary<string, Text>(StringComparer.Ordinal);
        foreach (var name in erased ?? NoTexts) texts[name] = Text.Erased;
        foreach (var (name, text) in held ?? FrozenDictionary<string, Text>.Empty) texts[name] = text;
        return LeafMap.Read(leaf.Type, leaf.Clear.ToDictionary(f => f.Key, f => f.Value.ToPlain(), StringComparer.Ordinal), texts);
    }

    /// <summary>Which texts the leaf took out of the record.</summary>
    public static IEnumerable<TextAt> Erases(Leaf leaf) =>
        leaf.Clear.ContainsKey(Digests) && Read(leaf) is { } happened ? happened.Erases : [];

    /// <summary>The digests that nobody can be shown the words of any more, since this leaf. A field of that name elsewhere erases nothing.</summary>
    public static IEnumerable<string> ErasedDigests(Leaf leaf) =>
        Erases(leaf).Any() && leaf.Clear[Digests] is Row row ? row.Items.OfType<Word>().Select(w => w.Value) : [];
}
