using System.Text;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using Faubourg.Verify.Files;
using Faubourg.Verify.Reports;
using NodaTime;

namespace Faubourg.Verify.Commands;

/// <summary><c>check FILE</c>: a proof that an entry is in a record, or evidence that a log showed two histories.</summary>
internal static class CheckCommand
{
    public static int Run(string[] words, Terminal terminal)
    {
        var given = new Arguments(words, ["--leaf", "--policy"], []);
        var path = given.Only("file with a proof or evidence");
        var text = Encoding.UTF8.GetString(GivenFile.Bytes(path, 4 * Limits.NoteBytes));
        return text.StartsWith("faubourg-fork/", StringComparison.Ordinal) ? OfFork(text, terminal) : OfEntry(text, given, terminal);
    }

    private static int OfFork(string text, Terminal terminal)
    {
        var evidence = Evidence.Parse(text);
        var (one, two) = (evidence.Smaller, evidence.Larger);
        Tell(terminal, $"Evidence holds: the key {evidence.Key}");
        Tell(terminal, $"signed two histories of {evidence.Origin} that exclude each other:");
        Tell(terminal, $"  {one.Size} entries with root {one.RootBase64}");
        Tell(terminal, $"  {two.Size} entries with root {two.RootBase64}");
        Tell(terminal, Checks.KeyChain.IdOf(evidence.Key.PublicKey.AsSpan()) is var id && evidence.Origin.EndsWith("/" + id, StringComparison.Ordinal)
            ? "The key is the first key of that log: its identity follows from it."
            : "The key is not the first key of that log: compare it with the keys that faubourg-verify lists for the record.");
        return CommandLine.Sound;
    }

    private static int OfEntry(string text, Arguments given, Terminal terminal)
    {
        var proof = TlogProof.Parse(text);
        var policy = VerifyCommand.ReadPolicy(given.One("--policy") ?? throw new UsageException("A proof needs a --policy: it says whose signature counts."));
        var leaf = given.One("--leaf") is { } file ? GivenFile.Bytes(file, 4 * Limits.NoteBytes) : throw new UsageException("A proof needs --leaf FILE: the bytes of the entry.");
        // A file made by hand ends in a newline that the entry does not have.
        if (leaf is [.. var bytes, (byte)'\n'] && !Holds(proof, leaf)) leaf = bytes;
        var judged = proof.Verify(leaf, policy, SystemClock.Instance.GetCurrentInstant().ToUnixTimeSeconds());
        Tell(terminal, $"Proof holds: entry {proof.Index} of {judged.Checkpoint.Origin}, which has {judged.Checkpoint.Size} entries here.");
        Tell(terminal, $"signed by {judged.Log}; {judged.Witnesses.Length} of {judged.Of} witnesses recognised");
        foreach (var witness in judged.Witnesses) Tell(terminal, $"  {witness.Name} saw it at {Instant.FromUnixTimeSeconds(witness.UnixSeconds)}");
        return CommandLine.Sound;
    }

    /// <summary>Names in such a file are whatever its maker liked.</summary>
    private static void Tell(Terminal terminal, string line) => terminal.Out.WriteLine(Plain.Of(line));

    private static bool Holds(TlogProof proof, byte[] leaf)
    {
        var checkpoint = Checkpoint.Parse(Note.Parse(proof.Checkpoint).Text);
        return Proofs.IsIncluded(LeafHash.Of(leaf), proof.Index, checkpoint.Size, checkpoint.Root.AsSpan(), proof.Path);
    }
}
