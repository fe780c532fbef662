using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>What the door shows follows from the room's secret and the minute, so nothing is stored when it turns.</summary>
public static class Door
{
    /// <summary>How long one tap keeps the door open.</summary>
    public static readonly Duration StaysOpen = Duration.FromMinutes(5);

    /// <summary>Letters and digits that cannot be mistaken for one another when read aloud or chalked.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The 128-bit token of a minute, 22 base64url characters.</summary>
    public static string Token(Room room, Instant at) => TokenOf(room.DoorKey, at.ToUnixTimeSeconds() / 60);

    /// <summary>This minute's token and the last one are honoured.</summary>
    public static bool Honours(Room room, string token, Instant at)
    {
        var minute = at.ToUnixTimeSeconds() / 60;
        return Same(token, TokenOf(room.DoorKey, minute)) || Same(token, TokenOf(room.DoorKey, minute - 1));
    }

    public static bool IsOpen(Room room, Instant at) => at < room.DoorOpenUntil;

    /// <summary>Six characters, the same as long as the door stays open. Whoever types them may try 30 times a minute.</summary>
    public static string Code(Room room)
    {
        var bytes = Keyed(room.DoorKey, $"code|{room.DoorOpenings}");
        return string.Concat(bytes.Take(6).Select(b => Alphabet[b % Alphabet.Length]));
    }

    /// <summary>Accepts the code as people type it: small letters, spaces and hyphens do not matter.</summary>
    public static bool HonoursCode(Room room, string typed, Instant at) =>
        IsOpen(room, at) && Same(string.Concat(typed.ToUpperInvariant().Where(char.IsLetterOrDigit)), Code(room));

    private static string TokenOf(string key, long minute) =>
        Convert.ToBase64String(Keyed(key, $"token|{minute}"), 0, 16).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static byte[] Keyed(string key, string what) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(what));

    private static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
