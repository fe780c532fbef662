using Faubourg.Domain.Record;

namespace Faubourg.Domain.Quarters;

/// <summary>The host takes another key for the log. Its signature is checked where it comes in, and by everybody who verifies.</summary>
/// <param name="Key">base64 of 32 bytes, the new key.</param>
/// <param name="Size">Of the tree before this leaf.</param>
/// <param name="Root">base64 of its root.</param>
/// <param name="Signature">base64 of 64 bytes: the old key over <c>rotate/v1</c>.</param>
public sealed record RotateKey(string Key, long Size, string Root, string Signature) : Act
{
    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (actor != Actor.Host) return new OnlyTheHost();
        if (Size != quarter.Size) return new TreeHasGrown(quarter.Size);
        if (!SigningKey.IsBase64(Root, SigningKey.Bytes) || !SigningKey.IsBase64(Signature, SigningKey.SignatureBytes)) return new NotAKey();
        return NewKey.Refuse(quarter, Key) ?? (Decision)new KeyRotated(Key, Size, Root, Signature);
    }
}

internal static class NewKey
{
    /// <summary>A key that signed here before would make it doubtful which of them speaks.</summary>
    public static Refusal? Refuse(Quarter quarter, string key)
    {
        if (!SigningKey.IsBase64(key, SigningKey.Bytes)) return new NotAKey();
        return quarter.Keys.Any(k => k.Key == key) ? new KeyUsedBefore() : null;
    }
}

/// <summary>From here on the new key signs; the old one too for 30 days.</summary>
/// <param name="Key">base64 of 32 bytes, the new key.</param>
/// <param name="Size">Of the tree before this leaf: its own index.</param>
/// <param name="Root">base64 of that tree's root.</param>
/// <param name="Signature">base64 of 64 bytes: the old key over <c>rotate/v1</c>.</param>
[Leaf("key.rotated")]
public sealed record KeyRotated(string Key, long Size, string Root, string Signature) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter with
    {
        Keys = quarter.Keys.SetItem(quarter.Keys.Length - 1, quarter.Keys[^1] with { Until = stamp.At + SigningKey.Overlap })
            .Add(new SigningKey(Key, stamp.Seq)),
    };
}

public sealed record KeyUsedBefore : Refusal;
