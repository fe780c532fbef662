using System.Text.Json;
using Faubourg.Domain.Record.Audit;
using Faubourg.Verify.Checks;
using NodaTime;

namespace Faubourg.Verify.Reports;

/// <summary>A verdict for programs.</summary>
internal static class JsonReport
{
    public static void Write(TextWriter to, Verdict verdict, Cost cost)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteBoolean("sound", verdict.IsSound);
            json.WriteBoolean("rehearsal", verdict.Rehearsal);
            Log(json, verdict);
            Witnesses(json, verdict);
            Texts(json, verdict);
            Findings(json, verdict);
            Strings(json, "evidence", verdict.EvidenceFiles);
            Strings(json, "attested", verdict.Replayed ? Attested.Statements : (IEnumerable<string>)[]);
            json.WriteStartObject("cost");
            json.WriteNumber("cpu_seconds", Math.Round(cost.CpuSeconds, 3));
            json.WriteNumber("peak_mb", Math.Round(cost.PeakMegabytes, 1));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        to.WriteLine(System.Text.Encoding.UTF8.GetString(memory.ToArray()));
    }

    private static void Log(Utf8JsonWriter json, Verdict verdict)
    {
        if (verdict.Checkpoint is not { } checkpoint) return;
        json.WriteString("origin", checkpoint.Origin);
        json.WriteNumber("size", checkpoint.Size);
        json.WriteString("root", checkpoint.RootBase64);
        json.WriteString("signed_by", verdict.SignedBy?.ToString());
        Strings(json, "keys", verdict.Keys.Select(key => key.Key.ToString()));
        if (verdict.Place is not { } place) return;
        json.WriteStartObject("where");
        json.WriteString("prefix", place.Prefix);
        json.WriteString("at", place.At);
        json.WriteEndObject();
    }

    private static void Witnesses(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject("witnesses");
        json.WriteNumber("recognised", verdict.Witnesses.Length);
        json.WriteNumber("of", verdict.WitnessesKnown);
        json.WriteBoolean("quorum", verdict.HasPolicy && verdict.IsQuorum);
        json.WriteEndObject();
        json.WriteStartArray("seen");
        foreach (var range in verdict.Seen?.Ranges ?? [])
        {
            json.WriteStartObject();
            json.WriteNumber("from", range.From);
            json.WriteNumber("to", range.To);
            Time(json, "first_claim", range.FirstClaim);
            Time(json, "last_claim", range.LastClaim);
            Time(json, "first_seen", range.First?.At);
            json.WriteString("witness", range.First?.Witness);
            json.WriteNumber("gaps_over_24h", range.Flagged);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, Verdict verdict)
    {
        if (!verdict.Replayed) return;
        json.WriteStartObject("disclosures");
        json.WriteNumber("held", verdict.Held);
        json.WriteNumber("erased", verdict.Erased);
        json.WriteNumber("withheld", verdict.Withheld);
        json.WriteNumber("not_yet_due", verdict.NotYetDue);
        if (verdict.DueBy is { } due) Time(json, "due_by", due);
        json.WriteEndObject();
        json.WriteStartObject("pictures");
        json.WriteNumber("here", verdict.PicturesHere);
        json.WriteNumber("not_here", verdict.PicturesElsewhere);
        json.WriteEndObject();
        json.WriteNumber("councils", verdict.Councils);
        json.WriteNumber("draws", verdict.Draws);
        json.WriteNumber("decisions", verdict.Decisions);
        json.WriteNumber("not_understood", verdict.NotUnderstood);
    }

    private static void Findings(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteNumber("broken", verdict.Findings.Broken);
        json.WriteStartArray("findings");
        foreach (var finding in verdict.Findings.All)
        {
            json.WriteStartObject();
            json.WriteBoolean("broken", finding.Weight == Weight.Broken);
            json.WriteString("rule", finding.Rule);
            if (finding.Entry is { } entry) json.WriteNumber("entry", entry);
            json.WriteString("what", finding.What);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Time(Utf8JsonWriter json, string name, Instant? at) => json.WriteString(name, at?.ToString());

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
