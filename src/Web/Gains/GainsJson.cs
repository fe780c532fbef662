using System.Text.Json;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Quarters;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Web.Gains;

/// <summary>The log for programs, page by page, with the sums of both pictures over all of it.</summary>
internal static class GainsJson
{
    public static Task Write(Visit visit) => Face.Json(visit.Context, StatusCodes.Status200OK, json =>
    {
        var (quarter, log) = (visit.Quarter, new GainLog(visit.Quarter, visit.Now));
        json.WriteNumber("size", quarter.Size);
        json.WriteString("now", Iso(visit.Now));
        Paged.Of(visit).Write(json, "gains", log.All, gain => Write(json, log, quarter, gain));
        json.WriteStartArray("by_domain");
        foreach (var domain in Enum.GetValues<GainDomain>()) Sums(json, "domain", Field.Kebab(domain), GainLog.DomainParts.Select(p => p.Name), log.ByDomain[(int)domain]);
        json.WriteEndArray();
        json.WriteStartArray("by_age");
        for (var n = 0; n < Persistence.Ages.Length; n++) Sums(json, "days", $"{Persistence.Ages[n]}", GainLog.AgeParts.Select(p => p.Name), log.ByAge[n]);
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, GainLog log, Quarter quarter, LoggedGain gain)
    {
        json.WriteStartObject();
        json.WriteNumber("gain", gain.Number);
        json.WriteNumber("council", gain.Council);
        json.WriteString("claimed", Iso(gain.ClaimedAt));
        json.WriteString("kind", Field.Kebab(gain.Claimed.Kind));
        json.WriteString("domain", Field.Kebab(gain.Claimed.Domain));
        if (gain.Claimed.Amount is { } amount) json.WriteNumber("amount", amount);
        if (gain.Claimed.Unit is { } unit) json.WriteString("unit", log.Said(unit)?.Value);
        json.WriteString("what", log.Said(gain.Claimed.What)?.Value);
        json.WriteString("state", Field.Kebab(log.StateOf(gain)));
        json.WriteStartArray("shown");
        foreach (var shown in gain.Shown)
        {
            json.WriteStartObject();
            json.WriteString("at", Iso(shown.At));
            json.WriteString("how", log.Said(shown.How)?.Value);
            if (shown.Evidence is { } evidence) json.WriteNumber("evidence", evidence);
            if (shown.Council is { } council) json.WriteNumber("council", council);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (gain.ConfirmedBy(quarter) is { } by) json.WriteNumber("confirmed_by", by);
        json.WriteStartArray("checks");
        foreach (var check in gain.Checks)
        {
            json.WriteStartObject();
            json.WriteNumber("days", check.Age);
            json.WriteBoolean("works", check.Works);
            json.WriteNumber("council", check.Council);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Sums(Utf8JsonWriter json, string name, string value, IEnumerable<string> parts, IReadOnlyList<long> sums)
    {
        json.WriteStartObject();
        json.WriteString(name, value);
        foreach (var (part, n) in parts.Select((part, n) => (part, n))) json.WriteNumber(part, sums[n]);
        json.WriteEndObject();
    }

    private static string Iso(Instant at) => InstantPattern.General.Format(at);
}
