using System.Collections.Immutable;

namespace Faubourg.Ledger.Notes;

/// <summary>A text with signatures under it (C2SP signed-note). Until <see cref="Open"/> the text is anybody's.</summary>
/// <param name="Text">Ends in a newline, which is signed too; may hold empty lines.</param>
/// <param name="Signatures">At least one in a note that is read; in the order of their lines.</param>
public sealed record Note(string Text, ImmutableArray<NoteSignature> Signatures)
{
    /// <summary>Reads a note whole: nothing before, between or after that does not belong there.</summary>
    /// <exception cref="LedgerException">Not a note, or one beyond <see cref="Limits.NoteBytes"/> or <see cref="Limits.Signatures"/>.</exception>
    public static Note Parse(ReadOnlySpan<byte> note) => Parse(Lines.Read(note));

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static Note Parse(string note)
    {
        if (Lines.Bytes(note).Length > Limits.NoteBytes) throw new LedgerException("a note too long");
        // The last empty line separates: the text may hold others.
        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || !note.EndsWith('\n')) throw new LedgerException("a note is a text, an empty line and signature lines");
        var lines = note[(end + 2)..].Split('\n', Limits.Signatures + 2)[..^1];
        return lines.Length switch
        {
            0 => throw new LedgerException("a note without signatures"),
            > Limits.Signatures => throw new LedgerException($"more than {Limits.Signatures} signatures"),
            _ => new Note(note[..(end + 1)], [.. lines.Select(NoteSignature.Parse)]),
        };
    }

    /// <summary>The note as it is kept and sent: text, empty line, signature lines.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(signature => signature.Line))}";

    /// <summary>With this signature, in the place of an earlier one by the same key.</summary>
    public Note With(NoteSignature signature)
    {
        var earlier = Signatures.FirstOrDefault(other => other.Name == signature.Name && other.KeyId == signature.KeyId);
        return this with { Signatures = earlier is null ? Signatures.Add(signature) : Signatures.Replace(earlier, signature) };
    }

    /// <summary>Checks every signature by a known key; those of others, and of types we do not understand, are left aside.</summary>
    /// <exception cref="LedgerException">A signature by a known key fails: the whole note is refused. Or none is by a known key.</exception>
    public NoteOpened Open(IEnumerable<VerifierKey> known)
    {
        var opened = Checked(known);
        return opened.Verified.IsEmpty ? throw new LedgerException("no signature by a known key") : opened;
    }

    /// <summary>As <see cref="Open"/>, but perhaps with nothing verified.</summary>
    internal NoteOpened Checked(IEnumerable<VerifierKey> known)
    {
        var keys = ByNameAndId(known);
        var verified = ImmutableArray.CreateBuilder<Verified>();
        var unknown = ImmutableArray.CreateBuilder<NoteSignature>();
        foreach (var signature in Signatures)
        {
            if (!keys.TryGetValue((signature.Name, signature.KeyId), out var key))
                unknown.Add(signature);
            else if (Notes.Signatures.Holds(key, Text, signature.Payload.AsSpan(), out var time))
                verified.Add(new Verified(key, signature, time));
            else
                throw new LedgerException($"the signature by {key.Name} ({VerifierKey.Hex(key.Id)}) does not hold");
        }

        return new NoteOpened(verified.ToImmutable(), unknown.ToImmutable());
    }

    private static Dictionary<(string, uint), VerifierKey> ByNameAndId(IEnumerable<VerifierKey> known)
    {
        var keys = new Dictionary<(string, uint), VerifierKey>();
        foreach (var key in known.Where(key => Notes.Signatures.Understands(key.Type)))
        {
            // Two different keys that a signature cannot tell apart: somebody made the second to fit.
            if (!keys.TryAdd((key.Name, key.Id), key) && keys[(key.Name, key.Id)] != key)
                throw new LedgerException($"two keys of one name and id: {key.Name} ({VerifierKey.Hex(key.Id)})");
        }

        return keys;
    }

    /// <summary>What is signed of a text.</summary>
    internal static byte[] TextBytes(string text) =>
        text.EndsWith('\n') ? Lines.Bytes(text) : throw new LedgerException("the text of a note ends in a newline");

    public bool Equals(Note? other) => other is not null && Text == other.Text && Signatures.SequenceEqual(other.Signatures);

    public override int GetHashCode() => HashCode.Combine(Text, Signatures.Length);
}
