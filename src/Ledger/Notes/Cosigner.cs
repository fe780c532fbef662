using NSec.Cryptography;

namespace Faubourg.Ledger.Notes;

/// <summary>
/// Signs checkpoints as a witness does: Ed25519 over a time and the text (C2SP tlog-cosignature, type 04). What is signed does not say the
/// name, so one key never serves two names, and never a log as well. Whoever signs has seen that nothing was taken away before.
/// </summary>
public sealed class Cosigner : IDisposable
{
    private readonly Key key;

    private Cosigner(string name, Key key)
    {
        this.key = key;
        Key = VerifierKey.Cosigner(name, Ed.Public(key));
    }

    /// <summary>What checks its signatures.</summary>
    public VerifierKey Key { get; }

    /// <param name="name">Of the witness.</param>
    /// <param name="seed">The 32 bytes of RFC 8032 §5.1.5; the caller wipes them.</param>
    /// <exception cref="LedgerException">A name that no key may have.</exception>
    public static Cosigner Ed25519(string name, ReadOnlySpan<byte> seed) => new(name, Ed.Open(seed));

    /// <param name="checkpointText">The text of a checkpoint, without signatures.</param>
    /// <param name="unixSeconds">Now, from 1 upwards: 0 would say no time at all.</param>
    /// <exception cref="LedgerException">Not the text of a checkpoint.</exception>
    public NoteSignature Sign(string checkpointText, long unixSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(unixSeconds, 1);
        Checkpoint.Parse(checkpointText);
        return new(Key.Name, Key.Id, [.. Signatures.Timed(unixSeconds, Ed.Sign(key, Signatures.Cosigned(checkpointText, unixSeconds)))]);
    }

    public void Dispose() => key.Dispose();
}
