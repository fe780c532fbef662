using System.Globalization;
using System.Text;
using Faubourg.Domain;
using Faubourg.Domain.Record;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using Faubourg.Storage.Keys;
using Faubourg.Storage.Record;
using Faubourg.Storage.Sqlite;
using NodaTime;

namespace Faubourg.Storage.Keeping;

/// <summary>How far something long has come.</summary>
/// <param name="What">Of which quarter, file or folder.</param>
/// <param name="Done">Of <paramref name="Of"/>, in entries or files.</param>
/// <param name="Of">At least 1.</param>
public readonly record struct Advance(string What, long Done, long Of);

/// <summary>What was wanted cannot be done, and nothing was changed; the sentence says why.</summary>
public sealed class KeepingException(string sentence) : Exception(sentence);

/// <summary>
/// The record of a quarter as plain files, in the paths of C2SP tlog-tiles: what <c>faubourg-verify</c> and any other tool of
/// these formats checks. Written beside a running host, from one view of the quarter's file.
/// </summary>
public static class Exported
{
    private const int EntriesAtOnce = 1000;

    /// <summary>Bytes; those that are made here are a third of it.</summary>
    internal const int LongestPicture = 1_000_000;

    internal static string PictureOf(long seq) => string.Create(CultureInfo.InvariantCulture, $"pictures/{seq}");

    /// <summary>Writes the record, the checkpoint last: a folder without it was cut short.</summary>
    /// <param name="data">The host's folder.</param>
    /// <param name="slug">The quarter's name in addresses.</param>
    /// <param name="folder">Made; empty when it is there already.</param>
    /// <param name="advance">Told how far it is.</param>
    /// <param name="now">Texts that the minutes keep back at this time stay here; null: all go, because the quarter moves.</param>
    /// <returns>The checkpoint it stands at.</returns>
    /// <exception cref="KeepingException">There is no such quarter, or something in the folder.</exception>
    public static SignedCheckpoint Write(string data, string slug, string folder, IProgress<Advance>? advance, Instant? now)
    {
        if (Quarters.ListIn(data).FirstOrDefault(q => q.Slug == slug) is not { } listed)
            throw new KeepingException($"There is no neighbourhood called {slug} in {data}.");
        Empty(folder);
        using var file = Database.ReadQuarter(data, LogKey.IdOf(listed.Origin));
        using var sql = new Sqlite.Statements(file);
        // What is read below is one state of the file. While it is open, what is deleted stays in the file for as long.
        Database.Run(file, "BEGIN");
        var signed = Tree.Newest(sql) ?? throw new KeepingException($"Nothing of {slug} is signed yet. Start the host once: it signs what it has.");
        var tables = new RecordTables(sql, Sqlite.Pictures.Beside(Database.PathOf(data, LogKey.IdOf(listed.Origin))));
        var key = Tiles(tables, signed.Size, folder, done => advance?.Report(new Advance(slug, done, signed.Size)));
        var waits = now is { } time ? Waiting(sql, time) : new KeptBack();
        Disclosures(tables, signed.Size, folder, waits);
        Pictures(tables, signed.Size, folder, waits);
        var vkey = VerifierKey.Ed25519(listed.Origin, Convert.FromBase64String(key));
        Put(folder, "policy", $"log {vkey}\nquorum none\n");
        if ((string?)sql.One("SELECT value FROM meta WHERE name = 'where'") is { } where) Put(folder, "where", where);
        if (HostFile.EvidenceIn(Path.Combine(data, "host.db"), listed.Origin) is { } evidence) Put(folder, "evidence", evidence);
        Put(folder, "checkpoint", signed.Note);
        return signed;
    }

    internal static void Empty(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            throw new KeepingException($"There is something in {folder} already. Name a folder that is empty or not there.");
        Directory.CreateDirectory(folder);
    }

    /// <returns>base64 of the newest key that the leaves name.</returns>
    private static string Tiles(RecordTables tables, long size, string folder, Action<long> advance)
    {
        var key = "";
        foreach (var at in TileAt.Of(size))
        {
            var tile = tables.Tile(at) ?? throw new InvalidDataException($"{at.Path} is missing.");
            Put(folder, at.Path, tile);
            if (at.Level != TileAt.Entries) continue;
            foreach (var entry in Bundle.Read(tile)) key = KeyIn(entry.Span) ?? key;
            advance(at.Index * TileAt.FullWidth + at.Width);
        }
        return key;
    }

    /// <summary>The key that a leaf gives the log; most are of other things and are not read for it.</summary>
    private static string? KeyIn(ReadOnlySpan<byte> entry)
    {
        if (entry.IndexOf("\"type\":\"key."u8) < 0 && entry.IndexOf("\"type\":\"quarter.founded\""u8) < 0) return null;
        return Leaves.Read(entry) is { Type: "quarter.founded" or "key.rotated" or "key.recovered" } leaf ? ((Word)leaf.Clear["key"]).Value : null;
    }

    /// <summary>In a rehearsal it is as late as its own clock says.</summary>
    private static KeptBack Waiting(Sqlite.Statements sql, Instant now)
    {
        var kept = new Reading(sql).All(leavesOnly: true);
        return KeptBack.Of(kept.State, Instant.Max(now + kept.Ahead, kept.State.At));
    }

    private static void Disclosures(RecordTables tables, long signed, string folder, KeptBack waits)
    {
        using var file = File.Create(Path.Combine(folder, "disclosures.jsonl"));
        for (var from = 0L; from < signed; from += EntriesAtOnce)
            foreach (var held in tables.Disclosures(from, Math.Min(from + EntriesAtOnce, signed)))
                if (waits.IsEmpty || !waits.Holds(new TextAt(held.Seq, Disclosure.Read(held.D).Name), out _))
                    file.Write(DisclosureLine.Of(held.Seq, held.D));
    }

    /// <summary>Where one is gone that the view above still names, it was erased meanwhile: it goes nowhere.</summary>
    private static void Pictures(RecordTables tables, long signed, string folder, KeptBack waits)
    {
        foreach (var (seq, _) in tables.Pictures(signed))
            if (!waits.Holds(new TextAt(seq, LeafMap.Picture), out _) && tables.Picture(seq) is { } picture)
                Put(folder, PictureOf(seq), picture);
    }

    private static void Put(string folder, string name, string text) => Put(folder, name, Encoding.UTF8.GetBytes(text));

    private static void Put(string folder, string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}
