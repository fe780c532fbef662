using System.Globalization;
using System.Numerics;

namespace Faubourg.Web.Jars;

/// <summary>International account numbers (ISO 13616): two letters, two check digits, 11 to 30 letters or digits.</summary>
public static class Iban
{
    private const int Least = 15, Most = 34, Check = 97;

    /// <summary>Without spaces, in capitals; null for what does not look like one.</summary>
    public static string? Of(string typed)
    {
        var plain = new string([.. typed.Where(c => !char.IsWhiteSpace(c))]).ToUpperInvariant();
        return plain.Length is >= Least and <= Most && plain.All(char.IsAsciiLetterOrDigit)
            && char.IsAsciiLetter(plain[0]) && char.IsAsciiLetter(plain[1]) && char.IsAsciiDigit(plain[2]) && char.IsAsciiDigit(plain[3])
            ? plain
            : null;
    }

    /// <summary>A digit typed wrongly, or two swapped, makes it false.</summary>
    public static bool IsRight(string iban)
    {
        var digits = string.Concat((iban[4..] + iban[..4]).Select(c => char.IsAsciiDigit(c) ? $"{c}" : $"{c - 'A' + 10}"));
        return BigInteger.Parse(digits, CultureInfo.InvariantCulture) % Check == 1;
    }

    /// <summary>In fours, as on a bank card.</summary>
    public static string InFours(string iban) => string.Join(' ', iban.Chunk(4).Select(four => new string(four)));
}
