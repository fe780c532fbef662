using System.Security.Cryptography;
using System.Text;

namespace Faubourg.Ledger;

/// <summary>
/// A name or a free text beside a leaf, which holds only its digest (RFC 9901 §4.2, without the JWT around it).
/// Delete this and the leaf still verifies, and says nothing: without the salt nobody can even test a guess.
/// </summary>
/// <param name="Name">What the text is, of a–z and _: <c>payee</c>.</param>
/// <param name="Value">The text.</param>
/// <param name="Encoded">D = base64url(UTF-8(JSON [salt, name, value])), kept and hashed as carried (§4.2.3).</param>
public sealed record Disclosure(string Name, string Value, string Encoded)
{
    /// <summary>base64url(SHA-256(ASCII(D))): what stands in the leaf's <c>_sd</c>.</summary>
    /// <remarks>Worked out when asked for: a start reads every text, and asks for none.</remarks>
    public string Digest => Base64.Write(SHA256.HashData(Encoding.ASCII.GetBytes(Encoded)));

    /// <param name="name">What the text is.</param>
    /// <param name="value">The text, in Unicode form C.</param>
    /// <param name="salt">16 fresh random bytes, used for nothing else and kept nowhere else.</param>
    /// <exception cref="LeafException">A name outside its grammar, a text too long or not normalised.</exception>
    public static Disclosure Make(string name, string value, ReadOnlySpan<byte> salt)
    {
        if (salt.Length != Limits.SaltBytes) throw new ArgumentException($"A salt is {Limits.SaltBytes} bytes.", nameof(salt));
        var parts = LeafValue.Of([Base64.Write(salt), Names.Key(name), value]);
        CanonicalWriter.RequireNormalized(parts);
        var json = CanonicalWriter.Write(parts);
        if (json.Length > Limits.DisclosureBytes) throw new LeafException(LeafFault.TooLong, $"{json.Length} bytes");
        return new(name, value, Base64.Write(json));
    }

    /// <summary>Reads D as served or stored; whether its digest stands in a leaf is for the caller to see.</summary>
    /// <exception cref="LeafException">Not what <see cref="Make"/> writes.</exception>
    public static Disclosure Read(string encoded)
    {
        var json = Base64.Read(encoded);
        if (json.Length > Limits.DisclosureBytes) throw new LeafException(LeafFault.TooLong, $"{json.Length} bytes");
        return CanonicalReader.Read(json) is Row { Items: [Word salt, Word name, Word value] }
            && Base64.Read(salt.Value).Length == Limits.SaltBytes
            ? new(Names.Key(name.Value), value.Value, encoded)
            : throw Names.Wrong("a disclosure is [salt, name, value]");
    }
}
