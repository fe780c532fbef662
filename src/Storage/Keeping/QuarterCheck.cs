using Faubourg.Domain.Quarters;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using Faubourg.Storage.Keys;
using Faubourg.Storage.Sqlite;

namespace Faubourg.Storage.Keeping;

/// <summary>What a check of one quarter's file found.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Origin">Its identity.</param>
/// <param name="Entries">Leaves gone through.</param>
/// <param name="Signed">Of these, covered by the newest checkpoint.</param>
/// <param name="Checkpoints">Each of which was compared with the leaves it covers.</param>
/// <param name="Held">True when a later checkpoint is known than the file can continue.</param>
/// <param name="Findings">What is wrong, a sentence each; nothing when all is well.</param>
public sealed record CheckedQuarter(string Slug, string Origin, long Entries, long Signed, long Checkpoints, bool Held, IReadOnlyList<string> Findings);

/// <summary>
/// Reads everything of a quarter again: the database itself, leaves against tiles against every checkpoint there ever was,
/// digests against texts, texts against what was erased on this host. Changes nothing; beside a running host too.
/// </summary>
public static class QuarterCheck
{
    private const int ReportEvery = 1000;

    /// <summary>Checks every quarter in a folder, or one.</summary>
    /// <param name="data">The host's folder.</param>
    /// <param name="slug">One quarter only; all when null.</param>
    /// <param name="advance">Told how far it is.</param>
    /// <exception cref="KeepingException">There is no such quarter.</exception>
    public static IEnumerable<CheckedQuarter> Of(string data, string? slug, IProgress<Advance>? advance = null)
    {
        var listed = Quarters.ListIn(data).Where(q => slug is null || q.Slug == slug).ToArray();
        if (slug is not null && listed.Length == 0) throw new KeepingException($"There is no neighbourhood called {slug} in {data}.");
        return listed.Select(q => Of(data, q, advance));
    }

    private static CheckedQuarter Of(string data, Listed listed, IProgress<Advance>? advance)
    {
        var findings = new List<string>();
        var result = new CheckedQuarter(listed.Slug, listed.Origin, 0, 0, 0, false, findings);
        try
        {
            using var file = Database.ReadQuarter(data, LogKey.IdOf(listed.Origin));
            using var sql = new Sqlite.Statements(file);
            Database.Run(file, "BEGIN");
            return Look(sql, data, result, findings, advance);
        }
        catch (Exception unreadable) when (unreadable is IOException or FormatException or InvalidOperationException or System.Data.Common.DbException or KeepingException)
        {
            findings.Add($"the file cannot be read: {unreadable.Message}");
            return result;
        }
    }

    private static CheckedQuarter Look(Sqlite.Statements sql, string data, CheckedQuarter result, List<string> findings, IProgress<Advance>? advance)
    {
        using (var rows = sql.Rows("PRAGMA integrity_check"))
            while (rows.Read())
                if (rows.GetString(0) is not "ok" and var said) findings.Add($"database: {said}");
        var tiles = new StoredTiles(sql);
        var pictures = Pictures.Beside(Database.PathOf(data, LogKey.IdOf(result.Origin)));
        var inspection = new Inspection(tiles.Stored, findings.Add) { Picture = (_, text) => pictures.Read(text.Digest) };
        var checkpoints = Walk(sql, inspection, result.Slug, advance);
        inspection.End();
        var signed = Tree.Newest(sql)?.Size ?? 0;
        if (inspection.Origin is not null && inspection.Origin != result.Origin) findings.Add($"it is of another log, {inspection.Origin}");
        if (signed > inspection.Size) findings.Add($"checkpoint {signed}: there are {inspection.Size} leaves only");
        if (sql.One("SELECT count(*) FROM tile") is long rowsOfTiles && rowsOfTiles != TileAt.Of(signed, entries: false).Count())
            findings.Add($"{rowsOfTiles} tiles are kept, and a log of {signed} leaves has another number");
        Erased(sql, data, pictures, findings);
        Replayed(sql, inspection, findings);
        return result with { Entries = inspection.Size, Signed = signed, Checkpoints = checkpoints, Held = IsHeld(data, result.Origin, signed) };
    }

    /// <summary>Leaves with their texts and checkpoints, side by side, a row at a time.</summary>
    private static long Walk(Sqlite.Statements sql, Inspection inspection, string slug, IProgress<Advance>? advance)
    {
        var total = sql.One("SELECT count(*) FROM leaf") is long count ? count : 0;
        var signed = Tree.Newest(sql)?.Size ?? 0;
        using var leaves = sql.Rows("SELECT seq, bytes FROM leaf ORDER BY seq");
        using var texts = sql.Rows("SELECT seq, d FROM disclosure ORDER BY seq, name");
        using var notes = sql.Rows("SELECT size, note FROM checkpoint ORDER BY size");
        var (moreTexts, moreNotes, checkpoints) = (texts.Read(), notes.Read(), 0L);
        while (leaves.Read())
        {
            if (leaves.GetInt64(0) != inspection.Size) throw new InvalidDataException($"entry {inspection.Size} is missing");
            var held = new List<string>();
            for (; moreTexts && texts.GetInt64(0) <= inspection.Size; moreTexts = texts.Read()) held.Add(texts.GetString(1));
            inspection.Leaf(leaves.GetFieldValue<byte[]>(1), held);
            for (; moreNotes && notes.GetInt64(0) == inspection.Size; moreNotes = notes.Read(), checkpoints++) inspection.Checkpoint(notes.GetString(1));
            if (inspection.Size == signed) inspection.Partials();
            if (inspection.Size % ReportEvery == 0 || inspection.Size == total) advance?.Report(new Advance(slug, inspection.Size, total));
        }
        return checkpoints;
    }

    private static void Erased(Sqlite.Statements sql, string data, Pictures pictures, List<string> findings)
    {
        var erasures = new Erasures(Path.Combine(data, "erasures.log"));
        foreach (var digest in pictures.All().Where(erasures.Has)) findings.Add($"a picture that was erased is here again, {digest}. Restart the host: it erases it.");
        using var rows = sql.Rows("SELECT digest, seq, d, name FROM disclosure");
        while (rows.Read())
        {
            var (digest, seq) = (rows.GetString(0), rows.GetInt64(1));
            if (erasures.Has(digest)) findings.Add($"entry {seq}: a text that was erased is here again. Restart the host: it erases it.");
            if (Disclosure.Read(rows.GetString(2)) is var d && (d.Digest != digest || d.Name != rows.GetString(3)))
                findings.Add($"entry {seq}: a text stands under a digest or name that is not its own");
        }
    }

    private static void Replayed(Sqlite.Statements sql, Inspection inspection, List<string> findings)
    {
        try
        {
            var state = new Reading(sql).All().State;
            if (state.Size != inspection.Size) findings.Add($"the state counts {state.Size} leaves");
            if (!state.Keys.Select(k => k.Key).SequenceEqual(inspection.Keys.All.Select(k => k.Key))) findings.Add("the state has other keys than the leaves");
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            findings.Add($"the state cannot be made from what is kept: {broken.Message}");
        }
    }

    private static bool IsHeld(string data, string origin, long signed) =>
        new HighWater(Path.Combine(data, "signed")).Of(LogKey.IdOf(origin)) is { } note && Checkpoint.Parse(Note.Parse(note).Text).Size > signed;
}
