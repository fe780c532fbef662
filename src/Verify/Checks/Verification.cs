using Faubourg.Domain.Quarters;
using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using Faubourg.Verify.Files;
using Faubourg.Verify.Reading;
using NodaTime;

namespace Faubourg.Verify.Checks;

/// <summary>
/// The whole check, in the order in which things can be trusted: the bytes lead to a root, the root is signed, the keys follow
/// from the first; only then is read what the entries say.
/// </summary>
internal sealed class Verification(Question question)
{
    private const string CheckpointFile = "checkpoint", DisclosuresFile = "disclosures.jsonl", EvidenceFile = "evidence";

    private readonly Verdict verdict = new();

    private Findings Findings => verdict.Findings;

    public static Verdict Of(Question question) => new Verification(question).Run();

    private Verdict Run()
    {
        if (Read(CheckpointFile) is not { } note) return verdict;
        var checkpoint = Checkpoint.Parse(note.Text);
        verdict.Checkpoint = checkpoint;
        question.Progress.Of = checkpoint.Size;
        if (checkpoint.Size == 0 && !checkpoint.IsOfEmpty) Findings.Break("root", null, "an empty log has another root");

        using var seals = question.HashesOnly ? null : new BundleSeals();
        var hashes = new HashCheck(question.Files, checkpoint, Findings, question.Progress, seals);
        foreach (var old in question.Old) hashes.Roots[Checkpoint.Parse(old.Note.Text).Size] = null;
        return seals is null ? Pinned(note, hashes) : Whole(note, checkpoint, hashes, seals);
    }

    private Verdict Whole(Note note, Checkpoint checkpoint, HashCheck hashes, BundleSeals seals)
    {
        var keys = new KeyChain(checkpoint.Origin, Findings);
        var sight = new FirstSight(checkpoint.Size, keys, EventForms.Mine, Findings);
        hashes.Run(sight.See);
        verdict.Rehearsal = keys.Rehearsal;
        verdict.Keys = [.. keys.All];
        ReadEvidence(keys.Answers);
        verdict.Place = PlaceCheck.Of(question.Files, keys, checkpoint.Origin, Findings);
        if (!hashes.Holds) return verdict;
        Signed(note, keys, sight.Last, hashes);
        if (keys.Keys.Count > 0) Replay(checkpoint, sight.Erasures, seals);
        return verdict;
    }

    private Note? Read(string path)
    {
        try
        {
            var buffer = new byte[1 << 12];
            var read = question.Files.Read(path, ref buffer);
            if (read < 0) throw new LedgerException("there is none here: this is no record");
            var note = Note.Parse(buffer.AsSpan(0, read));
            Checkpoint.Parse(note.Text);
            return note;
        }
        catch (LedgerException broken)
        {
            Findings.Break("checkpoint", null, $"{path}: {broken.Message}");
            return null;
        }
    }

    /// <summary>Anybody can sign two histories with a key of their own and lay them here: only a key of this log breaks it.</summary>
    private void ReadEvidence(Func<Evidence, bool> isOfTheLog)
    {
        var buffer = new byte[1 << 12];
        try
        {
            var read = question.Files.Read(EvidenceFile, ref buffer);
            if (read < 0) return;
            var evidence = Evidence.Parse(System.Text.Encoding.UTF8.GetString(buffer.AsSpan(0, read)));
            if (!isOfTheLog(evidence)) throw new LedgerException($"the key {evidence.Key} does not answer for this log");
            verdict.BrokenOrigin = evidence.Origin;
            Findings.Break("fork", null, $"evidence lies beside the record: the key {evidence.Key} signed two histories of {evidence.Origin}");
        }
        catch (LedgerException none)
        {
            Findings.Notice("evidence", null, $"a file called evidence lies beside the record and proves nothing: {none.Message}");
        }
    }

    /// <summary>A log of whatever entries: only the policy says whose it is.</summary>
    private Verdict Pinned(Note note, HashCheck hashes)
    {
        hashes.Run(null);
        ReadEvidence(evidence => question.Policy!.Logs.Any(log => log.Key == evidence.Key));
        try
        {
            var judged = question.Policy!.Judge(note, question.Now.ToUnixTimeSeconds());
            if (judged.Log is null) Findings.Break("signature", null, "checkpoint: no signature by a log of the policy");
            Take(judged);
        }
        catch (LedgerException broken)
        {
            Findings.Break("signature", null, $"checkpoint: {broken.Message}");
        }

        return verdict;
    }

