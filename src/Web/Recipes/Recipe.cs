using System.Collections.Immutable;
using System.Globalization;

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
    public static IReadOnlyDictionary<string, string>? Proposal(Reader reader) => Asked(reader, "recipe") is { } name
        ? new Dictionary<string, string> { ["what"] = reader.Words[$"recipes.{name}.what"], ["needs"] = reader.Words[$"recipes.{name}.needs"] }
        : null;

    /// <summary>What the form of a task starts with on <c>…?recipe=bench&amp;task=2</c>; null without one.</summary>
    public static IReadOnlyDictionary<string, string>? Task(Reader reader) =>
        Asked(reader, "recipe") is { } name && int.TryParse(Query(reader, "task"), NumberStyles.None, CultureInfo.InvariantCulture, out var task) && task is >= 1 and <= Tasks
            ? new Dictionary<string, string> { ["what"] = reader.Words[$"recipes.{name}.task.{task}"] }
            : null;

    /// <summary>The recipe that a council goes by: the one that is asked for, or whose decision or question it took word for word, in any language; null for none.</summary>
    public static string? Followed(Reader reader, string? decision, string? question) => Asked(reader, "recipe") ?? All.FirstOrDefault(name =>
        Languages.All.Select(language => Words.In(language.Code))
            .Any(words => words[$"recipes.{name}.what"] == decision?.Trim() || words[$"recipes.{name}.question"] == question?.Trim()));

    private static string? Asked(Reader reader, string field) => Named(Query(reader, field));

    private static string? Query(Reader reader, string field) => reader.Path is { } path && path.IndexOf('?', StringComparison.Ordinal) is var at and >= 0
        ? Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(path[at..]).GetValueOrDefault(field).ToString()
        : null;
}
