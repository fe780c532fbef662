using System.Text.Json;

namespace Faubourg.Web.Rehearsal;

/// <summary>Whether an evening ended as its script says.</summary>
internal static class Endings
{
    /// <summary>What is otherwise, in one sentence; null when all is as written.</summary>
    public static string? Compare(Ends ends, Heard minutes)
    {
        var wall = Items(minutes, "proposals").Count(proposal => proposal.GetProperty("on_the_wall").GetBoolean());
        return (ends.Outcome is null ? null : Differ("outcome", ends.Outcome, minutes.Text("outcome")))
            ?? (ends.Decision is null ? null : Differ("decision", ends.Decision, Words(minutes.Find("decision"))))
            ?? Differ("tasks", ends.Tasks, Items(minutes, "tasks").Length)
            ?? Differ("tasks taken", ends.Taken, Items(minutes, "tasks").Count(task => task.GetProperty("taken").GetBoolean()))
            ?? (ends.Gain is null ? null : Differ("gain", ends.Gain, Words(minutes.Find("gain"))))
            ?? Differ("proposals on the wall", ends.Wall, wall);
    }

    /// <summary>Whether an address says what it must; what is not named may be anything, and a list holds at least as much in that order.</summary>
    public static string? Compare(string address, JsonElement must, JsonElement says) => must.ValueKind switch
    {
        JsonValueKind.Object when says.ValueKind == JsonValueKind.Object => must.EnumerateObject()
            .Select(field => Compare($"{address} {field.Name}", field.Value, says.TryGetProperty(field.Name, out var value) ? value : default))
            .FirstOrDefault(otherwise => otherwise is not null),
        JsonValueKind.Array when says.ValueKind == JsonValueKind.Array && must.GetArrayLength() <= says.GetArrayLength() => must.EnumerateArray()
            .Zip(says.EnumerateArray())
            .Select((pair, i) => Compare($"{address} {i + 1}", pair.First, pair.Second))
            .FirstOrDefault(otherwise => otherwise is not null),
        _ => Differ(address, must.GetRawText(), says.ValueKind == JsonValueKind.Undefined ? "nothing" : says.GetRawText()),
    };

    private static string? Differ(string what, string? written, string? played) =>
        written == played ? null : $"the {what} should have been “{written}”, not “{played}”.";

    private static string? Differ(string what, int? written, int played) =>
        written is null || written == played ? null : $"there should have been {written} {what}, not {played}.";

    private static JsonElement[] Items(Heard minutes, string name) => minutes.Find(name) is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray()] : [];

    private static string? Words(JsonElement? of) =>
        of is { } there && there.TryGetProperty("what", out var what) && what.TryGetProperty("text", out var text) ? text.GetString() : null;
}
