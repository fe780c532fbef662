namespace Faubourg.Domain.Counting.PrefLib;

/// <summary>What the kinds of files are called, and what may stand in them.</summary>
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
