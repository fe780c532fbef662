using NodaTime;

namespace Faubourg.Verify.Checks;

/// <summary>
/// Beside each claimed time, when a witness first saw the entry. Between two checkpoints it is one time for all entries, so
/// entries are told by ranges.
/// </summary>
internal sealed class Seen
{
    /// <summary>An entry that claims a time so long before any witness saw it was perhaps written later.</summary>
    public static readonly Duration Gap = Duration.FromHours(24);

    /// <summary>Clocks differ: a claim so far after a witness saw the entry is still no contradiction.</summary>
    public static readonly Duration Skew = Duration.FromMinutes(5);

    private readonly Findings findings;
    private readonly List<SeenRange> ranges = [];
    private int present;

    /// <param name="sightings">Of recognised witnesses, on checkpoints that are prefixes of the record.</param>
    /// <param name="size">Of the record.</param>
    /// <param name="findings">Gaps are noticed there, contradictions too.</param>
    public Seen(IEnumerable<Sighting> sightings, long size, Findings findings)
    {
        this.findings = findings;
        var all = sightings.ToArray();
        long from = 0;
        foreach (var to in all.Select(s => s.Size).Where(s => s > 0).Distinct().Order().Append(size).Distinct())
        {
            // Whoever signed a longer log earlier saw these entries too.
            var first = all.Where(s => s.Size >= to).MinBy(s => s.At);
            if (to > from) ranges.Add(new SeenRange(from, to, first));
            from = Math.Max(from, to);
        }
    }

    public IReadOnlyList<SeenRange> Ranges => ranges;

    public SeenRange? Of(long seq) => ranges.FirstOrDefault(range => seq >= range.From && seq < range.To);

    /// <summary>Takes the claimed time of an entry; entries come in order.</summary>
    public void Note(long seq, Instant claimed)
    {
        while (present < ranges.Count - 1 && seq >= ranges[present].To) present++;
        if (ranges.Count == 0) return;
        var range = ranges[present];
        range.Claim(seq, claimed);
        if (range.First is not { } first) return;
        if (claimed > first.At + Skew)
            findings.Break("witness", seq, $"it claims {claimed}, and {first.Witness} had seen it at {first.At}");
        else if (first.At - claimed > Gap)
            range.Flag(seq);
    }

    /// <summary>One notice for each range with gaps.</summary>
    public void End()
    {
        foreach (var range in ranges.Where(range => range.Flagged > 0))
            findings.Notice("gap", range.FirstFlagged,
                $"{range.Flagged} of entries {range.From} to {range.To - 1} claim a time more than 24 hours before any witness saw them ({range.First!.At}, {range.First.Witness})");
    }
}
