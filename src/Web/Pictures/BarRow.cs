namespace Faubourg.Web.Pictures;

/// <summary>One row of a table that is shown as a bar.</summary>
/// <param name="Values">One for each part, 0 or more.</param>
public sealed record BarRow(string Name, IReadOnlyList<long> Values)
{
    public long Sum => Values.Sum();
}
