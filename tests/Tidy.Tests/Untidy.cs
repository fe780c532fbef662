namespace Faubourg.Tidy.Tests;

internal static class Untidy
{
    /// <summary>Fails with one line for each offender.</summary>
    public static void None(IEnumerable<string> offenders)
    {
        var all = offenders.ToList();
        if (all.Count > 0) Assert.Fail(string.Join('\n', all.Prepend($"{all.Count}:")));
    }

    public static int Median(IEnumerable<int> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[sorted.Count / 2];
    }
}
