using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Storage.Keys;
using Faubourg.Storage.Sqlite;

namespace Faubourg.Storage.Keeping;

/// <summary>
/// Copies of a host's databases. What stays out of every backup: <c>host.key</c>, which turns a copy of the files into the
/// power to sign; <c>erasures.log</c> and <c>signed/</c>, which say what the copy must not undo.
/// </summary>
public static class Backup
{
    /// <summary>Beside a running host. Each file is one state of its quarter, written anew, with nothing in it that was deleted.</summary>
    /// <returns>How many quarters.</returns>
    /// <exception cref="KeepingException">Nothing is here, or something in the folder.</exception>
    public static int Make(string data, string folder, IProgress<Advance>? advance = null)
    {
        if (!File.Exists(Path.Combine(data, "host.db"))) throw new KeepingException($"No neighbourhoods are kept in {data}.");
        Exported.Empty(folder);
        // Rooms of this evening are in it.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.CreateDirectory(Path.Combine(folder, "quarters"));
        // The host's file first: a quarter founded meanwhile is in neither, and none is named whose file is not there.
        Copy(Path.Combine(data, "host.db"), Path.Combine(folder, "host.db"));
        var listed = HostFile.ReadIn(Path.Combine(folder, "host.db"));
        foreach (var (n, quarter) in listed.Index())
        {
            var name = Path.Combine("quarters", LogKey.IdOf(quarter.Origin) + ".db");
            Copy(Path.Combine(data, name), Path.Combine(folder, name));
            Bring(Path.Combine(data, name), Path.Combine(folder, name));
            advance?.Report(new Advance(quarter.Slug, n + 1, listed.Count));
        }
        return listed.Count;
    }

    /// <summary>
    /// Puts a backup into a folder that has no neighbourhoods, erases again what was erased since, and holds back what it would
    /// contradict: a quarter of which a later checkpoint is known.
    /// </summary>
    /// <param name="backup">As <see cref="Make"/> wrote it.</param>
    /// <param name="settings">Of the host; its folder has <c>host.key</c>, and <c>erasures.log</c> and <c>signed/</c> where they were kept.</param>
    /// <param name="known">Checkpoints from elsewhere: posters, witnesses, whoever kept one.</param>
    /// <param name="ct">Stops between two quarters.</param>
    /// <exception cref="KeepingException">The folders are not as they should be, or a checkpoint is nobody's here.</exception>
    public static async Task<IReadOnlyList<Restored>> Restore(string backup, StorageSettings settings, IReadOnlyList<string> known, CancellationToken ct)
    {
        var data = settings.Folder;
        if (!File.Exists(Path.Combine(backup, "host.db"))) throw new KeepingException($"{backup} is no backup: there is no host.db in it.");
        if (File.Exists(Path.Combine(data, "host.db")))
            throw new KeepingException($"There are neighbourhoods in {data}. Put its host.db and quarters aside first.");
        if (!File.Exists(Path.Combine(data, "host.key")))
            throw new KeepingException($"Put your copy of host.key into {data} first: without it nothing can be signed.");
        var listed = HostFile.ReadIn(Path.Combine(backup, "host.db"));
        var notes = known.Select(note => Known(backup, listed, note)).ToArray();
        Directory.CreateDirectory(Path.Combine(data, "quarters"));
        foreach (var quarter in listed)
        {
            var name = Path.Combine("quarters", LogKey.IdOf(quarter.Origin) + ".db");
            Copy(Path.Combine(backup, name), Path.Combine(data, name));
            Bring(Path.Combine(backup, name), Path.Combine(data, name));
        }
        Hold(new HighWater(Path.Combine(data, "signed")), notes);
        // Last: until it is there, this folder is no host's, and the same command may be given again.
        Copy(Path.Combine(backup, "host.db"), Path.Combine(data, "host.db"));
        return await Open(settings, listed, ct).ConfigureAwait(false);
    }

    private static (string Id, Checkpoint Checkpoint, string Note) Known(string backup, IReadOnlyList<Listed> listed, string text)
    {
        try
        {
            var note = Note.Parse(text);
            var checkpoint = Checkpoint.Parse(note.Text);
            if (listed.All(q => q.Origin != checkpoint.Origin)) throw new KeepingException($"A checkpoint is of {checkpoint.Origin}, which is not in the backup.");
            using var file = Database.ReadQuarter(backup, LogKey.IdOf(checkpoint.Origin));
            using var sql = new Sqlite.Statements(file);
            var keys = new Reading(sql).All(leavesOnly: true).State.Keys;
            note.Open(keys.Select(k => VerifierKey.Ed25519(checkpoint.Origin, Convert.FromBase64String(k.Key))));
            return (LogKey.IdOf(checkpoint.Origin), checkpoint, text);
        }
        catch (FormatException wrong)
        {
            throw new KeepingException($"What was given as known is no checkpoint of ours: {wrong.Message}");
        }
    }

    private static void Hold(HighWater highWater, IEnumerable<(string Id, Checkpoint Checkpoint, string Note)> known)
    {
        foreach (var (id, checkpoint, note) in known)
        {
            var before = highWater.Of(id) is { } noted ? Checkpoint.Parse(Note.Parse(noted).Text).Size : 0;
            if (checkpoint.Size > before) highWater.Keep(id, note);
        }
    }

    /// <summary>Opening a quarter erases again, signs what is unsigned, and finds out whether it is held.</summary>
    private static async Task<IReadOnlyList<Restored>> Open(StorageSettings settings, IReadOnlyList<Listed> listed, CancellationToken ct)
    {
        var restored = new List<Restored>();
        await using var quarters = await Quarters.Open(settings, ct).ConfigureAwait(false);
        foreach (var row in listed)
        {
            ct.ThrowIfCancellationRequested();
            // A rehearsal of long ago went with the opening.
            if (await quarters.Find(row.Slug, ct).ConfigureAwait(false) is { } quarter)
                restored.Add(new Restored(row.Slug, quarter.Now.State.Size, quarter.Barred));
        }
        return restored;
    }

    /// <summary>
    /// The pictures that the copied file names. It was copied first: one that is not there any more was erased since, and putting
    /// the copy back erases its hash too.
    /// </summary>
    private static void Bring(string from, string to)
    {
        var (there, here) = (Pictures.Beside(from), Pictures.Beside(to));
        here.Forget();
        using var file = Database.Read(to);
        using var sql = new Sqlite.Statements(file);
        foreach (var (_, digest) in new RecordTables(sql, here).Pictures(long.MaxValue))
            if (there.Read(digest) is { } picture)
                here.Keep(digest, picture);
    }

    /// <summary>VACUUM INTO: one state, no free pages, no log beside it; then to the disk.</summary>
    private static void Copy(string from, string to)
    {
        // A log that is left of a file of this name would be read into the new one.
        foreach (var end in (string[])["", "-wal", "-shm"]) File.Delete(to + end);
        using (var file = Database.Read(from))
            Database.Run(file, $"VACUUM INTO '{to.Replace("'", "''", StringComparison.Ordinal)}'");
        using var made = new FileStream(to, FileMode.Open, FileAccess.ReadWrite);
        made.Flush(flushToDisk: true);
    }
}

/// <param name="Slug">A quarter's name in addresses.</param>
/// <param name="Entries">Leaves that are here.</param>
/// <param name="Barred">Why nothing can be added to it; null when all is well.</param>
public sealed record Restored(string Slug, long Entries, Record.Barred? Barred);
