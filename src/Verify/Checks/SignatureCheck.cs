using Faubourg.Ledger;
using Faubourg.Ledger.Notes;
using NodaTime;

namespace Faubourg.Verify.Checks;

/// <summary>Whether a checkpoint is signed by a key of the log that may sign it, and by whom of those who are trusted.</summary>
internal sealed class SignatureCheck(KeyChain keys, Policy? policy, Findings findings)
{
    /// <param name="note">The signed checkpoint.</param>
    /// <param name="name">How it is called in findings.</param>
    /// <param name="at">When its last entry claims to have happened: so late it was signed at least.</param>
    /// <param name="now">Now.</param>
    /// <returns>Who signed; null where it does not count.</returns>
    public Judgement? Judge(Note note, string name, Instant at, Instant now)
    {
        try
        {
            var checkpoint = Checkpoint.Parse(note.Text);
            var signing = keys.Signing(checkpoint.Size, at).ToArray();
            var believed = policy ?? new Policy();
            // A pinned key that is not in the chain speaks for somebody else: it is never enough by itself.
            var judged = (believed with { Logs = [] }).Judge(note, now.ToUnixTimeSeconds(), signing);
            if (judged.Log is not null) return judged;
            findings.Break("signature", null, $"{name}: {Why(note, checkpoint)}");
        }
        catch (LedgerException broken)
        {
            findings.Break("signature", null, $"{name}: {broken.Message}");
        }

        return null;
    }

    /// <summary>Whom the reader trusts must be somewhere in the chain: whoever they trusted once has vouched for what came after.</summary>
    public void Pin()
    {
        if (policy is null) return;
        if (policy.Logs.Length > 0 && !policy.Logs.Any(log => keys.All.Any(key => key.Key == log.Key)))
            findings.Break("policy", null, "the log's key of the policy is not among the keys of this record: it is another log");
    }

    private string Why(Note note, Checkpoint checkpoint)
    {
        foreach (var (key, standing) in keys.All)
        {
            if (!note.Signatures.Any(signature => signature.IsBy(key))) continue;
            if (standing.VoidAfter is { } last && checkpoint.Size > last) return $"signed with a key that is void since entry {last}";
            if (checkpoint.Size <= standing.From) return $"signed with a key that entry {standing.From} only names";
            return $"signed with a key that another replaced, more than 30 days after";
        }

        return "no signature by a key of this log";
    }
}
