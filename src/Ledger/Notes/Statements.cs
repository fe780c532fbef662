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

/// <summary>Where a log is served now: the text of a note that its key signs, kept as <c>where</c> beside the record.</summary>
/// <param name="Origin">Of the log, which never changes.</param>
/// <param name="Prefix">The URL below which <c>checkpoint</c> and <c>tile/</c> are: http or https, without query and fragment.</param>
/// <param name="At">Since when, <c>YYYY-MM-DDThh:mm:ssZ</c>; of two notes the later one holds.</param>
public sealed record Place(string Origin, string Prefix, string At)
{
    private const string Head = "where/v1";
    private const int LongestPrefix = 2048;

    /// <summary>Four lines: what is signed.</summary>
    /// <exception cref="LedgerException">A part that does not fit its grammar.</exception>
    public string Text => Lines.Of(Head, Checked().Origin, Prefix, At);

    /// <summary>Reads such a note and checks it with a key of the log.</summary>
    /// <exception cref="LedgerException">Another text, or no signature by a key of this log.</exception>
    public static Place Open(Note note, IEnumerable<VerifierKey> known)
    {
        var lines = note.Text.Split('\n', 6);
        if (lines is not [Head, var origin, var prefix, var at, ""]) throw new LedgerException($"not a {Head}");
        note.Open(known.Where(key => key.Name == origin));
        return new Place(origin, prefix, at).Checked();
    }

    private Place Checked()
    {
        if (!Lines.IsKeyName(Origin)) throw new LedgerException("not an origin");
        if (!Names.IsAt(At)) throw new LedgerException("not a time");
        var sound = Prefix.Length <= LongestPrefix
            && !Prefix.Any(letter => letter <= ' ' || letter > '~')
            && Uri.TryCreate(Prefix, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            && url.Host.Length > 0
            && url.Query.Length + url.Fragment.Length + url.UserInfo.Length == 0;
        return sound ? this : throw new LedgerException("not a prefix of http or https");
    }
}
