namespace Faubourg.Domain.Counting.PrefLib;

/// <summary>The kinds of PrefLib files that hold ballots (FORMAT_SPECIFICATION.md of PrefLib/PrefLib-Data, "Data Types").</summary>
public enum FileKind
{
    /// <summary>Rankings of all alternatives, none equal.</summary>
    Soc,

    /// <summary>Rankings that may leave alternatives out, none equal.</summary>
    Soi,

    /// <summary>Rankings of all alternatives, equal ones allowed.</summary>
    Toc,

    /// <summary>Rankings that may leave alternatives out, equal ones allowed.</summary>
    Toi,

    /// <summary>Alternatives put into categories, the first being the best.</summary>
    Cat,
}

public static class FileKinds
{
    /// <summary>Null where the word is none of the five.</summary>
    public static FileKind? Parse(ReadOnlySpan<char> word) =>
        Enum.TryParse<FileKind>(word, ignoreCase: true, out var kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(word[0]) ? kind : null;

    /// <summary>As the end of a file's name.</summary>
    public static string Ending(this FileKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>No two alternatives may stand equal.</summary>
    public static bool IsStrict(this FileKind kind) => kind is FileKind.Soc or FileKind.Soi;

    /// <summary>No alternative may be left out.</summary>
    public static bool IsComplete(this FileKind kind) => kind is FileKind.Soc or FileKind.Toc;
}
