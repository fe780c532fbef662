using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace Faubourg.Web;

/// <summary>One question of a form. Names are those of the JSON too: lower case, words joined by "_".</summary>
public abstract record Field(string Name)
{
    public bool Optional { get; init; }

    public static TextField Text(string name, Limit length) => new(name, length);

    public static TextField Lines(string name, Limit length) => new(name, length) { ManyLines = true };

    public static NumberField Number(string name, Limit range) => new(name, range);

    public static DateField Date(string name) => new(name);

    /// <summary>A date and a time of day, in the neighbourhood's zone.</summary>
    public static MomentField Moment(string name) => new(name);

    /// <summary>An IANA time zone.</summary>
    public static ZoneField Zone(string name) => new(name);

    public static ChoiceField Choice(string name, params string[] values) => new(name, [.. values]);

    /// <summary>One of an enumeration's members, written in lower case with hyphens: <c>NotTonight</c> is <c>not-tonight</c>.</summary>
    public static ChoiceField Choice<TEnum>(string name) where TEnum : struct, Enum => new(name, [.. Enum.GetValues<TEnum>().Select(Kebab)]);

    /// <summary>Yes or nothing: a box to tick.</summary>
    public static FlagField Flag(string name) => new(name) { Optional = true };

    /// <summary>The same question several times: <c>dice=3&amp;dice=5</c>, <c>dice.1=3&amp;dice.2=5</c>, or a JSON array.</summary>
    public static ListField List(Field item, Limit items) => new(item, items);

    /// <summary>Something the page put there: a token, an id. Letters, digits, "-" and "_" only.</summary>
    public static HiddenField Hidden(string name, Limit length) => new(name, length);

    /// <summary>A member of an enumeration as it stands in forms, addresses and keys of words: <c>NotTonight</c> is <c>not-tonight</c>.</summary>
    public static string Kebab<TEnum>(TEnum value) where TEnum : struct, Enum =>
        Members<TEnum>.Written.TryGetValue(value, out var written) ? written : Hyphened(value);

    private static string Hyphened<TEnum>(TEnum value) where TEnum : struct, Enum =>
        string.Concat(value.ToString().Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    /// <summary>A photo from the phone.</summary>
    public static UploadField Upload(string name) => new(name);

    /// <summary>Worked out once: a long list says them thousands of times.</summary>
    private static class Members<TEnum> where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> Written = Enum.GetValues<TEnum>().Distinct().ToFrozenDictionary(value => value, Hyphened);
    }

    /// <summary>The value as typed to the value as meant, or the key of the sentence that says what is wrong.</summary>
    internal abstract Checked Check(string typed, DateTimeZone zone, Instant now);
}

public sealed record TextField(string Name, Limit Length) : Field(Name)
{
    public bool ManyLines { get; init; }

    internal override Checked Check(string typed, DateTimeZone zone, Instant now) => Plain.Check(typed, Length, ManyLines);
}

public sealed record NumberField(string Name, Limit Range) : Field(Name)
{
    internal override Checked Check(string typed, DateTimeZone zone, Instant now) =>
        !int.TryParse(typed.Replace(" ", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? Checked.Wrong("form.number")
            : number < Range.Min || number > Range.Max ? Checked.Wrong("form.range", ("min", Range.Min), ("max", Range.Max))
            : Checked.Right(number);
}

public sealed record DateField(string Name) : Field(Name)
{
    internal override Checked Check(string typed, DateTimeZone zone, Instant now) =>
        Dates.Day(typed, now.InZone(zone).Date) is { } day ? Checked.Right(day) : Checked.Wrong("form.date");
}

public sealed record MomentField(string Name) : Field(Name)
{
    internal override Checked Check(string typed, DateTimeZone zone, Instant now) =>
        typed.Equals("now", StringComparison.OrdinalIgnoreCase) || typed.Equals("maintenant", StringComparison.OrdinalIgnoreCase) ? Checked.Right(now)
        : Dates.Moment(typed, now.InZone(zone).Date) is { } local ? Checked.Right(local.InZoneLeniently(zone).ToInstant()) : Checked.Wrong("form.moment");
}

public sealed record ZoneField(string Name) : Field(Name)
{
    internal override Checked Check(string typed, DateTimeZone zone, Instant now) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(typed) is { } known ? Checked.Right(known.Id) : Checked.Wrong("form.choice");
}

public sealed record ChoiceField(string Name, ImmutableArray<string> Values) : Field(Name)
{
    internal override Checked Check(string typed, DateTimeZone zone, Instant now) =>
        Values.Contains(typed, StringComparer.Ordinal) ? Checked.Right(typed) : Checked.Wrong("form.choice");
}

public sealed record FlagField(string Name) : Field(Name)
{
    internal override Checked Check(string typed, DateTimeZone zone, Instant now) => typed switch
    {
        "true" or "on" or "yes" or "1" => Checked.Right(true),
        "false" or "off" or "no" or "0" => Checked.Right(false),
        _ => Checked.Wrong("form.flag"),
    };
}

public sealed record ListField(Field Item, Limit Items) : Field(Item.Name)
{
    internal override Checked Check(string typed, DateTimeZone zone, Instant now) => Item.Check(typed, zone, now);
}

public sealed record HiddenField(string Name, Limit Length) : Field(Name)
{
    internal override Checked Check(string typed, DateTimeZone zone, Instant now) =>
        typed.Length >= Length.Min && typed.Length <= Length.Max && typed.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? Checked.Right(typed) : Checked.Wrong("form.hidden");
}

/// <summary>A value that passed, or the key and arguments of a sentence saying why not.</summary>
internal readonly record struct Checked(object? Value, string? Problem, (string Name, object? Value)[] Arguments)
{
    public static Checked Right(object value) => new(value, null, []);

    public static Checked Wrong(string key, params (string Name, object? Value)[] arguments) => new(null, key, arguments);
}
