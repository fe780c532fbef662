using System.Buffers;

namespace Faubourg.Ledger;

/// <summary>The grammars of the names in a leaf. Each gives the name back, or refuses it.</summary>
internal static class Names
{
    private static readonly SearchValues<char> KeyLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz_");

    public static string Key(string key) =>
        key.Length > 0 && !key.AsSpan().ContainsAnyExcept(KeyLetters)
            ? key
            : throw new LeafException(LeafFault.ForbiddenKey, "a key is made of a–z and _");

    /// <summary>A leaf type is a noun and a past participle: <c>jar.moved</c>.</summary>
    public static string Type(string type)
    {
        var dot = type.IndexOf('.', StringComparison.Ordinal);
        var sound = dot > 0 && dot < type.Length - 1
            && !type.AsSpan(0, dot).ContainsAnyExcept(KeyLetters)
            && !type.AsSpan(dot + 1).ContainsAnyExcept(KeyLetters);
        return sound ? type : throw Wrong("type");
    }

    /// <summary>An origin is a key name of C2SP signed-note: not empty, no Unicode space, no plus.</summary>
    public static string Log(string log) =>
        log.Length > 0 && IsKeyName(log) ? log : throw Wrong("log");

    private static bool IsKeyName(string log)
    {
        foreach (var letter in log)
            if (letter == '+' || char.IsWhiteSpace(letter) || char.IsControl(letter))
                return false;
        return true;
    }

    /// <summary>A time of the record: <c>YYYY-MM-DDThh:mm:ssZ</c>.</summary>
    public static string At(string at) =>
        IsAt(at) ? at : throw Wrong("at");

    /// <summary>By hand: every leaf has one, and the parser of the base library took a tenth of reading it.</summary>
    public static bool IsAt(ReadOnlySpan<char> at)
    {
        const string form = "0000-00-00T00:00:00Z";
        if (at.Length != form.Length) return false;
        for (var i = 0; i < form.Length; i++)
            if (form[i] == '0' ? !char.IsAsciiDigit(at[i]) : at[i] != form[i])
                return false;
        var (year, month, day) = ((Two(at, 0) * 100) + Two(at, 2), Two(at, 5), Two(at, 8));
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && Two(at, 11) <= 23 && Two(at, 14) <= 59 && Two(at, 17) <= 59;
    }

    private static int Two(ReadOnlySpan<char> at, int from) => ((at[from] - '0') * 10) + at[from + 1] - '0';

    public static LeafException Wrong(string field) => new(LeafFault.WrongField, field);
}
