using System.Text;

namespace Faubourg.Storage.Sqlite;

/// <summary>
/// The digests of every text that was erased on this host, one a line, in a file outside the quarters': a backup of them must
/// not bring back what was erased after it was made. One digest may stand there twice.
/// </summary>
internal sealed class Erasures
{
    private readonly Lock gate = new();
    private readonly string path;
    private readonly HashSet<string> noted;

    public Erasures(string path)
    {
        this.path = path;
        noted = File.Exists(path) ? new(File.ReadAllLines(path), StringComparer.Ordinal) : new(StringComparer.Ordinal);
    }

    public bool Has(string digest)
    {
        lock (gate) return noted.Contains(digest);
    }

    /// <summary>Durable on return.</summary>
    public void Note(IReadOnlyCollection<string> digests)
    {
        if (digests.Count == 0) return;
        lock (gate)
        {
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            // A line that a crash cut short ends here, and is no digest.
            file.Write(Encoding.ASCII.GetBytes("\n" + string.Join('\n', digests) + "\n"));
            file.Flush(flushToDisk: true);
            noted.UnionWith(digests);
        }
    }
}
