using System.Collections.Immutable;
using NodaTime;

namespace Faubourg.Web.Stories;

/// <summary>
/// Days on which neighbours of Paris governed themselves, told as proof that it can be done. Words are <c>almanac.commune.{key}</c>.
/// Decrees are cited from the Journal officiel de la République française printed in Paris for the Commune (its numbers of 30 March
/// to 24 May 1871, reprinted by Victor Bunel in the same year), on the day of their printing.
/// </summary>
internal static class CommuneDays
{
    private const string Official = "Journal officiel de la Commune, ";

    private static readonly ImmutableArray<(int Year, int Month, int Day, string Key, string Source)> Known =
    [
        (1871, 3, 18, "cannons", "Lissagaray, Histoire de la Commune de 1871 (1876), III"),
        (1871, 3, 26, "election", "Lepelletier, Histoire de la Commune de 1871, tome III, livre I"),
        (1871, 3, 29, "rents", "Archives de Paris, ATLAS 527"),
        (1871, 4, 2, "church", Official + "3.4.1871"),
        (1871, 4, 11, "women", "Eichner, Surmounting the Barricades (2004)"),
        (1871, 4, 16, "workshops", Official + "17.4.1871"),
        (1871, 4, 20, "bakers", Official + "21.4.1871"),
        (1871, 4, 27, "fines", Official + "29.4.1871"),
        (1871, 5, 6, "pawned", "Archives de Paris, « 6 mai 1871 : dégagement gratuit des objets engagés au Mont-de-Piété »"),
        (1871, 5, 28, "after", "Archives de Paris, « 29 mars 1871 : premières mesures de la Commune »"),
        (1880, 5, 23, "wall", "Rebérioux, Le mur des Fédérés, in Les Lieux de mémoire I (1984)"),
    ];

    /// <summary>In the order of the year.</summary>
    public static IEnumerable<Anniversary> All(Words words) =>
        Known.Select(day => new Anniversary(new LocalDate(day.Year, day.Month, day.Day), words[$"almanac.commune.{day.Key}"], day.Source));
}
