using NodaTime;

namespace Faubourg.Domain.Quarters;

/// <summary>A key of the log, from the leaf that names it on. The chain of them begins with the genesis key of leaf 0.</summary>
/// <param name="Key">base64 of 32 bytes, Ed25519.</param>
/// <param name="From">Index of the leaf that names it: it may sign trees larger than this.</param>
/// <param name="Until">30 days after its successor was named; null while it has none.</param>
/// <param name="VoidAfter">The largest tree its signature counts for, once key-bearers replaced it; null otherwise.</param>
public sealed record SigningKey(string Key, long From, Instant? Until = null, long? VoidAfter = null)
{
    public const int Bytes = 32;

    public const int SignatureBytes = 64;

    /// <summary>Old and new key both sign for this long.</summary>
    public static readonly Duration Overlap = Duration.FromDays(30);

    /// <summary>Its signature on a tree of this size counts at this time.</summary>
    public bool Signs(long size, Instant now) => size > From && !(now >= Until) && !IsVoid(size);

    /// <summary>Key-bearers had replaced it before the tree grew to this size: what it signs there counts for nothing.</summary>
    public bool IsVoid(long size) => size > VoidAfter;

    /// <summary>The text is canonical base64 of exactly so many bytes.</summary>
    public static bool IsBase64(string? text, int bytes)
    {
        Span<byte> read = stackalloc byte[SignatureBytes + 2];
        return text is not null && text.Length == (bytes + 2) / 3 * 4
            && Convert.TryFromBase64String(text, read, out var written) && written == bytes
            && Convert.ToBase64String(read[..written]) == text;
    }
}

/// <summary>Not 32 bytes of key, root, or 64 of signature in canonical base64.</summary>
public sealed record NotAKey : Refusal;

/// <summary>The tree has another size by now.</summary>
public sealed record TreeHasGrown(long Size) : Refusal;

/// <summary>Asked for at the host's command line only.</summary>
public sealed record OnlyTheHost : Refusal;
