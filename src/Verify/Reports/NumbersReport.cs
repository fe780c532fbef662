using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Faubourg.Domain.Record.Figures;
using Faubourg.Verify.Checks;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Verify.Reports;

/// <summary>What was counted, for people and for programs: the same words in both.</summary>
internal static class NumbersReport
{
    private static readonly JsonSerializerOptions Snake = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = JsonNamingPolicy.KebabCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        WriteIndented = true,
    };

    public static void Write(TextWriter to, Verdict verdict, CountedFigures counted, Instant at, bool json)
    {
        var all = JsonSerializer.SerializeToNode(counted, Snake)!.AsObject();
        if (json)
        {
            all.Insert(0, "origin", verdict.Checkpoint!.Origin);
            all.Insert(1, "size", verdict.Checkpoint.Size);
            all.Insert(2, "at", InstantPattern.ExtendedIso.Format(at));
            to.WriteLine(all.ToJsonString(Snake));
            return;
        }

        to.WriteLine(Plain.Of($"{verdict.Checkpoint!.Origin}, {verdict.Checkpoint.Size} entries, at {InstantPattern.General.Format(at)}"));
        foreach (var (area, what) in all) Write(to, area, what);
    }

    private static void Write(TextWriter to, string area, JsonNode? what)
    {
        switch (what)
        {
            case JsonArray list:
                to.WriteLine($"{area}: {list.Count}");
                foreach (var one in list) to.WriteLine($"  {Line(one!.AsObject())}");
                break;
            case JsonObject one:
                to.WriteLine($"{area}: {Line(one)}");
                foreach (var (name, list) in one.Where(field => field.Value is JsonArray)) Write(to, $"{area}, {name}", list);
                break;
            default:
                to.WriteLine($"{area}: {what}");
                break;
        }
    }

    /// <summary><c>jar 3 unit eur goal 15000 level 5300</c></summary>
    private static string Line(JsonObject one) => string.Join(", ", one
        .Where(field => field.Value is not JsonArray)
        .Select(field => $"{field.Key} {(field.Value is JsonObject inner ? $"({Line(inner)})" : field.Value?.ToString())}"));
}
