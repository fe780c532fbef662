using System.Security.Cryptography;
using System.Text;
using Faubourg.Ledger.Notes;
using Faubourg.Verify.Checks;

namespace Faubourg.Verify.Tests.Street;

/// <summary>Keys that follow from a word, so that a record is the same in every run.</summary>
internal static class LogKeys
{
    public static byte[] Seed(string word) => SHA256.HashData(Encoding.UTF8.GetBytes($"a key for these tests: {word}"));

    public static byte[] Public(string word)
    {
        using var signer = NoteSigner.Ed25519("any", Seed(word));
        return [.. signer.Key.PublicKey];
    }

    public static string PublicText(string word) => Convert.ToBase64String(Public(word));

    /// <summary>The identity that follows from the key.</summary>
    public static string Origin(string word) => $"street.example/q/{KeyChain.IdOf(Public(word))}";

    public static VerifierKey Verifier(string origin, string word) => VerifierKey.Ed25519(origin, Public(word));
}
