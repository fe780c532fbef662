using NodaTime;

namespace Faubourg.Web.Stories;

/// <summary>A day that comes again each year.</summary>
/// <param name="On">When it was.</param>
/// <param name="Says">What happened, in the reader's language.</param>
/// <param name="Source">Where that stands: a book, an archive, or an address here.</param>
/// <param name="Link">The address, where it is one of ours.</param>
public sealed record Anniversary(LocalDate On, string Says, string Source, string? Link = null)
{
    /// <summary>When it comes next: today at the earliest. What happened on 29 February is told on 28 February of other years.</summary>
    public LocalDate Next(LocalDate today) => In(today.Year) is var now && now >= today ? now : In(today.Year + 1);

    /// <summary>How many years it will be then.</summary>
    public int Years(LocalDate today) => Next(today).Year - On.Year;

    private LocalDate In(int year) => On.PlusYears(year - On.Year);
}
