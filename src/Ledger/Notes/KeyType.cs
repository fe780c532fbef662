namespace Faubourg.Ledger.Notes;

/// <summary>The type byte of a key and its signatures (C2SP signed-note, "Signature types").</summary>
public static class KeyType
{
    /// <summary>Ed25519 over the text of the note.</summary>
    public const byte Ed25519 = 0x01;

    /// <summary>ECDSA, with a rule of its own for the id. We read such keys and check nothing with them.</summary>
    public const byte Ecdsa = 0x02;

    /// <summary>Ed25519 over a time and a checkpoint.</summary>
    public const byte Cosignature = 0x04;

    /// <summary>ML-DSA-44 over a time and a tree. We read such keys and check nothing with them, until NSec or the base library can.</summary>
    public const byte MlDsa44 = 0x06;

    /// <summary>Bytes of a public key of this type; null where we do not know.</summary>
    internal static int? Length(byte type) => type switch
    {
        Ed25519 or Cosignature => 32,
        MlDsa44 => 1312,
        _ => null,
    };
}
