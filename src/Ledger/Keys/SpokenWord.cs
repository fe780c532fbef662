namespace Faubourg.Ledger.Keys;

/// <summary>
/// Words that carry 12 bits each and can be said aloud: consonant, vowel, consonant, vowel, from 16 and 4. There are 4096 of
/// them and no list to keep; they belong to no language.
/// </summary>
public static class SpokenWord
{
    /// <summary>Bits that a word holds.</summary>
    public const int Bits = 12;

    private const int Length = 4;
    private const string Consonants = "bdfghjklmnprstvz", Vowels = "aiou";

    /// <param name="value">0 to 4095.</param>
    public static string Of(int value) =>
        string.Concat(Consonants[value >> 8], Vowels[value >> 6 & 3], Consonants[value >> 2 & 15], Vowels[value & 3]);

    /// <summary>The words of the first bits of these bytes.</summary>
    public static string[] Of(ReadOnlySpan<byte> bytes, int count)
    {
        var words = new string[count];
        var (held, bits, at) = (0, 0, 0);
        for (var word = 0; word < count; word++)
        {
            for (; bits < Bits; bits += 8) held = (held << 8 | bytes[at++]) & 0xFFFFF;
            bits -= Bits;
            words[word] = Of(held >> bits & 0xFFF);
        }

        return words;
    }

    /// <summary>0 to 4095; null where it is no such word.</summary>
    public static int? Value(string word)
    {
        if (word.Length != Length) return null;
        var (a, b, c, d) = (Consonants.IndexOf(word[0]), Vowels.IndexOf(word[1]), Consonants.IndexOf(word[2]), Vowels.IndexOf(word[3]));
        return a < 0 || b < 0 || c < 0 || d < 0 ? null : a << 8 | b << 6 | c << 2 | d;
    }

    /// <summary>What somebody typed, as words; perhaps none of ours.</summary>
    public static string[] Typed(string text) =>
        text.ToLowerInvariant().Split([' ', ',', '-', '.', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
}
