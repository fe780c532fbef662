using System.Text;
using Faubourg.Domain.Councils;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace Faubourg.Web.Councils.Announce;

/// <summary>Councils as iCalendar (RFC 5545): in UTC, so that no phone needs to know our zones.</summary>
internal static class Ics
{
    public static byte[] Bytes(Visit visit, string name, IEnumerable<Council> councils)
    {
        var calendar = new Calendar { Method = "PUBLISH", ProductId = "-//Faubourg//councils//EN" };
        calendar.AddProperty("X-WR-CALNAME", Broken(visit) + (visit.Quarter.Rehearsal ? $"{name} – {visit.Words["common.rehearsal"]}" : name));
        foreach (var council in councils) calendar.Events.Add(Event(visit, council));
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private static CalendarEvent Event(Visit visit, Council council)
    {
        var (quarter, words) = (visit.Quarter, visit.Words);
        var address = $"{PublicAddress.Of(visit.Context)}{visit.QuarterUrl}/councils/{council.Number}";
        return new CalendarEvent
        {
            Uid = $"{council.Number}@{quarter.Origin.Replace('/', '.')}",
            // Calendars take what has the higher number.
            Sequence = council.Changes + (council.IsOver ? 1 : 0),
            DtStamp = Utc(council.DissolvedAt ?? council.NoticeFrom),
            Start = Utc(council.StartsAt),
            End = Utc(council.EndsAt),
            Summary = Broken(visit) + words.Say(quarter.Said(council.Question)),
            Location = words.Say(quarter.Said(council.Place)),
            Description = $"{words[$"announce.decides.{Field.Kebab(council.Method)}"]}\n{address}",
            Url = new Uri(address),
            Status = council.Outcome is Outcome.CalledOff or Outcome.NobodyCame ? "CANCELLED" : "CONFIRMED",
        };
    }

    /// <summary>Before the name of the calendar and of each council, where a calendar shows it.</summary>
    private static string Broken(Visit visit) => visit.Evidence is null ? "" : visit.Words["record.broken"] + " – ";

    private static CalDateTime Utc(Instant at) => new(at.ToDateTimeUtc(), "UTC");
}
