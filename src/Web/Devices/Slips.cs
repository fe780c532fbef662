using System.Security.Cryptography;
using System.Text;
using Faubourg.Domain;
using Faubourg.Ledger.Keys;

namespace Faubourg.Web;

/// <summary>
/// A slip is six words of four letters, 72 bits. Nobody keeps them: the device makes them again from its secret, a purpose, the
/// council and an id, and the host knows only their hash. On paper they work without the device.
/// </summary>
public static class Slips
{
    public const string Minutes = "minutes", Name = "name", Task = "task", Request = "request", Evidence = "evidence", Service = "service", Receipt = "receipt", Offer = "offer";

    /// <summary>Words that this phone makes for somebody else, and does not count as its own.</summary>
    public const string Handed = "handed";

    private const int Count = 6;

    /// <summary>The purpose of the slip "I held this role".</summary>
    public static string Role(Domain.Draws.Role role) => "role-" + Field.Kebab(role);

    /// <summary>The six words of this device for one purpose in one council.</summary>
    public static string Words(Device device, string purpose, string origin, int council, string id = "0")
    {
        var bytes = HMACSHA256.HashData(Encoding.UTF8.GetBytes(device.Secret), Encoding.UTF8.GetBytes($"{purpose}|{origin}|{council}|{id}"));
        return string.Join(' ', SpokenWord.Of(bytes, Count));
    }

    /// <summary>The task of a council in its first hands, or in later ones: each has words of its own.</summary>
    public static string TaskId(int task, int turns) => turns == 0 ? $"{task}" : $"{task}-{turns}";

    /// <summary>What the rules are told of a slip.</summary>
    public static string HashOf(string words) => Hash.Of("slip|" + words);

    /// <summary>The hash of six words as somebody typed them; null where these cannot be words of a slip.</summary>
    public static string? HashOfTyped(string typed) => WordsOfTyped(typed) is { } words ? HashOf(words) : null;

    /// <summary>The hash of the six words in a form; what is no slip at all has a hash that no slip has.</summary>
    public static string HashIn(Input input) => HashOfTyped(input.Text("slip")) ?? "";

    /// <summary>Six words as they are written here; null where these cannot be words of a slip.</summary>
    public static string? WordsOfTyped(string typed)
    {
        var words = SpokenWord.Typed(typed);
        return words.Length == Count && words.All(word => SpokenWord.Value(word) is not null) ? string.Join(' ', words) : null;
    }

    /// <summary>The hash for the device and the council of this request.</summary>
    public static string Hashed(Visit visit, string purpose, string id = "0") =>
        visit.Device is { } device ? HashOf(Words(device, purpose, visit.Quarter.Origin, visit.CouncilNumber!.Value, id)) : "";
}
