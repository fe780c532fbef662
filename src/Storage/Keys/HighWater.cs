namespace Faubourg.Storage.Keys;

/// <summary>
/// The newest checkpoint of each quarter, in files beside the quarters' own and outside every backup of them: a backup that is
/// put back cannot also put back what was promised since.
/// </summary>
internal sealed class HighWater(string folder)
{
    /// <summary>The note; null when nothing of this quarter was ever signed here or made known.</summary>
    public string? Of(string id) => File.Exists(FileOf(id)) ? File.ReadAllText(FileOf(id)) : null;

    /// <summary>Durable on return. The note before stays whole until the new one is.</summary>
    public void Keep(string id, string note)
    {
        Directory.CreateDirectory(folder);
        var made = FileOf(id) + ".new";
        using (var file = new FileStream(made, FileMode.Create, FileAccess.Write))
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(note));
            file.Flush(flushToDisk: true);
        }
        File.Move(made, FileOf(id), overwrite: true);
    }

    public void Forget(string id)
    {
        if (Directory.Exists(folder)) File.Delete(FileOf(id));
    }

    private string FileOf(string id) => Path.Combine(folder, id);
}
