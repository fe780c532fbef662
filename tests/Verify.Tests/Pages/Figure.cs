using System.Text.Json.Nodes;

namespace Faubourg.Verify.Tests.Pages;

/// <summary>Finds a figure in what <c>faubourg-verify numbers --json</c> says.</summary>
internal static class Figure
{
    /// <param name="counted">All of it.</param>
    /// <param name="path"><c>gains.each[number=gain].amount</c>: of the list the one whose number is what the page calls gain.</param>
    /// <param name="known">What stands beside the number on the page, by name; "" is its place in a list.</param>
    public static string? At(JsonNode counted, string path, IReadOnlyDictionary<string, string> known)
    {
        JsonNode? at = counted;
        foreach (var part in path.Split('.'))
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            at = at?[Name(bracket < 0 ? part : part[..bracket], known)];
            if (bracket >= 0) at = Pick(at as JsonArray, part[(bracket + 1)..^1], known);
        }

        return at?.ToString();
    }

    private static string Name(string part, IReadOnlyDictionary<string, string> known) =>
        part.StartsWith('{') ? known[part.Trim('{', '}')].Replace('_', '-') : part;

    private static JsonNode? Pick(JsonArray? list, string which, IReadOnlyDictionary<string, string> known)
    {
        if (which.Length == 0) return list?.ElementAtOrDefault(int.Parse(known[""], System.Globalization.CultureInfo.InvariantCulture));
        var wanted = which.Split(',').Select(pair => pair.Split('=')).ToArray();
        return list?.FirstOrDefault(one => wanted.All(pair => one![pair[0]]?.ToString() == known.GetValueOrDefault(pair[1])));
    }
}
