using System.Collections.Immutable;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Quarters;

/// <summary>Key-bearers give the log another key: the old one is lost, stolen, or in the hands of a host that is against them.</summary>
/// <param name="Key">base64 of 32 bytes, the new key.</param>
/// <param name="Size">Of the tree before this leaf.</param>
/// <param name="Root">base64 of its root.</param>
/// <param name="Bearers">Numbers of the keys of the last <c>recovery.set</c>, ascending; at least as many as it needs.</param>
/// <param name="Signatures">base64 of 64 bytes each, in the same order: over <c>recover/v1</c>.</param>
public sealed record RecoverKey(string Key, long Size, string Root, ImmutableArray<int> Bearers, ImmutableArray<string> Signatures) : Act
{
    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (actor != Actor.Host) return new OnlyTheHost();
        if (quarter.Recovery is not { } recovery || !recovery.HoldsAt(facts.Now)) return new NoBearers();
        if (Size != quarter.Size) return new TreeHasGrown(quarter.Size);
        if (!AreBearers(recovery, Bearers)) return new TooFewBearers(recovery.Needed);
        if (Signatures.Length != Bearers.Length
            || !SigningKey.IsBase64(Root, SigningKey.Bytes)
            || !Signatures.All(s => SigningKey.IsBase64(s, SigningKey.SignatureBytes))) return new NotAKey();
        return NewKey.Refuse(quarter, Key) ?? (Decision)new KeyRecovered(Key, Size, Root, Bearers, Signatures);
    }

    /// <summary>Enough of them, each once, in ascending order, and there is a key of that number.</summary>
    internal static bool AreBearers(Recovery recovery, ImmutableArray<int> numbers)
    {
        if (numbers.Length < recovery.Needed || numbers[0] < 1 || numbers[^1] > recovery.Keys.Length) return false;
        for (var i = 1; i < numbers.Length; i++)
            if (numbers[i] <= numbers[i - 1]) return false;
        return true;
    }
}

/// <summary>The old key is void from here on: what it signs of a larger tree counts for nothing.</summary>
/// <param name="Key">base64 of 32 bytes, the new key.</param>
/// <param name="Size">Of the tree before this leaf: its own index.</param>
/// <param name="Root">base64 of that tree's root.</param>
/// <param name="Bearers">Numbers of the keys of the last <c>recovery.set</c>, ascending.</param>
/// <param name="Signatures">base64 of 64 bytes each, in the same order: over <c>recover/v1</c>.</param>
[Leaf("key.recovered")]
public sealed record KeyRecovered(string Key, long Size, string Root, ImmutableArray<int> Bearers, ImmutableArray<string> Signatures) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter with
    {
        // An earlier key in its last thirty days is void as well: whoever stole one may have stolen both.
        Keys = [.. quarter.Keys.Select(k => k with { VoidAfter = k.VoidAfter ?? stamp.Seq }), new SigningKey(Key, stamp.Seq)],
    };
}

public sealed record NoBearers : Refusal;

public sealed record TooFewBearers(int Needed) : Refusal;
