using System.Text.Json;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Web;

/// <summary>A neighbourhood for programs: what its page shows.</summary>
internal static class QuarterJson
{
    private const int Latest = 20;

    public static Task Write(Visit visit) => Face.Json(visit.Context, StatusCodes.Status200OK, json =>
    {
        var (glance, quarter) = (new Glance(visit.Quarter, visit.Now), visit.Quarter);
        json.WriteNumber("revision", visit.Quarter.Size);
        json.WriteString("slug", visit.Slug);
        json.WriteString("origin", quarter.Origin);
        json.WriteBoolean("rehearsal", quarter.Rehearsal);
        Write(json, "name", quarter.Said(quarter.Name));
        Write(json, "place", quarter.Said(quarter.Place));
        Write(json, "horizon", quarter.Said(glance.Horizon));
        List(json, "agreement", glance.Covenant, clause => json.WriteStringValue(quarter.Said(clause)?.Value));
        json.WriteString("zone", quarter.Zone);
        List(json, "languages", quarter.Languages, json.WriteStringValue);
        Write(json, "founded", quarter.FoundedAt);
        json.WriteNumber("held", glance.Held.Count);
        json.WriteNumber("waiting", Projects.Grown.AllWaiting(quarter, visit.Now).Count);
        Objects(json, "sitting", glance.Sitting, council => Brief(json, quarter, council));
        Objects(json, "announced", glance.Coming, council => Announced(json, quarter, council));
        Objects(json, "past", glance.Held.Take(Latest), council => Past(json, quarter, council));
        Objects(json, "corners", glance.Corners, corner => Corner(json, quarter, corner));
        Objects(json, "wall", glance.Wall.Take(Latest), left =>
        {
            json.WriteNumber("council", left.Council.Number);
            json.WriteNumber("proposal", left.Proposal.Number);
            Write(json, "what", quarter.Said(left.Proposal.What));
        });
    });

    /// <summary>All that outsiders see of a council while it lives.</summary>
    public static void Brief(Utf8JsonWriter json, Quarter quarter, Council council)
    {
        json.WriteNumber("council", council.Number);
        json.WriteString("step", Field.Kebab(council.Step));
        Write(json, "question", quarter.Said(council.Question));
        Write(json, "ends", council.EndsAt);
    }

    public static void Announced(Utf8JsonWriter json, Quarter quarter, Council council)
    {
        Brief(json, quarter, council);
        Write(json, "starts", council.StartsAt);
        json.WriteNumber("minutes", council.Minutes);
        Write(json, "place", quarter.Said(council.Place));
        json.WriteString("attendance", Field.Kebab(council.Attendance));
        json.WriteString("method", Field.Kebab(council.Method));
        json.WriteBoolean("step_free", council.StepFree);
        json.WriteBoolean("children", council.Children);
        json.WriteBoolean("food", council.Food);
        Write(json, "access", quarter.Said(council.Access));
        json.WriteBoolean("worth_holding", council.WorthHolding);
        json.WriteNumber("changes", council.Changes);
    }

    private static void Past(Utf8JsonWriter json, Quarter quarter, Council council)
    {
        json.WriteNumber("council", council.Number);
        Write(json, "question", quarter.Said(council.Question));
        Write(json, "started", council.StartsAt);
        json.WriteString("outcome", Field.Kebab(council.Outcome!.Value));
        Write(json, "decision", quarter.Said(council.Decision?.What));
    }

    private static void Corner(Utf8JsonWriter json, Quarter quarter, Corner corner)
    {
        json.WriteNumber("corner", corner.Number);
        Write(json, "line", quarter.Said(corner.Line));
        Write(json, "until", corner.Until);
    }

    private static void Write(Utf8JsonWriter json, string name, Text? text)
    {
        if (text is not null) json.WriteString(name, text.Value);
    }

    private static void Write(Utf8JsonWriter json, string name, Instant at) => json.WriteString(name, InstantPattern.General.Format(at));

    private static void Objects<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write) => List(json, name, items, item =>
    {
        json.WriteStartObject();
        write(item);
        json.WriteEndObject();
    });

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }
}
