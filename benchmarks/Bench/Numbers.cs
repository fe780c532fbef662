namespace Faubourg.Bench;

internal static class Numbers
{
    public static double Median(this IEnumerable<double> values) => values.Quantile(0.5);

    /// <summary>The value below which the share lies; nearest rank.</summary>
    public static double Quantile(this IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
