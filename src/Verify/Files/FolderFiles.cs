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
        try
        {
            var place = PathOf(path);
            if (HasNoBytes(place)) return 0;
            using var file = File.OpenHandle(place);
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
    }

    public Stream? Open(string path) =>
        !File.Exists(PathOf(path)) ? null
        : HasNoBytes(PathOf(path)) ? Stream.Null
        : File.OpenRead(PathOf(path));

    /// <summary>
    /// Pipes, sockets and devices have a length of 0, and opening one may wait for ever: what is empty is never opened. Behind links
    /// there may be one too.
    /// </summary>
    private static bool HasNoBytes(string path)
    {
        var file = new FileInfo(path);
        if (file.Exists && file.Attributes.HasFlag(FileAttributes.ReparsePoint)) file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        return file is { Exists: true, Length: 0 };
    }

    /// <summary>Paths come from numbers and names of ours, never from the record.</summary>
    private string PathOf(string path) => Path.Combine(folder, path);
}
