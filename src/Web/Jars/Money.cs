using System.Globalization;
using System.Text;
using Faubourg.Domain.Jars;

namespace Faubourg.Web.Jars;

/// <summary>Whole numbers of the smallest unit, as people write amounts: "1 234.50 €", "1 234,50 €", "2 000 XOF".</summary>
public static class Money
{
    private const char Between = '\u00a0';

    private const int Group = 3;

    /// <summary>In the language's own decimal sign; the sign of the currency comes after a space that does not break.</summary>
    public static string Say(Words words, Currency unit, long amount) => $"{Figure(words, unit, amount)}{Between}{Sign(unit)}";

    /// <summary>The same without the currency, as it is typed.</summary>
    public static string Figure(Words words, Currency unit, long amount)
    {
        var digits = unit.Digits();
        var whole = Math.Abs(amount).ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        var said = new StringBuilder(whole[..^digits]);
        for (var at = said.Length - Group; at > 0; at -= Group) said.Insert(at, Between);
        if (digits > 0) said.Append(words.Language == "fr" ? ',' : '.').Append(whole[^digits..]);
        return amount < 0 ? "−" + said : said.ToString();
    }

    public static string Sign(Currency unit) => unit == Currency.Eur ? "€" : Code(unit);

    /// <summary>ISO 4217: "EUR".</summary>
    public static string Code(Currency unit) => unit.ToString().ToUpperInvariant();

    /// <summary>What somebody typed, in the smallest unit; 0, which no jar takes, where that is no amount of this currency.</summary>
    /// <param name="typed">Digits, spaces between them, "." or "," before at most as many digits as the currency has, and its sign.</param>
    public static long Read(string typed, Currency unit)
    {
        var plain = new string([.. typed.Replace(Code(unit), "", StringComparison.OrdinalIgnoreCase).Replace("€", "", StringComparison.Ordinal).Where(c => !char.IsWhiteSpace(c))]);
        var parts = plain.Split('.', ',');
        if (parts.Length > 2 || parts[0].Length is 0 or > 9 || parts.Any(p => !p.All(char.IsAsciiDigit))) return 0;
        var rest = parts.Length == 2 ? parts[1] : "";
        if (rest.Length > unit.Digits()) return 0;
        return long.Parse(parts[0] + rest.PadRight(unit.Digits(), '0'), CultureInfo.InvariantCulture);
    }
}
