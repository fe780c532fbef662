using Faubourg.Verify.Files;

namespace Faubourg.Verify.Tests.Street;

/// <summary>A record in memory: what would stand in an exported folder, by path.</summary>
internal sealed class RecordFiles : IFiles
{
    public SortedDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public int Read(string path, ref byte[] buffer)
    {
        if (!Files.TryGetValue(path, out var file)) return -1;
        if (buffer.Length < file.Length) buffer = new byte[file.Length];
        file.CopyTo(buffer, 0);
        return file.Length;
    }

    public Stream? Open(string path) => Files.TryGetValue(path, out var file) ? new MemoryStream(file, writable: false) : null;

    public void Save(string folder)
    {
        foreach (var (path, bytes) in Files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }

    /// <summary>The same files, to be changed without changing these.</summary>
    public RecordFiles Copy()
    {
        var copy = new RecordFiles();
        foreach (var (path, bytes) in Files) copy.Files[path] = [.. bytes];
        return copy;
    }
}
