using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace Faubourg.Storage.Keys;

/// <summary>The first key of a quarter's log (Ed25519), from which its identity follows.</summary>
/// <param name="Id">26 characters: the quarter for ever.</param>
/// <param name="Origin">Host part, <c>/q/</c>, id.</param>
/// <param name="Public">base64 of the 32 bytes of the public key.</param>
/// <param name="Wrapped">The private key, wrapped by the host's.</param>
internal sealed record LogKey(string Id, string Origin, string Public, byte[] Wrapped)
{
    private const int IdLength = 26;

    public static LogKey Make(string hostName, HostKey host)
    {
        var exportable = new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport };
        using var key = Key.Create(SignatureAlgorithm.Ed25519, exportable);
        var open = key.PublicKey.Export(KeyBlobFormat.RawPublicKey);
        var id = IdFor(Convert.ToBase64String(open));
        var origin = $"{hostName}/q/{id}";
        var secret = key.Export(KeyBlobFormat.RawPrivateKey);
        var wrapped = host.Wrap(secret, Encoding.UTF8.GetBytes(origin));
        CryptographicOperations.ZeroMemory(secret);
        return new LogKey(id, origin, Convert.ToBase64String(open), wrapped);
    }

    /// <param name="first">base64 of the first public key.</param>
    public static string IdFor(string first) => Base32(SHA256.HashData(Convert.FromBase64String(first)))[..IdLength];

    /// <summary>The quarter's 26 characters; what there is of them in an origin that is none.</summary>
    public static string IdOf(string origin) => origin[Math.Max(0, origin.Length - IdLength)..];

    /// <summary>RFC 4648 §6, in small letters, without padding.</summary>
    internal static string Base32(ReadOnlySpan<byte> bytes)
    {
        const string alphabet = "abcdefghijklmnopqrstuvwxyz234567";
        var text = new StringBuilder();
        var (held, bits) = (0, 0);
        foreach (var b in bytes)
        {
            held = (held << 8 | b) & 0xfff;
            for (bits += 8; bits >= 5; bits -= 5) text.Append(alphabet[held >> (bits - 5) & 31]);
        }
        if (bits > 0) text.Append(alphabet[held << (5 - bits) & 31]);
        return text.ToString();
    }
}
