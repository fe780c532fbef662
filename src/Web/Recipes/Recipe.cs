using System.Collections.Immutable;

namespace Faubourg.Web.Recipes;

/// <summary>
/// Ways to start that others have tried. Each begins with something that one person can do today; its words are
/// <c>recipes.{name}.title</c>, <c>.first</c>, <c>.question</c>, <c>.what</c>, <c>.needs</c> and <c>.task.1</c> to <c>.task.3</c>.
/// </summary>
public static class Recipe
{
    public const int Tasks = 3;

    public static readonly ImmutableArray<string> All =
        ["groceries", "bench", "childcare", "landlord", "pans", "tools", "meal", "shelf", "stairs", "garden", "repairs", "crossing"];

    /// <summary>The recipe of this name; null for none.</summary>
    public static string? Named(string? name) => All.FirstOrDefault(known => known == name);

    /// <summary>What the form of a proposal starts with on <c>…?recipe=bench</c>; null without one.</summary>
    public static IReadOnlyDictionary<string, string>? Proposal(Reader reader)
    {
        if (reader.Path is not { } path || path.IndexOf('?', StringComparison.Ordinal) is var at && at < 0) return null;
        var asked = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(path[at..]);
        return Named(asked.GetValueOrDefault("recipe")) is { } name
            ? new Dictionary<string, string> { ["what"] = reader.Words[$"recipes.{name}.what"], ["needs"] = reader.Words[$"recipes.{name}.needs"] }
            : null;
    }
}
