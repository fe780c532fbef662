using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Ledger;
using Faubourg.Ledger.Tree;
using Faubourg.Verify.Reading;
using NodaTime;

namespace Faubourg.Verify.Checks;

/// <summary>
/// What has to be known of a log before it is replayed: its keys, and what later entries say was erased. It looks into few
/// entries, each found by a few of its bytes while it is hashed.
/// </summary>
internal sealed class FirstSight(long size, KeyChain keys, EventForms forms, Findings findings)
{
    private readonly LeafFields fields = new();
    private readonly HeldTexts none = new();

    /// <summary>Which entry says that it was erased.</summary>
    public Erasures Erasures { get; } = new();

    /// <summary>The claimed time of the last entry.</summary>
    public Instant Last { get; private set; }

    public void See(long seq, ReadOnlyMemory<byte> entry, Edge before)
    {
        var bytes = entry.Span;
        var aboutKeys = seq == 0 || bytes.IndexOf("\"type\":\"key."u8) >= 0 || bytes.IndexOf("\"type\":\"recovery.set\""u8) >= 0;
        var erases = Erasures.May(bytes);
        if (!aboutKeys && !erases && seq != size - 1) return;
        try
        {
            fields.Read(entry);
            Last = Times.Read(fields.At, "at");
            // Only what the rules hold to its grounds takes anything out: an entry that is not understood does not.
            if (erases && forms.Find(fields.Type) is { Erases: true }) Take(seq);
            if (aboutKeys && Read() is { } happened) keys.Take(happened, seq, Last, before);
            if (seq == 0 && keys.Keys.Count == 0) findings.Break("key", 0, "the first entry does not found a quarter");
        }
        catch (LeafException) when (seq > 0)
        {
            // It is named when its turn comes in the replay.
        }
        catch (LeafException broken)
        {
            findings.Break("leaf", seq, $"the first entry is no leaf: {broken.Message}");
        }
    }

    /// <summary>The replay never looks into the list of digests, so what is wrong there is named here.</summary>
    private void Take(long seq)
    {
        try
        {
            Erasures.Take(fields, seq);
        }
        catch (LeafException broken)
        {
            findings.Break("erasure", seq, broken.Message);
        }
    }

    private PublicEvent? Read() => forms.Find(fields.Type)?.Read(fields, none);
}
