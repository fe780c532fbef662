using Faubourg.Ledger;

namespace Faubourg.Verify.Files;

/// <summary>An exported record.</summary>
internal sealed class FolderFiles(string folder) : IFiles
{
    /// <summary>256 entries of the longest there are, with their lengths.</summary>
    public const int LongestFile = 256 * (Limits.EntryBytes + 2);

    public string Folder => folder;

    public int Read(string path, ref byte[] buffer)
    {
        if (Length(path) is not { } known) return -1;
        if (known == 0) return 0;
        try
        {
            using var file = File.OpenHandle(PathOf(path));
            var length = RandomAccess.GetLength(file);
            if (length > LongestFile) throw new LedgerException($"{path} is longer than any of its kind: {length} bytes");
            if (length > buffer.Length) buffer = new byte[Math.Max(length, buffer.Length * 2)];
            var read = 0;
            while (read < length)
            {
                var more = RandomAccess.Read(file, buffer.AsSpan(read, (int)length - read), read);
                if (more == 0) throw new LedgerException($"{path} became shorter while it was read");
                read += more;
            }

            return read;
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            return -1;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path);
        }
    }

    public Stream? Open(string path)
    {
        if (Length(path) is not { } known) return null;
        if (known == 0) return Stream.Null;
        try
        {
            return File.OpenRead(PathOf(path));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path);
        }
    }

    /// <summary>
    /// Null where there is no file. Pipes, sockets and devices have a length of 0, and opening one may wait for ever: what is empty is never
    /// opened. Behind links there may be one too, and what a link such as /proc/self/fd/0 leads to has no path at all.
    /// </summary>
    private long? Length(string path)
    {
        try
        {
            var file = new FileInfo(PathOf(path));
            if (file.Exists && file.Attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                if (file.ResolveLinkTarget(returnFinalTarget: true) is not FileInfo { Exists: true } target) return null;
                file = target;
            }

            if (file.Exists) return file.Length;
            return Directory.Exists(file.FullName) ? throw new LedgerException($"{path} is a folder, where a file belongs") : null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path);
        }
    }

    private static LedgerException Unreadable(string path) => new($"{path} is here and cannot be read");

    /// <summary>Paths come from numbers and names of ours, never from the record.</summary>
    private string PathOf(string path) => Path.Combine(folder, path);
}
