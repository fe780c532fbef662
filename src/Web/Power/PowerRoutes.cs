using Faubourg.Domain.Power;

namespace Faubourg.Web.Power;

/// <summary>How power is shared here, from facts of councils, never of persons.</summary>
internal static class PowerRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPage("/quarters/{slug}/power", visit => visit.WantsJson
        ? Json(visit)
        : visit.ShowPublic<PowerPage>(visit.Revision, (nameof(PowerPage.Quarter), visit.Quarter), (nameof(PowerPage.Url), visit.QuarterUrl)));

    private static Task Json(Visit visit) => Face.Json(visit.Context, StatusCodes.Status200OK, json =>
    {
        var shares = Shares.Of(visit.Quarter);
        json.WriteNumber("revision", visit.Quarter.Size);
        json.WriteStartObject("all");
        Write(json, shares.All);
        json.WriteEndObject();
        json.WriteStartArray("seasons");
        foreach (var (season, own) in shares.BySeason)
        {
            json.WriteStartObject();
            json.WriteNumber("year", season.Year);
            json.WriteNumber("quarter", season.Quarter);
            Write(json, own);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static void Write(System.Text.Json.Utf8JsonWriter json, IEnumerable<KeyValuePair<PowerFact, Share>> shares)
    {
        foreach (var (fact, share) in shares)
        {
            json.WriteStartObject(Field.Kebab(fact).Replace('-', '_'));
            json.WriteNumber("count", share.Count);
            if (share.Percent is { } percent) json.WriteNumber("percent", percent);
            json.WriteEndObject();
        }
    }
}
