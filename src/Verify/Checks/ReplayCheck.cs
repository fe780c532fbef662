using System.Text;
using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Ledger;
using Faubourg.Ledger.Tree;
using Faubourg.Verify.Files;
using Faubourg.Verify.Reading;
using NodaTime;

namespace Faubourg.Verify.Checks;

/// <summary>
/// Every entry read strictly and replayed through the rules: what they would not have let happen is a finding, with the entry
/// and the rule. The hashes were checked before.
/// </summary>
internal sealed class ReplayCheck(IFiles files, long size, string origin, DisclosureCheck disclosures, Findings findings)
{
    private readonly byte[] log = Encoding.UTF8.GetBytes(origin);
    private readonly RecordBundles bundles = new(files);
    private readonly EventForms forms = EventForms.Mine;
    private readonly LeafFields fields = new();
    private readonly HeldTexts texts = new();
    private readonly Replay replay = new(findings);
    private readonly HashSet<(string Leaf, string Name)> strange = [];
    private Instant last = Instant.MinValue;

    /// <summary>Told of every entry with its type and claimed time, where somebody wants to list them.</summary>
    public Action<long, string, Instant>? Tell { get; init; }

    /// <summary>Hears what each entry says that is understood, until one breaks a rule.</summary>
    public Action<PublicEvent, Instant>? Heard { get; init; }

    /// <summary>When each entry claims to have happened, for comparing with witnesses.</summary>
    public Seen? Seen { get; init; }

    /// <summary>Nothing can have happened later than this.</summary>
    public Instant Latest { get; init; } = Instant.MaxValue;

    /// <summary>Entries claim times still to come.</summary>
    public bool IsAhead { get; private set; }

    /// <summary>Entries of a type that this version does not know: valid, not understood.</summary>
    public long NotUnderstood { get; private set; }

    public Quarter Quarter => replay.Quarter;

    public Replay Replay => replay;

    /// <param name="seals">Of the bundles as they were hashed.</param>
    /// <param name="progress">Is told after each bundle.</param>
    public void Run(BundleSeals seals, Progress progress)
    {
        for (long seq = 0, index = 0; seq < size; index++)
        {
            var entries = bundles.Read(new TileAt(TileAt.Entries, index, (int)Math.Min(size - seq, TileAt.FullWidth)));
            if (!seals.Holds((int)index, bundles.Bytes)) throw new LedgerException($"bundle {index} changed while it was read");
            foreach (var entry in entries) Entry(seq++, entry);
            progress.Replayed(seq);
        }

        disclosures.End();
    }

    private void Entry(long seq, ReadOnlyMemory<byte> entry)
    {
        try
        {
            fields.Read(entry);
        }
        catch (LeafException broken)
        {
            findings.Break("leaf", seq, broken.Message);
            replay.Pass(seq, last, null, discloses: false);
            return;
        }

        var at = last;
        var form = forms.Find(fields.Type);
        try
        {
            at = Head(seq);
            disclosures.Entry(seq, fields, texts);
            Tell?.Invoke(seq, Encoding.ASCII.GetString(fields.Type), at);
            if (form is null) NotUnderstood++;
            else Next(form, seq, at);
        }
        catch (LeafException broken)
        {
            findings.Break("leaf", seq, $"{Encoding.ASCII.GetString(fields.Type)}: {broken.Message}");
        }

        replay.Pass(seq, at, form, fields.DigestCount > 0);
    }

    private void Next(EventForm form, long seq, Instant at)
    {
        var happened = form.Read(fields, texts);
        if (form.NotUnderstood is { } name && strange.Add((form.Leaf, name)))
            findings.Notice("not-understood", seq, $"{form.Leaf} has something called {name}, which this program does not know: valid, not understood, here and wherever it comes again");
        // Which text a digest is of shows only in the text: so many may be those that are withheld, and no more.
        if (texts.Lacking is { First: { } text, Count: var lacking } && lacking > disclosures.Absent)
            findings.Break("text", seq, $"{form.Leaf} cannot be without its text {text}, and it is neither here nor said to be erased, nor is it one that is withheld");
        replay.Next(happened, seq, at);
        // Whoever counts may trust what it hears: of a record that breaks a rule nothing more is counted.
        if (findings.Broken == 0) Heard?.Invoke(happened, at);
    }

    private Instant Head(long seq)
    {
        if (!fields.Log.SequenceEqual(log)) findings.Break("log", seq, $"it says that it is of the log {Strings.Read(fields.Log)}");
        if (fields.Seq != seq) findings.Break("seq", seq, $"it says that it is entry {fields.Seq}");
        var at = Times.Read(fields.At, "at");
        if (at < last) findings.Break("time", seq, $"it claims {at}, and the entry before it {last}");
        else last = at;
        if (at > Latest && !IsAhead) findings.Notice("ahead", seq, $"it claims {at}, which is still to come: this clock is slow, or its host's is not to be believed");
        IsAhead |= at > Latest;
        Seen?.Note(seq, at);
        return at;
    }
}
