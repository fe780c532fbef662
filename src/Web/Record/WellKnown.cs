namespace Faubourg.Web.Record;

/// <summary>What this host holds, for programs that watch many hosts (RFC 8615). Rehearsals are not among it.</summary>
internal static class WellKnown
{
    public static async Task Show(Visit visit)
    {
        var quarters = visit.Context.RequestServices.GetRequiredService<IQuarters>();
        var here = PublicAddress.Of(visit.Context);
        var known = new List<(string Slug, string Origin, IReadOnlyList<string> Keys)>();
        foreach (var slug in quarters.List())
            if (await quarters.Find(slug, visit.Context.RequestAborted) is { } found && await quarters.Record(slug, visit.Context.RequestAborted) is { } record)
                known.Add((slug, found.Quarter.Origin, record.VerifierKeys));
        visit.Context.Response.Headers.AccessControlAllowOrigin = "*";
        await Face.Json(visit.Context, StatusCodes.Status200OK, json =>
        {
            json.WriteStartArray("quarters");
            foreach (var (slug, origin, keys) in known)
            {
                json.WriteStartObject();
                json.WriteString("origin", origin);
                json.WriteString("prefix", $"{here}/quarters/{slug}/record/");
                json.WriteStartArray("vkeys");
                foreach (var key in keys) json.WriteStringValue(key);
                json.WriteEndArray();
                if (quarters.EvidenceOf(origin) is not null) json.WriteBoolean("broken", true);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }
}
