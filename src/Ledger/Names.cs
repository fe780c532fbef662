using System.Buffers;
using System.Globalization;

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
        log.Length > 0 && !log.Any(letter => letter == '+' || char.IsWhiteSpace(letter) || char.IsControl(letter))
            ? log
            : throw Wrong("log");

    /// <summary>A time of the record: <c>YYYY-MM-DDThh:mm:ssZ</c>.</summary>
    public static string At(string at) =>
        DateTime.TryParseExact(at, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? at
            : throw Wrong("at");

    public static LeafException Wrong(string field) => new(LeafFault.WrongField, field);
}
