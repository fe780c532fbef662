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
        Asked(json, room);
        Proposals(json, scene);
        Deliberation(json, scene);
        Tasks(json, room);
        json.WriteString("gain", room.Gain?.What.Value);
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

    private static void Asked(Utf8JsonWriter json, Room room)
    {
        if (room.Asked is not { } asked) return;
        json.WriteStartObject("asked");
        json.WriteString("kind", Field.Kebab(asked.Kind));
        json.WriteString("words", asked.Words?.Value);
        Moment(json, "closes", asked.Closes);
        json.WriteEndObject();
    }

    private static void Proposals(Utf8JsonWriter json, Scene scene)
    {
        json.WriteStartArray("proposals");
        foreach (var proposal in scene.Room.Proposals.Values)
        {
            json.WriteStartObject();
            json.WriteNumber("number", proposal.Number);
            json.WriteString("what", proposal.What.Value);
            json.WriteBoolean("stands", proposal.Stands);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Deliberation(Utf8JsonWriter json, Scene scene)
    {
        var deliberation = scene.Room.Deliberation;
        json.WriteStartObject("deliberation");
        json.WriteString("method", Field.Kebab(deliberation.Method ?? scene.Council.Method));
        Number(json, "subject", deliberation.Subject);
        json.WriteNumber("round", deliberation.Round);
        json.WriteBoolean("round_open", deliberation.RoundOpen);
        json.WriteBoolean("not_tonight", deliberation.NotTonight);
        if (deliberation.Count is { } count) json.WriteString("count", Field.Kebab(count.Phase));
        json.WriteStartArray("concerns");
        foreach (var concern in deliberation.Concerns)
        {
            json.WriteStartObject();
            json.WriteNumber("number", concern.Number);
            json.WriteNumber("proposal", concern.Proposal);
            json.WriteNumber("round", concern.Round);
            json.WriteString("reason", concern.Reason.Value);
            if (concern.End is { } end) json.WriteString("end", Field.Kebab(end));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Tasks(Utf8JsonWriter json, Room room)
    {
        json.WriteStartArray("tasks");
        foreach (var task in room.Tasks.Values)
        {
            json.WriteStartObject();
            json.WriteNumber("number", task.Number);
            json.WriteString("what", task.What.Value);
            json.WriteBoolean("taken", task.TakenBy is not null);
            json.WriteBoolean("wants_helper", task.WantsHelper);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    internal static void Moment(Utf8JsonWriter json, string name, Instant at) => json.WriteString(name, NodaTime.Text.InstantPattern.General.Format(at));
}
