using System.Collections.Immutable;
using System.Globalization;
using Faubourg.Ledger.Tree;

namespace Faubourg.Ledger.Notes;

/// <summary>
/// A proof that needs nothing but itself, the entry and a policy: that the entry stands in a log (C2SP tlog-proof).
/// The receipt of whoever acted is one; its file ends in <c>.tlog-proof</c>.
/// </summary>
/// <param name="Index">The place of the entry, from 0.</param>
/// <param name="Path">From the leaf's sibling to the root's child.</param>
/// <param name="Checkpoint">The signed checkpoint, verbatim.</param>
/// <param name="Extra">Whatever somebody put beside it, which nobody signed; null when there is nothing.</param>
public sealed record TlogProof(long Index, ImmutableArray<byte[]> Path, string Checkpoint, byte[]? Extra = null)
{
    private const string Head = "c2sp.org/tlog-proof@v1", ExtraStart = "extra ", IndexStart = "index ";

    /// <exception cref="LedgerException">Not such a file, or another spelling of one. Whether the proof holds is for <see cref="Verify"/>.</exception>
    public static TlogProof Parse(string file)
    {
        if (file.Length > Limits.NoteBytes) throw new LedgerException("a proof too long");
        var end = file.IndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0) throw new LedgerException("a proof has an empty line before its checkpoint");
        var lines = file[..end].Split('\n').AsSpan();
        if (lines[0] != Head) throw new LedgerException($"a proof begins with {Head}");
        lines = lines[1..];
        byte[]? extra = null;
        if (!lines.IsEmpty && lines[0].StartsWith(ExtraStart, StringComparison.Ordinal))
        {
            extra = Padded.Read(lines[0][ExtraStart.Length..], "the extra line");
            lines = lines[1..];
        }

        if (lines.IsEmpty || !lines[0].StartsWith(IndexStart, StringComparison.Ordinal)) throw new LedgerException("a proof says its index");
        var index = Lines.Number(lines[0][IndexStart.Length..], "the index of a proof");
        var path = ReadHashes(lines[1..]);
        var note = file[(end + 2)..];
        Notes.Checkpoint.Parse(Note.Parse(note).Text);
        return new TlogProof(index, path, note, extra);
    }

    internal static ImmutableArray<byte[]> ReadHashes(ReadOnlySpan<string> lines)
    {
        if (lines.Length > Limits.ProofHashes) throw new LedgerException($"{lines.Length} hashes in a proof");
        var hashes = ImmutableArray.CreateBuilder<byte[]>(lines.Length);
        foreach (var line in lines) hashes.Add(Padded.ReadHash(line, "a line of a proof"));
        return hashes.MoveToImmutable();
    }

    /// <summary>The file.</summary>
    public override string ToString()
    {
        var extra = Extra is null ? "" : $"{ExtraStart}{Padded.Write(Extra)}\n";
        var index = Index.ToString(CultureInfo.InvariantCulture);
        return $"{Head}\n{extra}{IndexStart}{index}\n{Lines.Of([.. Path.Select(hash => Padded.Write(hash))])}\n{Checkpoint}";
    }

    /// <summary>Checks all four steps of tlog-proof, "Verifying a tlog proof".</summary>
    /// <param name="leaf">The bytes of the entry.</param>
    /// <param name="policy">Which logs and witnesses are believed.</param>
    /// <param name="now">Seconds since 1970, so that cosignatures from the future do not count; null when no clock is to be trusted.</param>
    /// <exception cref="LedgerException">Any of them does not hold; the message says which.</exception>
    public Judgement Verify(ReadOnlySpan<byte> leaf, Policy policy, long? now = null)
    {
        var judged = policy.Judge(Note.Parse(Checkpoint), now);
        if (judged.Log is null) throw new LedgerException("the checkpoint is not signed by a log of the policy");
        if (!judged.IsQuorum) throw new LedgerException("too few witnesses signed the checkpoint for the policy");
        return Proofs.IsIncluded(LeafHash.Of(leaf), Index, judged.Checkpoint.Size, judged.Checkpoint.Root.AsSpan(), Path)
            ? judged
            : throw new LedgerException($"the entry does not stand at {Index} in the log of the checkpoint");
    }
}
