using System.Globalization;
using System.Text.Json;

namespace Faubourg.Verify.Tests.Pages;

/// <summary>A number or a word of a page's JSON, and what stands beside it.</summary>
/// <param name="Path"><c>gains[].checks[].days</c></param>
/// <param name="Known">Words and numbers of the same object and of those around it, the nearest first; "" is the place in a list.</param>
internal sealed record Stands(string Path, JsonElement Value, IReadOnlyDictionary<string, string> Known)
{
    public bool IsNumber => Value.ValueKind == JsonValueKind.Number;

    public string? Says => Value.ValueKind == JsonValueKind.Null ? null : Value.ToString() is var text && Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? text.ToLowerInvariant() : text;
}

internal static class Walk
{
    public static IEnumerable<Stands> All(JsonElement page, IReadOnlyDictionary<string, string> known) => Under(page, "", known);

    private static IEnumerable<Stands> Under(JsonElement at, string path, IReadOnlyDictionary<string, string> known)
    {
        switch (at.ValueKind)
        {
            case JsonValueKind.Object:
                var nearer = new Dictionary<string, string>(known);
                foreach (var field in at.EnumerateObject())
                    if (field.Value.ValueKind is JsonValueKind.Number or JsonValueKind.String) nearer[field.Name] = field.Value.ToString();
                return at.EnumerateObject().SelectMany(field => Under(field.Value, path.Length == 0 ? field.Name : $"{path}.{field.Name}", nearer));
            case JsonValueKind.Array:
                return at.EnumerateArray().Index().SelectMany(one =>
                    Under(one.Item, path + "[]", new Dictionary<string, string>(known) { [""] = one.Index.ToString(CultureInfo.InvariantCulture) }));
            default:
                return [new Stands(path, at, known)];
        }
    }
}
