using System.Collections.Immutable;
using Faubourg.Domain;
using Faubourg.Domain.Record;
using Faubourg.Ledger;
using Faubourg.Storage.Record;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Web.Record;

/// <summary>An entry of the record, read, with what may be shown beside it now.</summary>
/// <param name="Bytes">As hashed.</param>
/// <param name="Leaf">Null where this program cannot read the bytes; they stand in the record all the same.</param>
/// <param name="Texts">In the order of their digests.</param>
public sealed record EntryTold(long Seq, ReadOnlyMemory<byte> Bytes, Leaf? Leaf, ImmutableArray<TextTold> Texts)
{
    public Instant? At => Leaf is null ? null : InstantPattern.General.Parse(Leaf.At).Value;

    public int? Council => Leaf?.Clear.GetValueOrDefault("council") is Number { Value: > 0 and <= int.MaxValue and var council } ? (int)council : null;

    /// <summary>RFC 6962 §2.1, 64 hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(LeafHash.Of(Bytes.Span));

    /// <param name="entry">As kept.</param>
    /// <param name="erasures">What later entries took out.</param>
    /// <param name="waits">What is kept back now.</param>
    public static EntryTold Of(RecordEntry entry, IReadOnlyDictionary<string, Erasure> erasures, KeptBack waits)
    {
        var leaf = Read(entry.Bytes);
        if (leaf is null) return new EntryTold(entry.Seq, entry.Bytes, null, []);
        var held = entry.Disclosures.Select(Disclosure.Read).ToDictionary(d => d.Digest, StringComparer.Ordinal);
        return new EntryTold(entry.Seq, entry.Bytes, leaf, [.. leaf.Digests.Select(digest => Of(entry.Seq, digest, held, erasures, waits))]);
    }

    private static TextTold Of(
        long seq, string digest, Dictionary<string, Disclosure> held, IReadOnlyDictionary<string, Erasure> erasures, KeptBack waits)
    {
        // An erasure speaks first: what a later entry took out is not shown, whatever is still here.
        if (erasures.TryGetValue(digest, out var erasure))
            return new TextTold(digest, erasure.Field, erasure.Law ? TextStanding.Withheld : TextStanding.Erased, By: erasure.By);
        if (!held.TryGetValue(digest, out var text)) return new TextTold(digest, null, TextStanding.Missing);
        return waits.Holds(new TextAt(seq, text.Name), out var until)
            ? new TextTold(digest, text.Name, TextStanding.KeptBack, Until: until)
            : new TextTold(digest, text.Name, TextStanding.Here, text.Value);
    }

    private static Leaf? Read(byte[] bytes)
    {
        try
        {
            return Leaves.Read(bytes);
        }
        catch (LeafException)
        {
            return null;
        }
    }
}
