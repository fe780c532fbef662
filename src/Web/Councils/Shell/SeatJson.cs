using System.Text.Json;
using Faubourg.Domain.Councils;

namespace Faubourg.Web.Councils;

/// <summary>The room from one seat: who is here, who holds what.</summary>
internal static class SeatJson
{
    public static void Write(Utf8JsonWriter json, Seated me)
    {
        var (scene, room) = (me.Scene, me.Room);
        json.WriteNumber("present", room.PresentCount);
        json.WriteNumber("seats", room.Seats.Count);
        CouncilJson.Number(json, "heads", room.Heads);
        json.WriteBoolean("door_open", scene.DoorIsOpen);
        json.WriteBoolean("quiet", scene.IsQuiet);
        json.WriteBoolean("leaving", room.Leaving);
        json.WriteBoolean("floor", room.Floor.On);
        CouncilJson.Number(json, "speaker", room.Floor.Speaker);
        CouncilJson.Number(json, "guide", room.Guide);
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
        if (me.Holds(Domain.Draws.Role.KeyBearer)) json.WriteStringValue(Field.Kebab(Domain.Draws.Role.KeyBearer));
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
}
