using System.Security.Cryptography;
using System.Text;
using Faubourg.Domain;

namespace Faubourg.Web;

/// <summary>
/// A slip is six words of four letters, 72 bits. Nobody keeps them: the device makes them again from its secret, a purpose, the
/// council and an id, and the host knows only their hash. On paper they work without the device.
/// </summary>
public static class Slips
{
    public const string Minutes = "minutes", Name = "name", Task = "task";

    private const int Count = 6;

    /// <summary>16 consonants and 4 vowels: a word of four letters holds 12 bits and can be said aloud.</summary>
    private const string Consonants = "bdfghjklmnprstvz", Vowels = "aiou";

    /// <summary>The purpose of the slip "I held this role".</summary>
    public static string Role(Domain.Draws.Role role) => "role-" + Field.Kebab(role);

    /// <summary>The six words of this device for one purpose in one council.</summary>
    public static string Words(Device device, string purpose, string origin, int council, string id = "0")
    {
        var bytes = HMACSHA256.HashData(Encoding.UTF8.GetBytes(device.Secret), Encoding.UTF8.GetBytes($"{purpose}|{origin}|{council}|{id}"));
        return string.Join(' ', Enumerable.Range(0, Count).Select(word => Word(bytes, word * 12)));
    }

    /// <summary>What the rules are told of a slip.</summary>
    public static string HashOf(string words) => Hash.Of("slip|" + words);

    /// <summary>The hash of six words as somebody typed them; null where these cannot be words of a slip.</summary>
    public static string? HashOfTyped(string typed) => WordsOfTyped(typed) is { } words ? HashOf(words) : null;

    /// <summary>Six words as they are written here; null where these cannot be words of a slip.</summary>
    public static string? WordsOfTyped(string typed)
    {
        var words = typed.ToLowerInvariant().Split([' ', ',', '-', '.', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == Count && words.All(IsWord) ? string.Join(' ', words) : null;
    }

    /// <summary>The hash for the device and the council of this request.</summary>
    public static string Hashed(Visit visit, string purpose, string id = "0") =>
        visit.Device is { } device ? HashOf(Words(device, purpose, visit.Quarter.Origin, visit.CouncilNumber!.Value, id)) : "";

    private static string Word(byte[] bytes, int bit)
    {
        var twelve = ((bytes[bit / 8] << 16 | bytes[(bit / 8) + 1] << 8) >> (12 - (bit % 8))) & 0xFFF;
        return string.Concat(Consonants[twelve >> 8], Vowels[twelve >> 6 & 3], Consonants[twelve >> 2 & 15], Vowels[twelve & 3]);
    }

    private static bool IsWord(string word) =>
        word.Length == 4 && Consonants.Contains(word[0]) && Vowels.Contains(word[1]) && Consonants.Contains(word[2]) && Vowels.Contains(word[3]);
}
