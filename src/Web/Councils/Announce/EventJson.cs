using System.Text;
using System.Text.Json;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using NodaTime.Text;

namespace Faubourg.Web.Councils.Announce;

/// <summary>A council as a schema.org Event, for whoever collects what happens in a town.</summary>
internal static class EventJson
{
    /// <summary>JSON whose writer escapes "&lt;", "&gt;" and "&amp;": nothing a neighbour typed can end the element it stands in.</summary>
    public static string Of(Visit visit)
    {
        var council = visit.Council;
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteString("@type", "Event");
            json.WriteString("name", visit.Quarter.Said(council.Question)?.Value);
            json.WriteString("startDate", InstantPattern.General.Format(council.StartsAt));
            json.WriteString("endDate", InstantPattern.General.Format(council.EndsAt));
            json.WriteString("eventStatus", "https://schema.org/EventScheduled");
            json.WriteString("eventAttendanceMode", "https://schema.org/" + Mode(council.Attendance));
            json.WriteBoolean("isAccessibleForFree", true);
            json.WriteString("url", PublicAddress.Of(visit.Context) + visit.CouncilUrl);
            Location(json, council.Attendance, visit.Quarter.Said(council.Place));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static string Mode(Attendance attendance) => attendance switch
    {
        Attendance.Room => "OfflineEventAttendanceMode",
        Attendance.Remote => "OnlineEventAttendanceMode",
        _ => "MixedEventAttendanceMode",
    };

    private static void Location(Utf8JsonWriter json, Attendance attendance, Text? place)
    {
        json.WriteStartObject("location");
        json.WriteString("@type", attendance == Attendance.Remote ? "VirtualLocation" : "Place");
        json.WriteString(attendance == Attendance.Remote ? "url" : "name", place?.Value);
        json.WriteEndObject();
    }
}
