using System.Collections.Immutable;
using Faubourg.Domain.Quarters;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using Faubourg.Storage.Codec;

namespace Faubourg.Storage.Keeping;

/// <summary>
/// The keys of a log from genesis on, each named by a leaf that the key before it, or enough key-bearers, signed. What the rules
/// say of terms and numbers is not looked at here: replaying the domain is the verifier's part.
/// </summary>
internal sealed class KeyChain
{
    private ImmutableArray<SigningKey> keys = [];
    private ImmutableArray<string> bearers = [];
    private int needed;

    /// <summary>In the order in which they came.</summary>
    public ImmutableArray<SigningKey> All => keys;

    /// <summary>The keys whose signature counts on a tree of this size.</summary>
    public IEnumerable<VerifierKey> At(string origin, long size) => keys
        .Where(k => size > k.From && !(size > k.VoidAfter))
        .Select(k => VerifierKey.Ed25519(origin, Convert.FromBase64String(k.Key)));

    /// <summary>Takes what a leaf says of keys.</summary>
    /// <param name="leaf">Any leaf.</param>
    /// <param name="seq">Its index.</param>
    /// <param name="before">The tree before it.</param>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public string? Follow(Leaf leaf, long seq, Edge before)
    {
        switch (leaf.Type)
        {
            case "quarter.founded" when seq == 0 && LeafCodec.Read(leaf) is QuarterFounded founded:
                keys = [new SigningKey(founded.Key, 0)];
                // The name of a log is the hash of its first key: another key cannot claim it.
                return Keys.LogKey.IdFor(founded.Key) == Keys.LogKey.IdOf(leaf.Log) ? null : "the log is not named after its first key";
            case "recovery.set" when LeafCodec.Read(leaf) is RecoverySet set:
                (bearers, needed) = (set.Keys, set.Needed);
                return null;
            case "key.rotated" when LeafCodec.Read(leaf) is KeyRotated rotated:
                return Rotate(rotated, leaf.Log, seq, before);
            case "key.recovered" when LeafCodec.Read(leaf) is KeyRecovered recovered:
                return Recover(recovered, leaf.Log, seq, before);
            default:
                return null;
        }
    }

    private string? Rotate(KeyRotated rotated, string origin, long seq, Edge before)
    {
        var old = keys[^1].Key;
        keys = keys.Add(new SigningKey(rotated.Key, seq));
        if (Tree(rotated.Size, rotated.Root, seq, before) is { } wrong) return wrong;
        var text = Statements.Rotate(origin, rotated.Size, before.Root(), VerifierKey.Ed25519(origin, Convert.FromBase64String(rotated.Key)));
        return Statements.Holds(text, Convert.FromBase64String(old), Convert.FromBase64String(rotated.Signature))
            ? null
            : "the key before did not sign this change of keys";
    }

    private string? Recover(KeyRecovered recovered, string origin, long seq, Edge before)
    {
        keys = [.. keys.Select(k => k with { VoidAfter = k.VoidAfter ?? seq }), new SigningKey(recovered.Key, seq)];
        if (Tree(recovered.Size, recovered.Root, seq, before) is { } wrong) return wrong;
        var text = Statements.Recover(origin, recovered.Size, before.Root(), VerifierKey.Ed25519(origin, Convert.FromBase64String(recovered.Key)));
        var signed = recovered.Bearers.Zip(recovered.Signatures).DistinctBy(s => s.First).Count(s =>
            s.First >= 1 && s.First <= bearers.Length
            && Statements.Holds(text, Convert.FromBase64String(bearers[s.First - 1]), Convert.FromBase64String(s.Second)));
        return needed > 0 && signed >= needed ? null : $"{signed} key-bearers signed this change of keys, {needed} are needed";
    }

    private static string? Tree(long size, string root, long seq, Edge before) =>
        size == seq && Convert.ToBase64String(before.Root()) == root ? null : "the tree it names is not the one before it";
}
