using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tests.Oracle;

namespace Faubourg.Ledger.Tests.Notes;

/// <summary>Checkpoints for tests, by the keys that everybody knows.</summary>
internal static class Cast
{
    public static Checkpoint Checkpoint(long size, byte root = 7) => new(Signers.Origin, size, [.. Enumerable.Repeat(root, 32)]);

    public static readonly VerifierKey[] Keys = [Signers.Log.Key, Signers.First.Key, Signers.Second.Key];

    public static string Read(string name) => File.ReadAllText(Path.Combine(Repository.Root, "docs", "formats", name));
}
