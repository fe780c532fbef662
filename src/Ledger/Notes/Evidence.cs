using System.Collections.Immutable;
using Faubourg.Ledger.Tree;

namespace Faubourg.Ledger.Notes;

/// <summary>
/// Two checkpoints, signed with one key, that exclude each other: the log showed different histories. Anybody can check it anywhere, and
/// nothing undoes it. An object of this type always holds; what it does not say is whether the key is the log's: a stranger
/// signs with a key of theirs whatever they like, so compare <see cref="Key"/> with the keys of the log's own chain.
/// </summary>
public sealed class Evidence
{
    private const string Head = "faubourg-fork/v1", KeyStart = "vkey ", ProofStart = "proof ", Between = "--\n";

    private readonly ImmutableArray<byte[]> proof;
    private readonly Note one, two;

    private Evidence(VerifierKey key, ImmutableArray<byte[]> proof, Note one, Note two)
    {
        (Key, this.proof, this.one, this.two) = (key, proof, one, two);
        (Smaller, Larger) = (Opened(one), Opened(two));
        if (Smaller.Origin != Larger.Origin || Smaller.Origin != key.Name) throw new LedgerException("the checkpoints are not both of the key's log");
        if (Smaller.Size > Larger.Size) throw new LedgerException("the checkpoint of the smaller size comes first");
        var committed = Proofs.PrefixRoot(Smaller.Size, Larger.Size, Larger.Root.AsSpan(), proof);
        // Of two empty logs one root is wrong, and no proof can say so.
        if (committed is null && Larger.Size > 0) throw new LedgerException("the proof does not lead to the larger checkpoint");
        if (Smaller.Root.AsSpan().SequenceEqual(committed ?? [.. Larger.Root])) throw new LedgerException("no fork: one checkpoint continues the other");
        if (Larger.Size == 0 && proof.Length > 0) throw new LedgerException("a proof about empty logs");
    }

    /// <summary>Both checkpoints are signed with it. Whether it is the log's, the reader must know.</summary>
    public VerifierKey Key { get; }

    /// <summary>Of the log that showed two histories; the name of the key.</summary>
    public string Origin => Key.Name;

    /// <summary>The one of fewer entries; of as many, when two histories are equally long.</summary>
    public Checkpoint Smaller { get; }

    /// <summary>The other.</summary>
    public Checkpoint Larger { get; }

    /// <summary>Makes evidence of two signed checkpoints, in either order.</summary>
    /// <param name="key">Of the log.</param>
    /// <param name="one">One checkpoint.</param>
    /// <param name="other">The other.</param>
    /// <param name="tiles">Of the log that the larger one speaks of; not asked when both are of one size.</param>
    /// <exception cref="LedgerException">They do not exclude each other, are not both signed with the key, or the tiles are not the larger one's.</exception>
    public static Evidence Of(VerifierKey key, Note one, Note other, ITiles tiles)
    {
        var (first, second) = (Checkpoint.Parse(one.Text), Checkpoint.Parse(other.Text));
        var (from, to) = first.Size <= second.Size ? (one, other) : (other, one);
        var proof = Proofs.Prefix(tiles, Math.Min(first.Size, second.Size), Math.Max(first.Size, second.Size));
        return new Evidence(key, proof, from, to);
    }

    /// <summary>Reads a file of evidence and checks all of it.</summary>
    /// <exception cref="LedgerException">Another form, or it proves no fork.</exception>
    public static Evidence Parse(string file)
    {
        if (file.Length > 3 * Limits.NoteBytes) throw new LedgerException("evidence too long");
        var end = file.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = end < 0 ? [] : file[..end].Split('\n', Limits.ProofHashes + 4);
        if (lines.Length < 2 || lines[0] != Head || !lines[1].StartsWith(KeyStart, StringComparison.Ordinal)
            || !lines[2..].All(line => line.StartsWith(ProofStart, StringComparison.Ordinal)))
            throw new LedgerException($"not a {Head}");
        var proof = TlogProof.ReadHashes([.. lines[2..].Select(line => line[ProofStart.Length..])]);
        var (one, two) = Notes(file[(end + 2)..]);
        return new Evidence(VerifierKey.Parse(lines[1][KeyStart.Length..]), proof, one, two);
    }

    /// <summary>A checkpoint has no empty line, so the first one ends its text; and no signature line begins with a hyphen.</summary>
    private static (Note One, Note Two) Notes(string both)
    {
        var text = both.IndexOf("\n\n", StringComparison.Ordinal);
        var between = text < 0 ? -1 : both.IndexOf("\n" + Between, text, StringComparison.Ordinal);
        return between < 0
            ? throw new LedgerException("not two notes")
            : (Note.Parse(both[..(between + 1)]), Note.Parse(both[(between + 1 + Between.Length)..]));
    }

    private Checkpoint Opened(Note note)
    {
        note.Open([Key]);
        return Checkpoint.Parse(note.Text);
    }

    /// <summary>The file.</summary>
    public override string ToString() => Lines.Of([Head, KeyStart + Key, .. proof.Select(hash => ProofStart + Padded.Write(hash)), "",])
        + one + Between + two;
}
