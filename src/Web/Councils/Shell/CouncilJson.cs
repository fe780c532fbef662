using System.Text.Json;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Web.Councils;

/// <summary>A council for programs: what this device may see. Enumerations are written as forms take them: <c>note-keeper</c>.</summary>
internal static class CouncilJson
{
    public static Task Write(Visit visit) => Face.Json(visit.Context, StatusCodes.Status200OK, json =>
    {
        var me = visit.Council.IsOver ? null : Seated.OfPage(visit);
        Public(json, visit.Quarter, visit.Council, me is null ? visit.Quarter.Size : visit.Revision);
        if (visit.Council.IsOver) Over(json, visit.Quarter, visit.Council);
        else if (me is not null) SeatJson.Write(json, me);
    });

    private static void Public(Utf8JsonWriter json, Quarter quarter, Council council, long revision)
    {
        json.WriteNumber("revision", revision);
        json.WriteNumber("council", council.Number);
        json.WriteString("step", Field.Kebab(council.Step));
        json.WriteString("question", quarter.Said(council.Question)?.Value);
        Moment(json, "starts", council.StartsAt);
        Moment(json, "ends", council.EndsAt);
        json.WriteString("attendance", Field.Kebab(council.Attendance));
        json.WriteString("method", Field.Kebab(council.Method));
    }

    private static void Over(Utf8JsonWriter json, Quarter quarter, Council council)
    {
        json.WriteString("outcome", Field.Kebab(council.Outcome!.Value));
        json.WriteString("decision", quarter.Said(council.Decision?.What)?.Value);
    }

    internal static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    internal static void Moment(Utf8JsonWriter json, string name, Instant at) => json.WriteString(name, NodaTime.Text.InstantPattern.General.Format(at));
}
