using System.Text;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using NodaTime;

namespace Faubourg.Verify.Commands;

/// <summary><c>check FILE</c>: a proof that an entry is in a record, or evidence that a log showed two histories.</summary>
internal static class CheckCommand
{
    public static int Run(string[] words, Terminal terminal)
    {
        var given = new Arguments(words, ["--leaf", "--policy"], []);
        var path = given.Only("file with a proof or evidence");
        if (!File.Exists(path)) throw new UsageException($"There is no file {path}.");
        var text = Encoding.UTF8.GetString(Bytes(path));
        return text.StartsWith("faubourg-fork/", StringComparison.Ordinal) ? OfFork(text, terminal) : OfEntry(text, given, terminal);
    }

    private static int OfFork(string text, Terminal terminal)
    {
        var evidence = Evidence.Parse(text);
        var (one, two) = (evidence.Smaller, evidence.Larger);
        terminal.Out.WriteLine($"Evidence holds: the key {evidence.Key}");
        terminal.Out.WriteLine($"signed two histories of {evidence.Origin} that exclude each other:");
        terminal.Out.WriteLine($"  {one.Size} entries with root {one.RootBase64}");
        terminal.Out.WriteLine($"  {two.Size} entries with root {two.RootBase64}");
        terminal.Out.WriteLine(Checks.KeyChain.IdOf(evidence.Key.PublicKey.AsSpan()) is var id && evidence.Origin.EndsWith("/" + id, StringComparison.Ordinal)
            ? "The key is the first key of that log: its identity follows from it."
            : "The key is not the first key of that log: compare it with the keys that faubourg-verify lists for the record.");
        return CommandLine.Sound;
    }

    private static int OfEntry(string text, Arguments given, Terminal terminal)
    {
        var proof = TlogProof.Parse(text);
        var policy = VerifyCommand.ReadPolicy(given.One("--policy") ?? throw new UsageException("A proof needs a --policy: it says whose signature counts."));
        var leaf = given.One("--leaf") is { } file ? Bytes(file) : throw new UsageException("A proof needs --leaf FILE: the bytes of the entry.");
        // A file made by hand ends in a newline that the entry does not have.
        if (leaf is [.. var bytes, (byte)'\n'] && !Holds(proof, leaf)) leaf = bytes;
        var judged = proof.Verify(leaf, policy, SystemClock.Instance.GetCurrentInstant().ToUnixTimeSeconds());
        terminal.Out.WriteLine($"Proof holds: entry {proof.Index} of {judged.Checkpoint.Origin}, which has {judged.Checkpoint.Size} entries here.");
        terminal.Out.WriteLine($"signed by {judged.Log}; {judged.Witnesses.Length} of {judged.Of} witnesses recognised");
        foreach (var witness in judged.Witnesses) terminal.Out.WriteLine($"  {witness.Name} saw it at {Instant.FromUnixTimeSeconds(witness.UnixSeconds)}");
        return CommandLine.Sound;
    }

    private static bool Holds(TlogProof proof, byte[] leaf)
    {
        var checkpoint = Checkpoint.Parse(Note.Parse(proof.Checkpoint).Text);
        return Proofs.IsIncluded(LeafHash.Of(leaf), proof.Index, checkpoint.Size, checkpoint.Root.AsSpan(), proof.Path);
    }

    private static byte[] Bytes(string path) => new FileInfo(path) is { Exists: true, Length: <= 4 * Limits.NoteBytes }
        ? File.ReadAllBytes(path)
        : throw new UsageException($"{path} is not there, or too long.");
}
