using System.Text.Json;
using Faubourg.Domain.Projects;
using NodaTime.Text;

namespace Faubourg.Web.Projects;

/// <summary>Projects for programs: what the pages show, with the same words withheld or erased.</summary>
internal static class ProjectJson
{
    public static Task All(Visit visit) => Face.Json(visit.Context, StatusCodes.Status200OK, json => Paged.Of(visit).Write(
        json, "projects", visit.Quarter.Projects.Values, project => Write(json, new Grown(visit.Quarter, project, visit.Now))));

    public static Task One(Visit visit, Grown grown) => Face.Json(visit.Context, StatusCodes.Status200OK, json =>
    {
        json.WriteStartArray("projects");
        Write(json, grown);
        json.WriteEndArray();
        json.WriteStartArray("tasks");
        foreach (var task in grown.Council.Tasks.Values) Write(json, grown, task);
        json.WriteEndArray();
        json.WriteStartArray("evidence");
        foreach (var shown in grown.Council.Evidence) Write(json, grown, shown);
        json.WriteEndArray();
        json.WriteStartArray("requests");
        foreach (var request in grown.Council.Requests) Write(json, grown, request, visit);
        json.WriteEndArray();
    });

    public static Task Waiting(Visit visit) => Face.Json(visit.Context, StatusCodes.Status200OK, json => Paged.Of(visit).Write(
        json, "waiting", Grown.AllWaiting(visit.Quarter, visit.Now), waits => Write(json, waits.Of, waits.Task)));

    private static void Write(Utf8JsonWriter json, Grown grown)
    {
        json.WriteStartObject();
        json.WriteNumber("project", grown.Project.Number);
        json.WriteString("state", Field.Kebab(grown.State));
        json.WriteString("opened_at", InstantPattern.General.Format(grown.Project.OpenedAt));
        json.WriteString("over_at", InstantPattern.General.Format(grown.OverAt));
        json.WriteNumber("tasks_done", grown.Done);
        json.WriteNumber("tasks", grown.Council.Tasks.Count);
        json.WriteNumber("waiting", grown.Waiting.Count());
        json.WriteNumber("shown", grown.Council.Evidence.Length);
        json.WriteNumber("renewed", grown.Project.Renewals.Length);
        json.WriteString("what", grown.Quarter.Said(grown.Council.Decision?.What)?.Value);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Grown grown, ProjectTask task)
    {
        json.WriteStartObject();
        json.WriteNumber("project", grown.Project.Number);
        json.WriteNumber("task", task.Number);
        json.WriteString("what", grown.Quarter.Said(task.What)?.Value);
        if (task.By is { } by) json.WriteString("by", LocalDatePattern.Iso.Format(by));
        json.WriteBoolean("taken", task.Taken);
        json.WriteBoolean("waits", grown.IsOpen && task.WaitsAt(grown.Council, grown.Now));
        json.WriteBoolean("wants_helper", grown.IsOpen && task.WantsHelperAt(grown.Council, grown.Now));
        if (task.DoneAt is { } done) json.WriteString("done_at", InstantPattern.General.Format(done));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Grown grown, Evidence shown)
    {
        json.WriteStartObject();
        json.WriteString("at", InstantPattern.General.Format(shown.At));
        if (shown.Task is { } task) json.WriteNumber("task", task);
        json.WriteString("words", grown.Quarter.Said(shown.Words)?.Value);
        json.WriteBoolean("picture", grown.Quarter.Said(shown.Picture)?.Value is not null);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Grown grown, Request request, Visit visit)
    {
        json.WriteStartObject();
        json.WriteNumber("request", request.Number);
        json.WriteString("addressee", grown.Quarter.Said(request.Addressee)?.Value);
        json.WriteString("words", grown.Quarter.Said(request.Words)?.Value);
        json.WriteString("on", LocalDatePattern.Iso.Format(request.On));
        if (request.Answered is { } answered)
        {
            json.WriteString("answered_on", LocalDatePattern.Iso.Format(answered.On));
            json.WriteString("reply", Field.Kebab(answered.Reply));
        }

        json.WriteNumber("lag_days", request.Lag(visit.Now.InZone(visit.Zone).Date));
        json.WriteNumber("shown_meanwhile", grown.ShownDuring(request, visit.Zone));
        json.WriteEndObject();
    }
}
