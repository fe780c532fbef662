using Faubourg.Web.Neighbourhoods;

namespace Faubourg.Web;

/// <summary>The host's first page: which neighbourhoods live here, and what comes next in each.</summary>
internal static class FirstPages
{
    /// <summary>A host for a town, not for the world: the first page names so many, the oldest first.</summary>
    private const int Most = 200;

    public static async Task Show(Visit visit)
    {
        var quarters = visit.Context.RequestServices.GetRequiredService<IQuarters>();
        var lines = new List<QuarterLine>();
        var revision = 0L;
        foreach (var slug in quarters.List().Take(Most))
        {
            if (await quarters.Find(slug, visit.Context.RequestAborted) is not { } found) continue;
            var broken = quarters.EvidenceOf(found.Quarter.Origin) is not null;
            lines.Add(QuarterLine.Of(slug, found, visit) with { Broken = broken });
            // Revisions only grow, and what is broken stays so: their sum changes with any of them.
            revision += found.Revision + (broken ? 1L << 40 : 0);
        }

        if (visit.WantsJson) await Json(visit, lines);
        else await visit.ShowPublic<FirstPage>(revision, (nameof(FirstPage.Quarters), lines));
    }

    private static Task Json(Visit visit, List<QuarterLine> lines) => Face.Json(visit.Context, StatusCodes.Status200OK, json =>
    {
        json.WriteStartArray("quarters");
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("slug", line.Slug);
            json.WriteString("origin", line.Glance.Quarter.Origin);
            json.WriteString("name", line.Glance.Quarter.Said(line.Glance.Quarter.Name)?.Value);
            json.WriteString("url", line.Url);
            if (line.Broken) json.WriteBoolean("broken", true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
