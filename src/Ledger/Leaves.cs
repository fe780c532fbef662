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
        if (CanonicalReader.Read(bytes) is not Fields { Ordered: var fields }) throw Names.Wrong("a leaf is an object");
        if (Field<Number>(fields, "v").Value != Limits.Version) throw Names.Wrong("v");
        return new Leaf(
            Names.Type(Field<Word>(fields, "type").Value),
            Names.Log(Field<Word>(fields, "log").Value),
            Field<Number>(fields, "seq") is { Value: >= 0 } seq ? seq.Value : throw Names.Wrong("seq"),
            Names.At(Field<Word>(fields, "at").Value),
            Digests: Digests(fields),
            Clear: Body(fields));
    }

    private static T Field<T>(Ordered fields, string key) where T : LeafValue =>
        fields.TryGetValue(key, out var value) && value is T typed ? typed : throw Names.Wrong(key);

    private static string[] Digests(Ordered fields)
    {
        if (!fields.ContainsKey("_sd") && !fields.ContainsKey("_sd_alg")) return [];
        if (Field<Word>(fields, "_sd_alg").Value != Algorithm) throw Names.Wrong("_sd_alg");
        var items = Field<Row>(fields, "_sd").Items;
        var digests = new string[items.Count];
        for (var i = 0; i < digests.Length; i++)
        {
            if (items[i] is not Word { Value: var digest }) throw Names.Wrong("_sd");
            digests[i] = Base64.RequireHash(digest);
            if (i > 0 && string.CompareOrdinal(digests[i - 1], digest) >= 0) throw Names.Wrong("_sd");
        }

        return digests.Length > 0 ? digests : throw Names.Wrong("_sd");
    }

    private static Ordered Body(Ordered fields)
    {
        var body = new KeyValuePair<string, LeafValue>[fields.Count];
        var count = 0;
        foreach (var field in fields.Span)
            if (field.Key is not ("v" or "type" or "log" or "seq" or "at" or "_sd" or "_sd_alg"))
                body[count++] = field;
        return new Ordered(body[..count]);
    }
}
