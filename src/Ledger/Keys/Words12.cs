using System.Security.Cryptography;
using System.Text;
using Faubourg.Ledger.Notes;

namespace Faubourg.Ledger.Keys;

/// <summary>
/// The key of a key-bearer as twelve words on paper: 128 random bits, and 16 that show a slip of the pen. Keep neither the words nor what is
/// made of them longer than needed.
/// </summary>
public sealed class Words12
{
    /// <summary>Random bytes that the words carry.</summary>
    public const int SecretBytes = 16;

    private const int Count = 12, CheckBytes = 2;

    private Words12(string text) => Text = text;

    /// <summary>Twelve words in small letters, one space between: what the key is made of, whoever makes it.</summary>
    public string Text { get; }

    /// <param name="secret">16 fresh random bytes. The first two bytes of their SHA-256 follow them in the words.</param>
    public static Words12 Of(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != SecretBytes) throw new ArgumentException($"The words carry {SecretBytes} bytes.", nameof(secret));
        return new Words12(string.Join(' ', SpokenWord.Of([.. secret, .. SHA256.HashData(secret)[..CheckBytes]], Count)));
    }

    /// <summary>Reads what somebody typed: any case, with spaces, commas, hyphens or lines between.</summary>
    /// <exception cref="LedgerException">Not twelve such words, or one was written down wrongly; the message says which is no word.</exception>
    public static Words12 Parse(string typed)
    {
        if (typed.Length > 1000) throw new LedgerException("twelve words are not that long");
        var words = SpokenWord.Typed(typed);
        if (words.Length != Count) throw new LedgerException($"{words.Length} words instead of {Count}");
        var bytes = new byte[SecretBytes + CheckBytes];
        for (var word = 0; word < Count; word++)
        {
            var value = SpokenWord.Value(words[word]) ?? throw new LedgerException($"word {word + 1} is none of ours");
            for (var bit = 0; bit < SpokenWord.Bits; bit++)
            {
                var at = (word * SpokenWord.Bits) + bit;
                bytes[at / 8] |= (byte)((value >> (SpokenWord.Bits - 1 - bit) & 1) << (7 - (at % 8)));
            }
        }

        var read = Of(bytes.AsSpan(0, SecretBytes));
        return read.Text == string.Join(' ', words) ? read : throw new LedgerException("a word was written down wrongly");
    }

    /// <summary>The Ed25519 seed: SHA-256 of <c>bearer/v1</c>, a newline and <see cref="Text"/>. The caller wipes it.</summary>
    public byte[] Seed() => SHA256.HashData(Encoding.ASCII.GetBytes("bearer/v1\n" + Text));

    /// <summary>32 bytes: what the record holds of it.</summary>
    public byte[] PublicKey()
    {
        var seed = Seed();
        using var key = Ed.Open(seed);
        CryptographicOperations.ZeroMemory(seed);
        return Ed.Public(key);
    }
}
