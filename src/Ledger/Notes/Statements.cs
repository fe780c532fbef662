namespace Faubourg.Ledger.Notes;

/// <summary>
/// What keys say about keys, as texts: signed as their UTF-8 by plain Ed25519. None can be taken for a checkpoint, whose second line is a
/// number and whose third is a hash.
/// </summary>
public static class Statements
{
    /// <summary>By the old key of the log: from here on this key speaks too.</summary>
    /// <param name="origin">Of the log.</param>
    /// <param name="size">Of the tree that the old key answers for.</param>
    /// <param name="root">Its root, 32 bytes.</param>
    /// <param name="key">The new key of the log.</param>
    /// <exception cref="LedgerException">An origin with a newline, a negative size, a root of another length, a key of another log.</exception>
    public static string Rotate(string origin, long size, ReadOnlySpan<byte> root, VerifierKey key) => About("rotate/v1", origin, size, root, key);

    /// <summary>By three key-bearers at least: the old key is lost or stolen, and void from here on. As <see cref="Rotate"/> otherwise.</summary>
    /// <inheritdoc cref="Rotate"/>
    public static string Recover(string origin, long size, ReadOnlySpan<byte> root, VerifierKey key) => About("recover/v1", origin, size, root, key);

    private static string About(string kind, string origin, long size, ReadOnlySpan<byte> root, VerifierKey key)
    {
        if (key.Name != origin || key.Type != KeyType.Ed25519) throw new LedgerException("the new key is no Ed25519 key of this log");
        return kind + "\n" + new Checkpoint(origin, Positive(size), [.. Hash(root)]).Text + key + "\n";
    }

    private static long Positive(long size) => size >= 0 ? size : throw new LedgerException("a size below 0");

    private static ReadOnlySpan<byte> Hash(ReadOnlySpan<byte> root) =>
        root.Length == Tree.Merkle.HashBytes ? root : throw new LedgerException("a root is 32 bytes");

    /// <param name="text">One of these statements.</param>
    /// <param name="seed">32 bytes; the caller wipes them.</param>
    /// <returns>64 bytes.</returns>
    public static byte[] Sign(string text, ReadOnlySpan<byte> seed)
    {
        using var key = Ed.Open(seed);
        return Ed.Sign(key, Note.TextBytes(text));
    }

    /// <summary>False also for bytes that are no key and no signature.</summary>
    /// <exception cref="LedgerException">A text that none of these statements is.</exception>
    public static bool Holds(string text, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> signature) =>
        Ed.Holds(publicKey, Note.TextBytes(text), signature);
}
