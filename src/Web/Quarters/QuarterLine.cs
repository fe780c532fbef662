using NodaTime;

namespace Faubourg.Web;

/// <summary>One neighbourhood on the first page, in its own time.</summary>
public sealed record QuarterLine(string Slug, Glance Glance, When When)
{
    /// <summary>Its record was forked.</summary>
    public bool Broken { get; init; }

    public string Url => "/quarters/" + Slug;

    public static QuarterLine Of(string slug, Snapshot found, Visit visit) => new(
        slug,
        new Glance(found.Quarter, found.Now),
        new When(visit.Words, DateTimeZoneProviders.Tzdb.GetZoneOrNull(found.Quarter.Zone) ?? DateTimeZone.Utc, found.Now));
}
