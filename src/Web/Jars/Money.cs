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

    /// <summary>
    /// What somebody typed, in the smallest unit; 0, which no jar takes, where that is no amount of this currency, or may be read as two:
    /// "5€50" and "5 50" are 5.50 to some and 550 to others.
    /// </summary>
    /// <param name="typed">Digits, by threes with spaces between or all together, "." or "," before at most as many digits as the currency has, its sign before or after.</param>
    public static long Read(string typed, Currency unit)
    {
        var parts = Bare(Bare(typed.Trim(), Code(unit)), unit == Currency.Eur ? "€" : Code(unit)).Split('.', ',');
        var whole = new string([.. parts[0].Where(c => !char.IsWhiteSpace(c))]);
        var rest = parts.Length == 2 ? parts[1] : "";
        if (parts.Length > 2 || whole.Length is 0 or > 9 || rest.Length > unit.Digits() || !(whole + rest).All(char.IsAsciiDigit) || !IsInThrees(parts[0])) return 0;
        return long.Parse(whole + rest.PadRight(unit.Digits(), '0'), CultureInfo.InvariantCulture);
    }

    private static string Bare(string typed, string sign) =>
        typed.StartsWith(sign, StringComparison.OrdinalIgnoreCase) ? typed[sign.Length..].Trim()
        : typed.EndsWith(sign, StringComparison.OrdinalIgnoreCase) ? typed[..^sign.Length].Trim()
        : typed;

    private static bool IsInThrees(string whole) =>
        whole.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } groups && (groups.Length == 1 || (groups[0].Length <= Group && groups[1..].All(g => g.Length == Group)));
}
