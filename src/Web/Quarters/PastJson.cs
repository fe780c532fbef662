using NodaTime.Text;

namespace Faubourg.Web;

/// <summary>Past councils for programs: how many were found, and one page of them.</summary>
internal static class PastJson
{
    public static Task Write(Visit visit, Past search) => Face.Json(visit.Context, StatusCodes.Status200OK, json =>
    {
        var found = search.In(new Glance(visit.Quarter, visit.Now), visit.Zone).ToArray();
        json.WriteNumber("found", found.Length);
        json.WriteStartArray("councils");
        foreach (var council in found.Skip(search.Page * Past.PageLength).Take(Past.PageLength))
        {
            json.WriteStartObject();
            json.WriteNumber("council", council.Number);
            json.WriteString("question", visit.Quarter.Said(council.Question)?.Value);
            json.WriteString("started", InstantPattern.General.Format(council.StartsAt));
            json.WriteString("outcome", Field.Kebab(council.Outcome!.Value));
            json.WriteString("decision", visit.Quarter.Said(council.Decision?.What)?.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
