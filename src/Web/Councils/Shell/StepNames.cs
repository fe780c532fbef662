using Faubourg.Domain.Councils;

namespace Faubourg.Web.Councils;

/// <summary>The steps in the five words that people see.</summary>
internal static class StepNames
{
    public static IReadOnlyList<string> All(Words words) => [.. Enumerable.Range(1, 5).Select(n => words[$"room.steps.{n}"])];

    /// <summary>Index of the word for a step; gathering begins with the announcement, and reckoning is part of doing.</summary>
    public static int At(Step step) => step switch
    {
        Step.Announced or Step.Gathering => 0,
        Step.Hearing => 1,
        Step.Deciding => 2,
        Step.Tasking or Step.Reckoning => 3,
        Step.Closing or Step.Dissolved => 4,
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
