using System.Text.Json;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;

namespace Faubourg.Storage.Keeping;

/// <summary>An exported folder, read from somebody who may be nobody's friend: nothing of it is taken before all of it fits.</summary>
internal sealed class RecordFolder
{
    private readonly string folder;

    private RecordFolder(string folder, string note, Checkpoint checkpoint) => (this.folder, Note, Checkpoint) = (folder, note, checkpoint);

    /// <summary>As signed.</summary>
    public string Note { get; }

    public Checkpoint Checkpoint { get; }

    /// <summary>The signed note that says where the record lives; null when there is none.</summary>
    public string? Where => File.Exists(In("where")) ? File.ReadAllText(In("where")) : null;

    /// <summary>Of the tree under its checkpoint.</summary>
    public ITiles Tiles => new Kept(this);

    /// <exception cref="KeepingException">It has no checkpoint.</exception>
    public static RecordFolder Open(string folder)
    {
        var path = Path.Combine(folder, "checkpoint");
        if (!File.Exists(path)) throw new KeepingException($"{folder} holds no record: there is no checkpoint in it.");
        try
        {
            var note = File.ReadAllText(path);
            return new RecordFolder(folder, note, Checkpoint.Parse(Ledger.Notes.Note.Parse(note).Text));
        }
        catch (FormatException wrong)
        {
            throw new KeepingException($"The checkpoint in {folder} is none: {wrong.Message}");
        }
    }

    /// <summary>Every leaf, tile, text and signature; what is wrong, a sentence each.</summary>
    public (List<string> Findings, Inspection Inspection) Inspect(IProgress<Advance>? advance)
    {
        var findings = new List<string>();
        var inspection = new Inspection(at => Read(at.Path), findings.Add) { Picture = (seq, _) => Picture(seq) };
        foreach (var (bytes, texts) in Entries())
        {
            inspection.Leaf(bytes, texts);
            if (inspection.Size % TileAt.FullWidth == 0 || inspection.Size == Checkpoint.Size)
                advance?.Report(new Advance(Checkpoint.Origin, inspection.Size, Checkpoint.Size));
        }
        if (inspection.Size != Checkpoint.Size) findings.Add($"there are {inspection.Size} entries, and the checkpoint covers {Checkpoint.Size}");
        else inspection.Checkpoint(Note);
        inspection.Partials();
        inspection.End();
        return (findings, inspection);
    }

    /// <summary>Leaf by leaf, with the texts beside it.</summary>
    public IEnumerable<(byte[] Bytes, List<string> Texts)> Entries()
    {
        using var lines = Disclosures().GetEnumerator();
        var more = lines.MoveNext();
        var seq = 0L;
        foreach (var at in TileAt.Of(Checkpoint.Size).Where(at => at.Level == TileAt.Entries))
        {
            if (Read(at.Path) is not { } bundle) yield break;
            foreach (var entry in Bundle.Read(bundle))
            {
                var texts = new List<string>();
                for (; more && lines.Current.Seq <= seq; more = lines.MoveNext()) texts.Add(lines.Current.D);
                yield return (entry.ToArray(), texts);
                seq++;
            }
        }
    }

    /// <summary>The picture that an entry shows; null when it is not here. One longer than any is none.</summary>
    public byte[]? Picture(long seq) =>
        new FileInfo(In(Exported.PictureOf(seq))) is { Exists: true, Length: <= Exported.LongestPicture } ? Read(Exported.PictureOf(seq)) : null;

    private IEnumerable<(long Seq, string D)> Disclosures()
    {
        if (!File.Exists(In("disclosures.jsonl"))) yield break;
        foreach (var line in File.ReadLines(In("disclosures.jsonl")))
        {
            using var read = JsonDocument.Parse(line);
            yield return (read.RootElement.GetProperty("seq").GetInt64(), read.RootElement.GetProperty("d").GetString()!);
        }
    }

    private byte[]? Read(string path) => File.Exists(In(path)) ? File.ReadAllBytes(In(path)) : null;

    private string In(string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));

    private sealed class Kept(RecordFolder record) : ITiles
    {
        public ReadOnlyMemory<byte> Tile(TileAt at) => record.Read(at.Path) ?? throw new LedgerException($"There is no {at.Path}.");
    }
}
