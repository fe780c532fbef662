using System.Security.Cryptography;
using System.Text;
using Faubourg.Domain;
using Faubourg.Domain.Record;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Verify.Tests.Street;

/// <summary>Writes public events as a host does: leaves with their disclosures, and of these a record in files.</summary>
internal sealed class Recorder(string key)
{
    private readonly Dictionary<TextAt, (string Digest, string Encoded)> texts = [];

    public string Origin { get; } = LogKeys.Origin(key);

    /// <summary>The entries, as stored.</summary>
    public List<byte[]> Entries { get; } = [];

    public void Write(PublicEvent happened, Instant at) => Entries.Add(Leaf(happened, Entries.Count, at));

    /// <summary>The bytes of a leaf; its texts are kept beside it, and those it erases are deleted.</summary>
    public byte[] Leaf(PublicEvent happened, long seq, Instant at)
    {
        var clear = new SortedDictionary<string, LeafValue>(StringComparer.Ordinal);
        foreach (var (name, value) in LeafMap.Clear(happened)) clear.Add(name, LeafValue.FromPlain(value));
        var erased = happened.Erases.Where(texts.ContainsKey).ToArray();
        if (erased.Length > 0) clear.Add("digests", LeafValue.Of(erased.Select(t => texts[t].Digest)));
        foreach (var text in erased) texts.Remove(text);
        var said = LeafMap.Texts(happened).Where(t => t.Text.Value is not null).ToArray();
        var draft = new LeafDraft(LeafMap.LeafType(happened), InstantPattern.General.Format(Rules.Minute(at)), clear, [.. said.Select(t => (t.Name, t.Text.Value!))]);
        var salts = 0;
        var (bytes, disclosures) = Leaves.Write(draft, Origin, seq, () => SHA256.HashData(Encoding.ASCII.GetBytes($"salt {seq} {salts++}"))[..Limits.SaltBytes]);
        foreach (var (name, disclosure) in said.Select(t => t.Name).Zip(disclosures)) texts[new TextAt(seq, name)] = (disclosure.Digest, disclosure.Encoded);
        return bytes;
    }

    public byte[] Disclosures() => Encoding.ASCII.GetBytes(string.Concat(texts
        .OrderBy(t => t.Key.Seq).ThenBy(t => t.Value.Digest, StringComparer.Ordinal)
        .Select(t => $"{{\"d\":\"{t.Value.Encoded}\",\"seq\":{t.Key.Seq}}}\n")));

    /// <summary>Lets go of the texts of entries before this one, and gives their lines.</summary>
    public string Drain(long before)
    {
        var done = texts.Where(t => t.Key.Seq < before).OrderBy(t => t.Key.Seq).ThenBy(t => t.Value.Digest, StringComparer.Ordinal).ToArray();
        foreach (var (at, _) in done) texts.Remove(at);
        return string.Concat(done.Select(t => $"{{\"d\":\"{t.Value.Encoded}\",\"seq\":{t.Key.Seq}}}\n"));
    }

    /// <summary>All files of the record, signed with a key.</summary>
    /// <param name="signedBy">The word of the key; null for the first.</param>
    public RecordFiles Files(string? signedBy = null) => FilesOf(Entries, Disclosures(), Origin, signedBy ?? key);

    /// <summary>Consistent files of whatever entries.</summary>
    public static RecordFiles FilesOf(IReadOnlyList<byte[]> entries, byte[] disclosures, string origin, string signedBy)
    {
        var record = new RecordFiles();
        var edge = Tiles(entries, record);
        record.Files["checkpoint"] = Encoding.UTF8.GetBytes(Signed(origin, edge.Size, edge.Root(), signedBy).ToString());
        record.Files["disclosures.jsonl"] = disclosures;
        record.Files["policy"] = Encoding.UTF8.GetBytes(Policy.Of(LogKeys.Verifier(origin, signedBy)).ToString());
        return record;
    }

    public static Note Signed(string origin, long size, ReadOnlySpan<byte> root, string signedBy)
    {
        using var signer = NoteSigner.Ed25519(origin, LogKeys.Seed(signedBy));
        var text = new Checkpoint(origin, size, [.. root]).Text;
        return new Note(text, [signer.Sign(text)]);
    }

    private static Edge Tiles(IReadOnlyList<byte[]> entries, RecordFiles record)
    {
        var edge = new Edge { OnFull = (at, hashes) => record.Files[at.Path] = hashes };
        foreach (var entry in entries) edge.Append(LeafHash.Of(entry));
        foreach (var (at, hashes) in edge.Partials()) record.Files[at.Path] = hashes;
        foreach (var at in TileAt.Of(entries.Count).Where(at => at.Level == TileAt.Entries))
            record.Files[at.Path] = Bundle.Write(entries.Skip((int)at.Index * TileAt.FullWidth).Take(at.Width));
        return edge;
    }
}
