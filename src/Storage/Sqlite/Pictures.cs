using System.Security.Cryptography;
using Faubourg.Domain;
using Faubourg.Domain.Record;
using Faubourg.Ledger;

namespace Faubourg.Storage.Sqlite;

/// <summary>
/// The pictures of one quarter: beside its file, a file each, named by the digest of the disclosure that holds the picture's hash.
/// Not inside the database, because every dissolution writes that anew.
/// </summary>
/// <remarks>
/// The journal alone says what there is. A picture is on the disk before the commit that names it: a crash between the two leaves a
/// file that nothing names, and the next reading takes it away. Deletion comes after the commit that erases: until it is done, the
/// digest stays due in the journal.
/// </remarks>
/// <param name="folder">Made with the first picture.</param>
/// <param name="probe">Told of each step that writes, before (false) and after (true).</param>
internal sealed class Pictures(string folder, Action<string, bool>? probe = null)
{
    private const int ZeroesAtOnce = 1 << 16;

    /// <summary>Beside the file of a quarter.</summary>
    public static Pictures Beside(string path, Action<string, bool>? probe = null) => new(Path.ChangeExtension(path, "pictures"), probe);

    /// <summary>Durable on return.</summary>
    public void Keep(string digest, byte[] bytes)
    {
        probe?.Invoke("picture", false);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using (var file = new FileStream(FileOf(digest), FileMode.Create, FileAccess.Write))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        probe?.Invoke("picture", true);
    }

    /// <summary>Null when it is not here.</summary>
    public byte[]? Read(string digest) => File.Exists(FileOf(digest)) ? File.ReadAllBytes(FileOf(digest)) : null;

    /// <summary>The digests that a file is here for.</summary>
    public IEnumerable<string> All() => Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)) : [];

    /// <summary>Its bytes are overwritten where they stand, then the name goes. Nothing happens where there is none.</summary>
    public void Erase(string digest)
    {
        if (!File.Exists(FileOf(digest))) return;
        using (var file = new FileStream(FileOf(digest), FileMode.Open, FileAccess.Write))
        {
            var zeroes = new byte[ZeroesAtOnce];
            for (var left = file.Length; left > 0; left -= zeroes.Length) file.Write(zeroes, 0, (int)Math.Min(left, zeroes.Length));
            file.Flush(flushToDisk: true);
        }

        File.Delete(FileOf(digest));
    }

    /// <summary>Takes away what no disclosure names: a crash came between a picture and its leaf, or an act was not stored.</summary>
    public void Tidy(Func<string, bool> isNamed)
    {
        foreach (var digest in All().Where(digest => !isNamed(digest)).ToArray()) Erase(digest);
    }

    /// <summary>The quarter goes, and all of them with it.</summary>
    public void Forget()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    /// <summary>Why these bytes are not the picture of this disclosure; null when they are.</summary>
    public static string? Fault(Disclosure picture, byte[]? bytes) =>
        bytes is null ? $"the picture of {picture.Digest} is missing"
        : Convert.ToHexStringLower(SHA256.HashData(bytes)) != picture.Value ? $"the picture of {picture.Digest} is another than its entry says"
        : null;

    /// <summary>Digests come from the journal, but a name that goes into a path is looked at.</summary>
    private string FileOf(string digest) =>
        Path.GetFileName(digest) == digest ? Path.Combine(folder, digest) : throw new ArgumentException("No digest.", nameof(digest));
}
