using NSec.Cryptography;

namespace Faubourg.Ledger.Notes;

/// <summary>Signs notes as a log does: Ed25519 over the text (C2SP signed-note, type 01). Any thread may sign; dispose of it when the key may go.</summary>
public sealed class NoteSigner : IDisposable
{
    private readonly Key key;

    private NoteSigner(string name, Key key)
    {
        this.key = key;
        Key = VerifierKey.Ed25519(name, Ed.Public(key));
    }

    /// <summary>What checks its signatures.</summary>
    public VerifierKey Key { get; }

    /// <param name="name">For a log its origin.</param>
    /// <param name="seed">The 32 bytes of RFC 8032 §5.1.5; the caller wipes them.</param>
    /// <exception cref="LedgerException">A name that no key may have.</exception>
    public static NoteSigner Ed25519(string name, ReadOnlySpan<byte> seed) => new(name, Ed.Open(seed));

    /// <param name="text">Ends in a newline, which is signed too.</param>
    /// <exception cref="LedgerException">A text that no note may have.</exception>
    public NoteSignature Sign(string text) => new(Key.Name, Key.Id, [.. Ed.Sign(key, Note.TextBytes(text))]);

    public void Dispose() => key.Dispose();
}
