using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Faubourg.Ledger.Notes;

/// <summary>One signature line of a note: who claims to have signed, and with what (C2SP signed-note, "Signatures").</summary>
/// <param name="Name">Of the key.</param>
/// <param name="KeyId">Of the key; see <see cref="VerifierKey.Id"/>.</param>
/// <param name="Payload">What follows the id: 64 bytes for a log's Ed25519, 8 of time and 64 for a cosignature.</param>
public sealed record NoteSignature(string Name, uint KeyId, ImmutableArray<byte> Payload)
{
    private const string Start = "— ";

    /// <summary>Em dash, name, base64; with its newline, as it stands in the note and as a witness answers.</summary>
    public string Line
    {
        get
        {
            var bytes = new byte[sizeof(uint) + Payload.Length];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
            Payload.CopyTo(bytes, sizeof(uint));
            return $"{Start}{Name} {Padded.Write(bytes)}\n";
        }
    }

    /// <summary>Reads a line, without or with its newline.</summary>
    /// <exception cref="LedgerException">Another form, or another spelling of the same.</exception>
    public static NoteSignature Parse(string line)
    {
        var parts = line.EndsWith('\n') ? line[..^1].Split(' ', 4) : line.Split(' ', 4);
        if (parts is not ["—", var name, var base64] || !Lines.IsKeyName(name)) throw new LedgerException("not a signature line");
        Lines.Bytes(name);
        var bytes = Padded.Read(base64, "a signature");
        if (bytes.Length <= sizeof(uint)) throw new LedgerException("a signature of no bytes");
        return new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), [.. bytes[sizeof(uint)..]]);
    }

    /// <summary>Whether it claims to be by this key.</summary>
    public bool IsBy(VerifierKey key) => KeyId == key.Id && Name == key.Name;

    public bool Equals(NoteSignature? other) =>
        other is not null && Name == other.Name && KeyId == other.KeyId && Payload.AsSpan().SequenceEqual(other.Payload.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Name, KeyId, Payload.Length);
}