    private void Take(Judgement judged)
    {
        verdict.SignedBy = judged.Log;
        verdict.HasPolicy = question.Policy is not null;
        verdict.Witnesses = judged.Witnesses;
        verdict.WitnessesKnown = judged.Of;
        verdict.IsQuorum = judged.IsQuorum;
        if (!judged.IsQuorum) Findings.Break("quorum", null, $"{judged.Witnesses.Length} of {judged.Of} witnesses recognised, fewer than the policy asks for");
        if (question.MaxAge is not { } most) return;
        if (judged.Witnesses.IsEmpty) Findings.Break("age", null, "no recognised witness says when it saw this: it may be an old copy");
        else if (question.Now - Instant.FromUnixTimeSeconds(judged.Witnesses.Max(w => w.UnixSeconds)) is var age && age > most)
            Findings.Break("age", null, $"the newest signature of a witness is {(long)age.TotalMinutes} minutes old: the record is frozen, or this is an old copy");
    }

    private void Signed(Note note, KeyChain keys, Instant last, HashCheck hashes)
    {
        var signatures = new SignatureCheck(keys, question.Policy, Findings);
        signatures.Pin();
        var sightings = new List<Sighting>();
        if (signatures.Judge(note, CheckpointFile, last, question.Now) is { } judged)
        {
            Take(judged);
            sightings.AddRange(Sightings(judged));
        }

        var prefixes = new PrefixCheck(question, note, keys, verdict);
        foreach (var old in question.Old)
        {
            // It was signed when its own last entry was new: a key that has ended since was still good.
            if (signatures.Judge(old.Note, old.Name, Instant.MinValue, question.Now) is not { } then) continue;
            if (prefixes.Check(old, hashes.Roots.GetValueOrDefault(then.Checkpoint.Size))) sightings.AddRange(Sightings(then));
        }

        verdict.Seen = new Seen(sightings, verdict.Checkpoint!.Size, Findings);
    }

    private static IEnumerable<Sighting> Sightings(Judgement judged) => judged.Witnesses
        .Select(w => new Sighting(judged.Checkpoint.Size, Instant.FromUnixTimeSeconds(w.UnixSeconds), w.Name));

    private void Replay(Checkpoint checkpoint, Erasures erasures, BundleSeals seals)
    {
        var pictures = new PictureCheck(question.Files, Findings);
        using var file = Disclosures();
        using var disclosures = new DisclosureCheck(new DisclosureLines(file), erasures, pictures, Findings);
        var replay = new ReplayCheck(question.Files, checkpoint.Size, checkpoint.Origin, disclosures, Findings)
        {
            Tell = question.Tell,
            Heard = question.Heard,
            Seen = verdict.Seen,
            // A rehearsal has a clock of its own.
            Latest = verdict.Rehearsal ? Instant.MaxValue : question.Now + Seen.Skew,
        };
        try
        {
            replay.Run(seals, question.Progress);
        }
        catch (LedgerException broken)
        {
            Findings.Break("files", null, broken.Message);
        }

        verdict.Seen?.End();
        verdict.Replayed = true;
        verdict.NotUnderstood = replay.NotUnderstood;
        (verdict.Held, verdict.Erased) = (disclosures.Held, disclosures.Erased);
        (verdict.PicturesHere, verdict.PicturesElsewhere) = (pictures.Here, pictures.Elsewhere);
        (verdict.Councils, verdict.Draws, verdict.Decisions) = (replay.Replay.Councils, replay.Replay.Draws, replay.Replay.Decisions);
        Missing(disclosures.Missing, replay);
        if (!verdict.Rehearsal) Overdue(replay.Quarter);
    }

    /// <summary>Where they are here and cannot be read, that is said, and all of them are withheld.</summary>
    private Stream? Disclosures()
    {
        try
        {
            return question.Files.Open(DisclosuresFile);
        }
        catch (LedgerException unreadable)
        {
            Findings.Break("disclosure", null, unreadable.Message);
            return null;
        }
    }

    /// <summary>What was cut off before a council's end looks whole, and its texts are never due.</summary>
    private void Overdue(Quarter quarter)
    {
        foreach (var council in quarter.Councils.Values.Where(council => !council.IsOver && council.EndsAt < question.Now - Seen.Skew))
            Findings.Notice("unfinished", null, $"council {council.Number} had to be over at {council.EndsAt}, and the record ends before: it is an old copy, or cut off");
    }

    /// <summary>
    /// Some texts wait for the end of their council; what is missing otherwise is withheld. Nothing waits for times that somebody
    /// dated ahead.
    /// </summary>
    private void Missing(IReadOnlyList<Withheld> missing, ReplayCheck replay)
    {
        foreach (var one in missing)
        {
            if (!replay.IsAhead && one.Council is { } number && replay.Replay.KeptBackUntil(number) is { } due && question.Now < due)
            {
                verdict.NotYetDue++;
                verdict.DueBy = verdict.DueBy is { } later ? Instant.Max(later, due) : due;
            }
            else
            {
                verdict.Withheld++;
                Findings.Break("withheld", one.Entry, $"WITHHELD: {one.Digest} is neither disclosed nor said to be erased");
            }
        }
    }
}
