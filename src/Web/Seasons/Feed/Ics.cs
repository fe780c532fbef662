using System.Globalization;
using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Web.Seasons;

/// <summary>iCalendar (RFC 5545), in the quarter's own time, which comes with it.</summary>
internal static class Ics
{
    private const string End = "END:VCALENDAR";

    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    private static readonly LocalDateTimePattern Clock = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    public static byte[] Bytes(Visit visit, string name, IEnumerable<Dated> all)
    {
        var calendar = new Ical.Net.Calendar { Method = "PUBLISH", ProductId = "-//Faubourg//calendar//EN" };
        calendar.AddProperty("X-WR-CALNAME", Broken(visit) + (visit.Quarter.Rehearsal ? $"{name} – {visit.Words["common.rehearsal"]}" : name));
        var address = PublicAddress.Of(visit.Context) + visit.QuarterUrl;
        var origin = visit.Quarter.Origin.Replace('/', '.');
        if (visit.Zone != DateTimeZone.Utc) calendar.AddTimeZone(Zone.Of(visit.Zone, visit.Now));
        // A year of a busy neighbourhood is a thousand entries: the library, which reads each by reflection, gives the frame, and they come by hand.
        var frame = new CalendarSerializer().SerializeToString(calendar)!;
        var end = frame.LastIndexOf(End, StringComparison.Ordinal);
        var text = new StringBuilder(frame, 0, end, frame.Length);
        foreach (var one in all) Event(new IcsLines(text), visit, one, origin, address);
        return Encoding.UTF8.GetBytes(text.Append(frame, end, frame.Length - end).ToString());
    }

    private static void Event(IcsLines lines, Visit visit, Dated one, string origin, string address)
    {
        lines.Plain("BEGIN", "VEVENT");
        lines.Text("UID", $"{one.Key}@{origin}");
        lines.Plain("SEQUENCE", one.Sequence.ToString(CultureInfo.InvariantCulture));
        lines.Plain("DTSTAMP", Utc.Format(one.Stamp));
        if (one.Hours is var (from, to))
        {
            Moment(lines, "DTSTART", from, visit.Zone);
            // No length is one moment, said by leaving the end out.
            if (to > from) Moment(lines, "DTEND", to, visit.Zone);
        }
        else
        {
            lines.Plain("DTSTART;VALUE=DATE", Day.Format(one.Day.First));
            lines.Plain("DTEND;VALUE=DATE", Day.Format(one.Day.First.PlusDays(one.Day.Days)));
        }

        lines.Text("SUMMARY", Broken(visit) + one.Says);
        if (one.Place is { } place) lines.Text("LOCATION", place);
        lines.Text("DESCRIPTION", one.More is null ? address + one.Path : $"{one.More}\n{address}{one.Path}");
        lines.Plain("URL", new Uri(address + one.Path).AbsoluteUri);
        lines.Plain("STATUS", one.Cancelled ? "CANCELLED" : one.Proposed ? "TENTATIVE" : "CONFIRMED");
        // What is due takes nobody's day.
        lines.Plain("TRANSP", one.Hours is null ? "TRANSPARENT" : "OPAQUE");
        lines.Plain("END", "VEVENT");
    }

    /// <summary>Before the name of the calendar and of each entry, where a calendar shows it.</summary>
    private static string Broken(Visit visit) => visit.Evidence is null ? "" : visit.Words["record.broken"] + " – ";

    /// <summary>
    /// By the clock on the wall. The hour that comes twice is told in UTC: of it the first is meant (RFC 5545, 3.3.5), but not every program
    /// takes it so.
    /// </summary>
    private static void Moment(IcsLines lines, string name, Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone);
        if (zone == DateTimeZone.Utc || zone.MapLocal(local.LocalDateTime).Count != 1) lines.Plain(name, Utc.Format(at));
        else lines.Plain($"{name};TZID={zone.Id}", Clock.Format(local.LocalDateTime));
    }
}
