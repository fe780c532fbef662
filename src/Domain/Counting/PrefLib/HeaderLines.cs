using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Faubourg.Domain.Counting.PrefLib;

/// <summary>What a file states before its ballots, gathered line by line.</summary>
internal sealed class HeaderLines(FileKind? named)
{
    private const string NamePrefix = "ALTERNATIVE NAME ", CategoryPrefix = "CATEGORY NAME ";

    private readonly Dictionary<string, long> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> statedAt = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, string> names = [];
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly HashSet<int> categories = [];
    private FileKind? kind = named;

    /// <summary>Takes <c># KEY: value</c>. Keys that say nothing about the count are passed over.</summary>
    public void Take(string line, long at)
    {
        var text = line.AsSpan(1).Trim();
        var colon = text.IndexOf(':');
        if (colon < 0) return;
        var key = text[..colon].TrimEnd().ToString();
        var value = text[(colon + 1)..].Trim();
        switch (key)
        {
            case "DATA TYPE": TakeKind(value); break;
            case "NUMBER ALTERNATIVES" or "NUMBER VOTERS" or "NUMBER CATEGORIES": TakeNumber(key, value, at); break;
            case "NUMBER UNIQUE ORDERS" or "NUMBER UNIQUE PREFERENCES": TakeNumber(HeaderKeys.Lines, value, at); break;
            case var _ when key.StartsWith(NamePrefix, StringComparison.Ordinal): TakeName(Number(key.AsSpan(NamePrefix.Length)), value); break;
            case var _ when key.StartsWith(CategoryPrefix, StringComparison.Ordinal): TakeCategory(Number(key.AsSpan(CategoryPrefix.Length))); break;
        }
    }

    public void TakeNumber(string key, ReadOnlySpan<char> value, long at)
    {
        if (!statedAt.TryAdd(key, at)) throw new FileException($"“{key}” is stated again; it was stated on line {statedAt[key]}.");
        numbers.Add(key, Number(value));
    }

    public void TakeName(long number, ReadOnlySpan<char> given)
    {
        if (number is < 1 or > FileHeader.MostAlternatives) throw new FileException($"there is no alternative {number}; they are 1 to {FileHeader.MostAlternatives} at most.");
        var name = given.ToString();
        if (name.Length == 0) throw new FileException($"alternative {number} has an empty name.");
        if (name.Length > FileHeader.LongestName) throw new FileException($"the name of alternative {number} is longer than {FileHeader.LongestName} characters.");
        // They would play with the terminal that shows them.
        if (name.EnumerateRunes().Any(IsUnseen)) throw new FileException($"the name of alternative {number} holds a sign that cannot be seen.");
        if (!names.TryAdd((int)number, name)) throw new FileException($"alternative {number} is named again.");
        if (!taken.Add(name)) throw new FileException($"two alternatives are named “{name}”.");
    }

    /// <summary>What was stated under a key, and on which line; null where nothing was.</summary>
    public (long Number, long Line)? Stated(string key) => numbers.TryGetValue(key, out var number) ? (number, statedAt[key]) : null;

    /// <summary>When the first ballot comes: is everything there that it needs?</summary>
    public FileHeader Close()
    {
        if (kind is not { } known) throw new FileException("neither the file's name nor its head says which kind of ballots it holds.");
        if (Stated(HeaderKeys.Alternatives) is not { } alternatives) throw new FileException("the ballots begin, and the number of alternatives was not stated.");
        if (alternatives.Number is < 1 or > FileHeader.MostAlternatives)
            throw new FileException($"{alternatives.Number} alternatives are stated; 1 to {FileHeader.MostAlternatives} can be counted.", alternatives.Line);
        if (names.Count > 0 && names.Keys.Last() is var last && last > alternatives.Number)
            throw new FileException($"{alternatives.Number} alternatives are stated, and alternative {last} has a name.", alternatives.Line);
        if (names.Count < alternatives.Number)
            throw new FileException($"{alternatives.Number} alternatives are stated, and {names.Count} have a name.", alternatives.Line);
        return new FileHeader(known, [.. names.Values], known == FileKind.Cat ? Categories() : 0);
    }

    private int Categories()
    {
        if (Stated(HeaderKeys.Categories) is not { } stated) throw new FileException("the ballots begin, and the number of categories was not stated.");
        if (stated.Number is < 1 or > FileHeader.MostCategories)
            throw new FileException($"{stated.Number} categories are stated; 1 to {FileHeader.MostCategories} can be counted.", stated.Line);
        if (categories.Count > 0 && (categories.Count != stated.Number || categories.Max() > stated.Number))
            throw new FileException($"{stated.Number} categories are stated, and other ones have a name.", stated.Line);
        return (int)stated.Number;
    }

    private void TakeCategory(long number)
    {
        if (number is < 1 or > FileHeader.MostCategories) throw new FileException($"there is no category {number}; they are 1 to {FileHeader.MostCategories} at most.");
        if (!categories.Add((int)number)) throw new FileException($"category {number} is named again.");
    }

    private void TakeKind(ReadOnlySpan<char> value)
    {
        if (FileKinds.Parse(value) is not { } said) throw new FileException("the data type is none of soc, soi, toc, toi and cat.");
        if (kind is { } already && already != said) throw new FileException($"the data type is {said.Ending()}, and the file's name ends in {already.Ending()}.");
        kind = said;
    }

    public static long Number(ReadOnlySpan<char> text) =>
        long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FileException($"a whole number from 0 to {long.MaxValue} should stand here.");

    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
}
