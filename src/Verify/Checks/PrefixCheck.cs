using System.Globalization;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Ledger.Tree;
using Faubourg.Verify.Files;

namespace Faubourg.Verify.Checks;

/// <summary>Whether a checkpoint kept earlier is the beginning of this record. If not, two signatures prove it to anybody.</summary>
internal sealed class PrefixCheck(Question question, Note present, KeyChain keys, Verdict verdict)
{
    private readonly Checkpoint now = Checkpoint.Parse(present.Text);

    /// <param name="old">Signed by the log.</param>
    /// <param name="rootThen">The root that this record has at its size; null where the record is shorter.</param>
    /// <returns>It is the beginning of this record.</returns>
    public bool Check(OldCheckpoint old, byte[]? rootThen)
    {
        var then = Checkpoint.Parse(old.Note.Text);
        if (rootThen is not null && then.Root.AsSpan().SequenceEqual(rootThen)) return true;
        if (then.Size <= now.Size)
        {
            verdict.Findings.Break("prefix", null, $"{old.Name}: this record had another history at {then.Size} entries");
            Prove(old, question.Files);
            return false;
        }

        verdict.Findings.Break("prefix", null,
            $"{old.Name}: {then.Size} entries were signed, and this record has {now.Size}: {(old.Files is null ? "the others are gone, or it is an older copy" : "see whether it continues")}");
        if (old.Files is not null) Prove(old, old.Files);
        return false;
    }

    /// <param name="old">The other checkpoint.</param>
    /// <param name="larger">The record of the larger one.</param>
    private void Prove(OldCheckpoint old, IFiles larger)
    {
        var both = keys.All.Select(key => key.Key).Where(key => old.Note.Signatures.Any(s => s.IsBy(key)) && present.Signatures.Any(s => s.IsBy(key))).ToArray();
        if (both.Length == 0) verdict.Findings.Notice("evidence", null, $"{old.Name}: no one key signed both, so no file of evidence can be made: keep both records");
        foreach (var key in both)
        {
            try
            {
                Write(Evidence.Of(key, old.Note, present, new RecordTiles(larger)), Checkpoint.Parse(old.Note.Text));
                return;
            }
            catch (LedgerException none)
            {
                verdict.Findings.Notice("evidence", null, $"{old.Name}: no evidence can be made: {none.Message}");
            }
        }
    }

    /// <summary>Whoever stands in a folder that somebody else made may find a link there under that name: it is taken away, and never followed.</summary>
    private void Save(string name, string text)
    {
        if (question.EvidenceFile is null) File.Delete(name);
        using var file = new StreamWriter(new FileStream(name, question.EvidenceFile is null ? FileMode.CreateNew : FileMode.Create));
        file.Write(text);
    }

    private void Write(Evidence evidence, Checkpoint then)
    {
        var id = now.Origin[(now.Origin.LastIndexOf('/') + 1)..];
        var name = question.EvidenceFile ?? string.Create(CultureInfo.InvariantCulture,
            $"fork-{string.Concat(id.Where(char.IsAsciiLetterOrDigit).Take(26))}-{Math.Min(then.Size, now.Size)}-{Math.Max(then.Size, now.Size)}.evidence");
        const string fork = "the log's key signed two histories that exclude each other";
        try
        {
            Save(name, evidence.ToString());
            verdict.EvidenceFiles.Add(name);
            verdict.Findings.Break("fork", null, $"{fork}: {name} proves it to anybody");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            verdict.Findings.Break("fork", null, $"{fork}; {name}, which would prove it to anybody, cannot be written here: name another with --evidence");
        }
    }
}
