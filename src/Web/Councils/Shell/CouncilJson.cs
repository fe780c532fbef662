using System.Text.Json;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Web.Councils;

/// <summary>A council for programs: what this device may see. Enumerations are written as forms take them: <c>note-keeper</c>.</summary>
internal static class CouncilJson
{
    public static Task Write(Visit visit) => Face.Json(visit.Context, StatusCodes.Status200OK, json =>
    {
        Public(json, visit.Quarter, visit.Council, visit.Revision);
        if (visit.Council.IsOver) Over(json, visit.Quarter, visit.Council);
        else if (Seated.OfPage(visit) is { } me) Inside(json, me);
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

    private static void Inside(Utf8JsonWriter json, Seated me)
    {
        var (scene, room) = (me.Scene, me.Room);
        json.WriteNumber("present", room.PresentCount);
        json.WriteNumber("seats", room.Seats.Count);
        Number(json, "heads", room.Heads);
        json.WriteBoolean("door_open", scene.DoorIsOpen);
        json.WriteBoolean("quiet", scene.IsQuiet);
        json.WriteBoolean("leaving", room.Leaving);
        json.WriteBoolean("floor", room.Floor.On);
        Number(json, "speaker", room.Floor.Speaker);
        Number(json, "guide", room.Guide);
        Mine(json, me);
        Roles(json, room);
        DrawJson.Open(json, scene);
        EveningJson.Write(json, me);
        json.WriteString("decision", scene.Quarter.Said(scene.Council.Decision?.What)?.Value);
    }

    private static void Mine(Utf8JsonWriter json, Seated me)
    {
        json.WriteStartObject("seat");
        json.WriteNumber("number", me.Seat.Number);
        json.WriteString("mark", me.Seat.Mark);
        json.WriteString("name", me.Seat.Name?.Value);
        json.WriteBoolean("may_ballot", me.Seat.MayBallot);
        json.WriteBoolean("said_willingness", me.Seat.SaidWillingness);
        json.WriteStartArray("roles");
        foreach (var (role, _) in me.Room.Roles.Where(r => r.Value == me.Seat.Number)) json.WriteStringValue(Field.Kebab(role));
        json.WriteEndArray();
        json.WriteStartArray("beside");
        foreach (var seat in me.Room.Present.Where(s => s.BesideSeat == me.Seat.Number)) json.WriteNumberValue(seat.Paper!.Value);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Roles(Utf8JsonWriter json, Room room)
    {
        json.WriteStartObject("roles");
        foreach (var (role, seat) in room.Roles) json.WriteNumber(Field.Kebab(role), seat);
        json.WriteEndObject();
    }

    internal static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    internal static void Moment(Utf8JsonWriter json, string name, Instant at) => json.WriteString(name, NodaTime.Text.InstantPattern.General.Format(at));
}
