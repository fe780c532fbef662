namespace Faubourg.Domain.Counting.PrefLib;

/// <summary>A file that cannot be counted, and why, in one sentence.</summary>
public sealed class FileException : Exception
{
    /// <param name="sentence">What is wrong; it begins small, because the line's number stands before it.</param>
    /// <param name="line">Where; without it, in the line that is being read.</param>
    public FileException(string sentence, long? line = null)
        : base(sentence) => Line = line;

    /// <summary>From 1.</summary>
    public long? Line { get; }

    /// <summary>The file may be sound: the method makes nothing of its kind.</summary>
    public bool IsUnfit { get; init; }
}
