namespace Faubourg.Server.Tests.Storage;

/// <summary>A folder of a test's own, gone with it.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("faubourg-").FullName;

    /// <summary>Every byte of every file, by file.</summary>
    public IEnumerable<(string Name, byte[] Bytes)> Files() =>
        from path in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
        where System.IO.Path.GetFileName(path) != "lock"
        select (System.IO.Path.GetRelativePath(Path, path), File.ReadAllBytes(path));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
