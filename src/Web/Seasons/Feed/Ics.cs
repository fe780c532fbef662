using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace Faubourg.Web.Seasons;

/// <summary>iCalendar (RFC 5545), in the quarter's own time, which comes with it.</summary>
internal static class Ics
{
    public static byte[] Bytes(Visit visit, string name, IEnumerable<Dated> all)
    {
        var calendar = new Calendar { Method = "PUBLISH", ProductId = "-//Faubourg//calendar//EN" };
        calendar.AddProperty("X-WR-CALNAME", Broken(visit) + (visit.Quarter.Rehearsal ? $"{name} – {visit.Words["common.rehearsal"]}" : name));
        var address = PublicAddress.Of(visit.Context) + visit.QuarterUrl;
        var origin = visit.Quarter.Origin.Replace('/', '.');
        if (visit.Zone != DateTimeZone.Utc) calendar.AddTimeZone(Zone.Of(visit.Zone, visit.Now));
        foreach (var one in all) calendar.Events.Add(Event(visit, one, origin, address));
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private static CalendarEvent Event(Visit visit, Dated one, string origin, string address)
    {
        var shown = new CalendarEvent
        {
            Uid = $"{one.Key}@{origin}",
            Sequence = one.Sequence,
            DtStamp = new CalDateTime(one.Stamp.ToDateTimeUtc(), "UTC"),
            Summary = Broken(visit) + one.Says,
            Location = one.Place,
            Description = one.More is null ? address + one.Path : $"{one.More}\n{address}{one.Path}",
            Url = new Uri(address + one.Path),
            Status = one.Cancelled ? "CANCELLED" : one.Proposed ? "TENTATIVE" : "CONFIRMED",
            // What is due takes nobody's day.
            Transparency = one.Hours is null ? TransparencyType.Transparent : TransparencyType.Opaque,
        };
        if (one.Hours is var (from, to))
        {
            shown.Start = Local(from, visit.Zone);
            // No length is one moment, said by leaving the end out.
            if (to > from) shown.End = Local(to, visit.Zone);
        }
        else
        {
            shown.Start = Date(one.Day.First);
            shown.End = Date(one.Day.First.PlusDays(one.Day.Days));
        }
        return shown;
    }

    /// <summary>Before the name of the calendar and of each entry, where a calendar shows it.</summary>
    private static string Broken(Visit visit) => visit.Evidence is null ? "" : visit.Words["record.broken"] + " – ";

    /// <summary>
    /// By the clock on the wall. The hour that comes twice is told in UTC: of it the first is meant (RFC 5545, 3.3.5), but not every program
    /// takes it so.
    /// </summary>
    private static CalDateTime Local(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone);
        return zone == DateTimeZone.Utc || zone.MapLocal(local.LocalDateTime).Count != 1
            ? new CalDateTime(at.ToDateTimeUtc(), "UTC")
            : new CalDateTime(local.LocalDateTime.ToDateTimeUnspecified(), zone.Id);
    }

    private static CalDateTime Date(LocalDate day) => new(day.Year, day.Month, day.Day);
}
