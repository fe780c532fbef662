namespace Faubourg.Ledger;

/// <summary>Leaves to bytes and back. The bytes are final: a leaf is hashed as stored, never as written anew.</summary>
public static class Leaves
{
    private const string Algorithm = "sha-256";
    private static readonly string[] Common = ["v", "type", "log", "seq", "at"];

    /// <summary>Gives the leaf its place in a log, and its disclosures, in the draft's order, their salts.</summary>
    /// <param name="draft">What happened.</param>
    /// <param name="log">The log's origin.</param>
    /// <param name="seq">The leaf's index in it, from 0.</param>
    /// <param name="salt">Gives 16 fresh random bytes each time.</param>
    /// <exception cref="LeafException">The draft breaks the format; nothing of it may be stored.</exception>
    public static (byte[] Bytes, IReadOnlyList<Disclosure> Disclosures) Write(
        LeafDraft draft, string log, long seq, Func<byte[]> salt)
    {
        if (draft.Clear.Keys.FirstOrDefault(key => key.StartsWith('_') || Common.Contains(key)) is { } taken)
            throw Names.Wrong($"{taken} is not a field of the body");
        var disclosures = draft.Disclosed.Select(text => Disclosure.Make(text.Name, text.Value, salt())).ToList();
        var leaf = new Fields([.. draft.Clear, .. Header(draft, log, seq), .. Digests(disclosures)]);
        CanonicalWriter.RequireNormalized(leaf);
        var bytes = CanonicalWriter.Write(leaf);
        // Read back before it can be stored: what is written once can be read for ever.
        Read(bytes);
        return (bytes, disclosures);
    }

    private static KeyValuePair<string, LeafValue>[] Header(LeafDraft draft, string log, long seq) =>
    [
        new("v", Limits.Version),
        new("type", draft.Type),
        new("log", log),
        new("seq", seq),
        new("at", draft.At),
    ];

    private static KeyValuePair<string, LeafValue>[] Digests(List<Disclosure> disclosures) => disclosures.Count == 0
        ? []
        :
        [
            new("_sd_alg", Algorithm),
            new("_sd", LeafValue.Of(disclosures.Select(disclosure => disclosure.Digest).Order(StringComparer.Ordinal))),
        ];

    /// <summary>Reads stored or served bytes strictly: anything the format does not allow is refused.</summary>
    /// <exception cref="LeafException">Not a leaf.</exception>
    public static Leaf Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Limits.LeafBytes) throw new LeafException(LeafFault.TooLong, $"{bytes.Length} bytes");
        var body = CanonicalReader.Read(bytes) is Fields fields
            ? new Dictionary<string, LeafValue>(fields.Entries, StringComparer.Ordinal)
            : throw Names.Wrong("a leaf is an object");
        if (Take<Number>(body, "v").Value != Limits.Version) throw Names.Wrong("v");
        return new Leaf(
            Names.Type(Take<Word>(body, "type").Value),
            Names.Log(Take<Word>(body, "log").Value),
            Take<Number>(body, "seq") is { Value: >= 0 } seq ? seq.Value : throw Names.Wrong("seq"),
            Names.At(Take<Word>(body, "at").Value),
            Digests: TakeDigests(body),
            Clear: body);
    }

    private static T Take<T>(Dictionary<string, LeafValue> body, string key) where T : LeafValue =>
        body.Remove(key, out var value) && value is T typed ? typed : throw Names.Wrong(key);

    private static List<string> TakeDigests(Dictionary<string, LeafValue> body)
    {
        if (!body.ContainsKey("_sd") && !body.ContainsKey("_sd_alg")) return [];
        if (Take<Word>(body, "_sd_alg").Value != Algorithm) throw Names.Wrong("_sd_alg");
        var digests = Take<Row>(body, "_sd").Items.Select(Digest).ToList();
        var ascending = digests.Zip(digests.Skip(1), string.CompareOrdinal).All(order => order < 0);
        return digests.Count > 0 && ascending ? digests : throw Names.Wrong("_sd");
    }

    private static string Digest(LeafValue value) =>
        value is Word word && Base64.Read(word.Value).Length == 32 ? word.Value : throw Names.Wrong("_sd");
}
