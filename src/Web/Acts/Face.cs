using System.Text.Json;

namespace Faubourg.Web;

/// <summary>One address, two faces: a page for people, JSON for programs.</summary>
public static class Face
{
    public static bool WantsJson(HttpContext context)
    {
        var accept = context.Request.Headers.Accept.ToString();
        if (accept.Contains("text/html", StringComparison.OrdinalIgnoreCase)) return false;
        return accept.Contains("application/json", StringComparison.OrdinalIgnoreCase)
            || (context.Request.ContentType ?? "").StartsWith("application/json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Answers with JSON written by hand: what outsiders rely on is spelled out where it is written.</summary>
    public static async Task Json(HttpContext context, int status, Action<Utf8JsonWriter> write)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        await using (var writer = new Utf8JsonWriter(response.BodyWriter))
        {
            writer.WriteStartObject();
            write(writer);
            // Whatever is told of a neighbourhood whose record was forked says so.
            if (Visit.Of(context).Evidence is not null) writer.WriteBoolean("broken", true);
            writer.WriteEndObject();
        }

        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    /// <summary><c>{"refusal":"TooFew","says":"…","fields":{"heads":"…"}}</c></summary>
    public static Task Refuse(HttpContext context, int status, string refusal, string says, IReadOnlyList<KeyValuePair<string, string>>? fields = null, string? reference = null) =>
        Json(context, status, json =>
        {
            json.WriteString("refusal", refusal);
            json.WriteString("says", says);
            if (reference is not null) json.WriteString("reference", reference);
            if (fields is not { Count: > 0 }) return;
            json.WriteStartObject("fields");
            foreach (var (field, sentence) in fields) json.WriteString(field, sentence);
            json.WriteEndObject();
        });
}
