using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using Faubourg.Ledger;
using Faubourg.Verify.Reading;

namespace Faubourg.Verify.Checks;

/// <summary>
/// Of each digest in an entry: its disclosure is here and matches; or a later entry says that it was erased; or it is withheld. And
/// nothing is disclosed that no entry names.
/// </summary>
internal sealed class DisclosureCheck(DisclosureLines lines, Erasures erasures, PictureCheck pictures, Findings findings) : IDisposable
{
    private const int SaltLetters = 22;

    private readonly IncrementalHash sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<Withheld> missing = [];
    private bool[] held = new bool[16];
    private byte[] json = new byte[1 << 12];
    private byte[] again = new byte[1 << 12];
    private bool begun, more;
    private int gone, still, absent;

    public long Held { get; private set; }

    public long Erased { get; private set; }

    /// <summary>Digests with neither a disclosure nor an erasure.</summary>
    public IReadOnlyList<Withheld> Missing => missing;

    /// <summary>Digests of the entry seen last with neither a disclosure nor an erasure.</summary>
    public int Absent => absent;

    /// <param name="seq">The entry.</param>
    /// <param name="leaf">Read strictly.</param>
    /// <param name="texts">Is given the names of its disclosures that are here, and of those that were erased.</param>
    public void Entry(long seq, LeafFields leaf, HeldTexts texts)
    {
        texts.Clear();
        var digests = leaf.Digests;
        if (held.Length < digests.Length) held = new bool[digests.Length * 2];
        held.AsSpan(0, digests.Length).Clear();
        Begin();
        for (; more && lines.Seq <= seq; more = Next()) Take(seq, digests, texts);
        (gone, still, absent) = (0, 0, 0);
        for (var i = 0; i < digests.Length; i++) Judge(seq, leaf, digests[i], held[i]);
        Named(seq, texts);
    }

    public void Dispose() => sha.Dispose();

    /// <summary>Lines after those of the last entry, and erasures of nothing.</summary>
    public void End()
    {
        Begin();
        for (; more; more = Next()) findings.Break("stray", lines.Seq, $"disclosures.jsonl, line {lines.Line}: there is no such entry");
        foreach (var by in erasures.OfNothing) findings.Break("erasure", by, "it erases a digest that no entry before it names");
    }

    private void Begin()
    {
        if (!begun) more = Next();
        begun = true;
    }

    /// <summary>To the next line that can be read: one that cannot is named, and takes none of those after it along.</summary>
    private bool Next()
    {
        while (true)
        {
            try
            {
                return lines.Next();
            }
            catch (LedgerException broken)
            {
                findings.Break("disclosure", null, broken.Message);
            }
        }
    }

    private void Take(long seq, Span<Digest32> digests, HeldTexts texts)
    {
        if (lines.Seq < seq)
        {
            findings.Break("disclosure", lines.Seq, $"disclosures.jsonl, line {lines.Line}: out of order");
            return;
        }

        var digest = default(Digest32);
        sha.AppendData(lines.Letters);
        sha.GetHashAndReset(digest.Fill);
        var at = digests.IndexOf(digest);
        if (at < 0)
        {
            findings.Break("stray", seq, $"disclosures.jsonl, line {lines.Line}: the entry names no such disclosure ({digest})");
        }
        else if (held[at])
        {
            findings.Break("disclosure", seq, $"disclosures.jsonl, line {lines.Line}: a disclosure twice");
        }
        else
        {
            held[at] = true;
            Read(seq, texts);
        }
    }

    /// <summary>D is base64url of <c>[salt, name, value]</c>.</summary>
    private void Read(long seq, HeldTexts texts)
    {
        try
        {
            var scan = new CanonicalScan(Decode(lines.Letters));
            scan.Enter((byte)'[');
            var salt = scan.String();
            scan.Require((byte)',');
            var name = scan.String();
            scan.Require((byte)',');
            var value = scan.String();
            scan.Leave((byte)']');
            scan.RequireEnd();
            if (!IsSalt(salt)) throw new LeafException(LeafFault.WrongBase64, "the salt is not 16 bytes");
            if (!IsName(name)) throw new LeafException(LeafFault.ForbiddenKey, "the name is not made of a–z and _");
            // RFC 9901 §7.1: of two texts of one name each reader could be shown another.
            if (texts.Find(name) is not null) findings.Break("disclosure", seq, $"disclosures.jsonl, line {lines.Line}: a second text of one name");
            texts.AddHeld(name);
            if (name.SequenceEqual(PictureCheck.Name)) pictures.Shown(seq, value);
        }
        catch (LeafException broken)
        {
            findings.Break("disclosure", seq, $"disclosures.jsonl, line {lines.Line}: {broken.Message}");
        }
    }

    private ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> letters)
    {
        if (json.Length < letters.Length) (json, again) = (new byte[letters.Length], new byte[letters.Length + 4]);
        var decoded = Base64Url.DecodeFromUtf8(letters, json, out _, out var length) == OperationStatus.Done;
        // The decoder forgives spaces, padding and stray bits; what it forgave is written otherwise.
        var same = decoded
            && Base64Url.EncodeToUtf8(json.AsSpan(0, length), again, out _, out var written) == OperationStatus.Done
            && letters.SequenceEqual(again.AsSpan(0, written));
        if (!same) throw new LeafException(LeafFault.WrongBase64, "not canonical base64url");
        return length <= Limits.DisclosureBytes ? json.AsSpan(0, length) : throw new LeafException(LeafFault.TooLong, $"{length} bytes");
    }

    private static bool IsSalt(ReadOnlySpan<byte> salt)
    {
        Span<byte> bytes = stackalloc byte[SaltLetters];
        Span<byte> letters = stackalloc byte[SaltLetters + 2];
        return salt.Length == SaltLetters
            && Base64Url.DecodeFromUtf8(salt, bytes, out _, out var length) == OperationStatus.Done
            && length == Limits.SaltBytes
            && Base64Url.EncodeToUtf8(bytes[..length], letters, out _, out var written) == OperationStatus.Done
            && salt.SequenceEqual(letters[..written]);
    }

    private static bool IsName(ReadOnlySpan<byte> name)
    {
        foreach (var letter in name)
            if (letter is not ((>= (byte)'a' and <= (byte)'z') or (byte)'_'))
                return false;
        return !name.IsEmpty;
    }

    /// <summary>
    /// Which text an erased digest was of, nobody can tell any more. But no more are gone than were named, and none that was named is
    /// still here: so those are gone that were named.
    /// </summary>
    private void Named(long seq, HeldTexts texts)
    {
        var names = erasures.NamesIn(seq);
        if (gone > names.Count) findings.Break("erasure", seq, $"{gone} of its texts are gone, and later entries name {names.Count}");
        foreach (var name in names)
        {
            if (still == 0 && texts.IsHeld(name)) findings.Break("erasure", seq, $"its text {name} is said to be erased, and is still disclosed");
            texts.AddErased(name);
            if (PictureCheck.IsPicture(name)) pictures.Erased(seq);
        }
    }

    private void Judge(long seq, LeafFields leaf, Digest32 digest, bool isHeld)
    {
        var by = erasures.By(digest, seq);
        if (isHeld && by is null) Held++;
        else if (by is null)
        {
            absent++;
            missing.Add(new Withheld(seq, digest, leaf.Council));
        }
        else if (!isHeld)
        {
            Erased++;
            gone++;
        }
        else
        {
            still++;
            findings.Break("erasure", seq, $"entry {by} says that {digest} was erased, and it is still disclosed");
        }
    }
}
