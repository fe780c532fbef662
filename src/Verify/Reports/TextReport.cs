using System.Globalization;
using Faubourg.Domain.Record.Audit;
using Faubourg.Verify.Checks;

namespace Faubourg.Verify.Reports;

/// <summary>A verdict for people.</summary>
internal sealed class TextReport(TextWriter to, Verdict verdict)
{
    private const int MostFindings = 50;

    public void Write()
    {
        if (verdict.Rehearsal) Line("REHEARSAL: nothing in this record happened outside a rehearsal.");
        if (verdict.BrokenOrigin is { } broken) Line($"BROKEN: {broken} showed two histories. Evidence lies beside the record.");
        Log();
        Witnesses();
        Entries();
        Ranges();
        Findings();
        Line(verdict.IsSound ? "Sound." : $"BROKEN: {Count(verdict.Findings.Broken, "finding")}.");
    }

    private void Log()
    {
        if (verdict.Checkpoint is not { } checkpoint) return;
        Line($"log       {checkpoint.Origin}");
        Line($"entries   {Whole(checkpoint.Size)}");
        Line($"root      {checkpoint.RootBase64}");
        Line($"signed    {verdict.SignedBy?.ToString() ?? "by no key that counts"}");
        if (verdict.Place is { } place) Line($"lives at  {place.Prefix}, since {place.At}, as its key says");
        if (verdict.Keys.Count <= 1) return;
        foreach (var (key, standing) in verdict.Keys)
            Line($"key       {key} from entry {standing.From}{(standing.VoidAfter is { } last ? $", void after {last}" : standing.Until is { } until ? $", until {until}" : "")}");
    }

    private void Witnesses()
    {
        if (!verdict.HasPolicy)
        {
            Line("witnesses no policy given: nobody but the log itself is asked. This shows no fork that you were not shown both sides of.");
            return;
        }

        Line($"witnesses {verdict.Witnesses.Length} of {verdict.WitnessesKnown} witnesses recognised; {(verdict.IsQuorum ? "as many as the policy asks for" : "FEWER than the policy asks for")}");
        foreach (var witness in verdict.Witnesses) Line($"          {witness.Name} saw it at {NodaTime.Instant.FromUnixTimeSeconds(witness.UnixSeconds)}");
    }

    private void Entries()
    {
        if (!verdict.Replayed) return;
        Line($"replayed  {Count(verdict.Councils, "council")}, {Count(verdict.Draws, "draw")}, {Count(verdict.Decisions, "decision")}");
        if (verdict.NotUnderstood > 0) Line($"          {Count(verdict.NotUnderstood, "entry", "entries")} of a type newer than this program: valid, not understood");
        var due = verdict.NotYetDue > 0 ? $", {Whole(verdict.NotYetDue)} not yet due (the last by {verdict.DueBy}: until then names can be blacked out)" : "";
        Line($"texts     {Whole(verdict.Held)} held and matching, {Whole(verdict.Erased)} erased as entries say, {Whole(verdict.Withheld)} WITHHELD{due}");
        if (verdict.PicturesHere + verdict.PicturesElsewhere > 0) Line($"pictures  {Whole(verdict.PicturesHere)} here and matching, {Whole(verdict.PicturesElsewhere)} not in this copy");
        Line("on the word of the host alone, for no public byte can show it:");
        foreach (var statement in Attested.Statements) Line($"  – {statement}");
    }

    private void Ranges()
    {
        foreach (var range in verdict.Seen?.Ranges.Where(r => r.FirstClaim is not null) ?? [])
        {
            var seen = range.First is { } first ? $"first seen by {first.Witness} at {first.At}" : "seen by no witness";
            Line($"entries {range.From} to {range.To - 1}: claim {range.FirstClaim} to {range.LastClaim}; {seen}");
        }
    }

    private void Findings()
    {
        foreach (var finding in verdict.Findings.All.Take(MostFindings))
        {
            var where = finding.Entry is { } entry ? $"entry {entry}, " : "";
            Line($"{(finding.Weight == Weight.Broken ? "BROKEN" : "note  ")}  {where}rule {finding.Rule}: {finding.What}");
        }

        var rest = verdict.Findings.Broken + verdict.Findings.Notices - MostFindings;
        if (rest > 0) Line($"        and {rest} more");
    }

    private void Line(string text) => to.WriteLine(Plain.Of(text));

    private static string Whole(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Count(long number, string one, string? many = null) => $"{Whole(number)} {(number == 1 ? one : many ?? one + "s")}";
}
