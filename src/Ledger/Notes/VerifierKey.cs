using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Faubourg.Ledger.Notes;

/// <summary>A key that checks signatures on notes, with its name and type (C2SP signed-note, "Verifier keys"). Two are equal when all three are.</summary>
/// <param name="Name">Not empty, without spaces and plus; for a log its origin.</param>
/// <param name="Type">One of <see cref="KeyType"/>, or one that we do not know: such a key is kept and recognises nothing.</param>
/// <param name="PublicKey">32 bytes for the two types of Ed25519.</param>
public sealed record VerifierKey(string Name, byte Type, ImmutableArray<byte> PublicKey)
{
    private const int IdBytes = sizeof(uint);

    /// <summary>
    /// The first 4 bytes of SHA-256(name ‖ 0A ‖ type ‖ public key); for the old ECDSA type, of SHA-256(public key). It says which key
    /// a signature claims to be by and proves nothing: a stranger finds another key with the same id in minutes.
    /// </summary>
    public uint Id => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(
        Type == KeyType.Ecdsa ? PublicKey.AsSpan() : [.. Lines.Bytes(Name), (byte)'\n', Type, .. PublicKey]));

    /// <summary>The key of a log: Ed25519 over the text alone.</summary>
    public static VerifierKey Ed25519(string name, byte[] publicKey) => Sound(name, [KeyType.Ed25519, .. publicKey]);

    /// <summary>The key of a witness: Ed25519 over a time and a checkpoint (C2SP tlog-cosignature). Never one key under two names.</summary>
    public static VerifierKey Cosigner(string name, byte[] publicKey) => Sound(name, [KeyType.Cosignature, .. publicKey]);

    /// <summary>Reads <c>name+hex of the id+base64 of type and key</c>.</summary>
    /// <exception cref="LedgerException">Another form, another spelling of the same, or an id that is not the key's.</exception>
    public static VerifierKey Parse(string vkey)
    {
        // Base64 may itself hold a plus: only the first two separate.
        var parts = vkey.Length <= Limits.NoteBytes ? vkey.Split('+', 3) : [];
        if (parts.Length != 3) throw new LedgerException("a verifier key is name+id+key");
        var key = Sound(parts[0], Padded.Read(parts[2], "the key of a verifier key"));
        return Hex(key.Id) == parts[1] ? key : throw new LedgerException($"the id of the key {parts[0]} is {Hex(key.Id)}");
    }

    /// <summary>As <see cref="Parse"/>, for who does not care why not.</summary>
    public static bool TryParse(string vkey, out VerifierKey key)
    {
        try
        {
            key = Parse(vkey);
            return true;
        }
        catch (LedgerException)
        {
            key = null!;
            return false;
        }
    }

    private static VerifierKey Sound(string name, ReadOnlySpan<byte> typed)
    {
        if (!Lines.IsKeyName(name)) throw new LedgerException("a key name is not empty, without spaces and plus");
        Lines.Bytes(name);
        if (typed.Length < 2) throw new LedgerException("a verifier key without a key");
        var known = KeyType.Length(typed[0]);
        if (known is { } length && typed.Length - 1 != length)
            throw new LedgerException($"a key of type {typed[0]:x2} has {length} bytes, not {typed.Length - 1}");
        return new VerifierKey(name, typed[0], [.. typed[1..]]);
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => $"{Name}+{Hex(Id)}+{Padded.Write([Type, .. PublicKey])}";

    internal static string Hex(uint id)
    {
        Span<byte> bytes = stackalloc byte[IdBytes];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, id);
        return Convert.ToHexStringLower(bytes);
    }

    public bool Equals(VerifierKey? other) =>
        other is not null && Name == other.Name && Type == other.Type && PublicKey.AsSpan().SequenceEqual(other.PublicKey.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Name, Id);
}
