using Faubourg.Storage.Keys;

namespace Faubourg.Storage.Sqlite;

/// <summary>What a quarter's file needs of its host.</summary>
/// <param name="Key">Unwraps log keys, where something is signed and nowhere else.</param>
/// <param name="Erasures">Texts that no backup may bring back.</param>
/// <param name="HighWater">Checkpoints that no backup may undercut.</param>
internal sealed record Premises(HostKey Key, Erasures Erasures, HighWater HighWater)
{
    /// <summary>Called before and after each step that writes, with its words: where a test lets it fail.</summary>
    public Action<string, bool>? Probe { get; init; }

    public static Premises In(string folder) => new(
        HostKey.In(Path.Combine(folder, "host.key")),
        new Erasures(Path.Combine(folder, "erasures.log")),
        new HighWater(Path.Combine(folder, "signed")));
}
