using System.Text.Json;

namespace Faubourg.Web;

/// <summary>/openapi.json, written from the table of forms: whatever a form takes, a program can send.</summary>
internal static class OpenApi
{
    public static Task Write(HttpContext context) => Face.Json(context, StatusCodes.Status200OK, json =>
    {
        json.WriteString("openapi", "3.1.0");
        json.WriteStartObject("info");
        json.WriteString("title", "Faubourg");
        json.WriteString("version", typeof(OpenApi).Assembly.GetName().Version!.ToString(3));
        json.WriteString("description", "Every act is a POST of a flat JSON object. The device secret goes in Authorization: Bearer, 43 characters of base64url. Pages answer with JSON too; of a long list 50 at a time, with the address of those that follow in \"next\".");
        json.WriteEndObject();
        json.WriteStartObject("paths");
        foreach (var route in Forms.All.GroupBy(form => form.Route)) Path(json, route.Key, route);
        json.WriteEndObject();
    });

    private static void Path(Utf8JsonWriter json, string route, IEnumerable<Form> forms)
    {
        json.WriteStartObject(route);
        foreach (var form in forms)
        {
            json.WriteStartObject("post");
            json.WriteString("operationId", form.Name);
            json.WriteString("summary", Words.In("en")[form.Name + ".act"]);
            Body(json, form);
            Responses(json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Body(Utf8JsonWriter json, Form form)
    {
        json.WriteStartObject("requestBody");
        if (form.HasUpload) json.WriteString("description", "A photo comes as multipart/form-data only: JPEG, PNG or WebP. Without one, JSON does.");
        json.WriteStartObject("content");
        Content(json, "application/json", [.. form.Fields.Where(field => field is not UploadField)]);
        if (form.HasUpload) Content(json, "multipart/form-data", form.Fields);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Content(Utf8JsonWriter json, string type, IReadOnlyList<Field> fields)
    {
        json.WriteStartObject(type);
        json.WriteStartObject("schema");
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartArray("required");
        foreach (var field in fields.Where(field => !field.Optional)) json.WriteStringValue(field.Name);
        json.WriteEndArray();
        json.WriteStartObject("properties");
        foreach (var field in fields)
        {
            json.WriteStartObject(field.Name);
            Schema(json, field);
            json.WriteEndObject();
        }

        Text(json, Form.Key, 16, 64);
        for (var open = 0; open < 3; open++) json.WriteEndObject();
    }

    private static void Schema(Utf8JsonWriter json, Field field)
    {
        switch (field)
        {
            case TextField text: Bounds(json, "string", "Length", text.Length); break;
            case HiddenField hidden: Bounds(json, "string", "Length", hidden.Length); break;
            case ZoneField: json.WriteString("type", "string"); break;
            case NumberField number: Bounds(json, "integer", "imum", number.Range); break;
            case UploadField:
                json.WriteString("type", "string");
                json.WriteString("contentMediaType", "image/jpeg");
                break;
            case FlagField: json.WriteString("type", "boolean"); break;
            case DateField: Format(json, "date"); break;
            case MomentField: Format(json, "date-time"); break;
            case ChoiceField choice:
                json.WriteString("type", "string");
                json.WriteStartArray("enum");
                foreach (var value in choice.Values) json.WriteStringValue(value);
                json.WriteEndArray();
                break;
            case ListField list:
                Bounds(json, "array", "Items", list.Items);
                json.WriteStartObject("items");
                Schema(json, list.Item);
                json.WriteEndObject();
                break;
            default: throw new InvalidOperationException($"No schema for {field.GetType().Name}.");
        }
    }

    private static void Bounds(Utf8JsonWriter json, string type, string of, Limit limit)
    {
        json.WriteString("type", type);
        json.WriteNumber("min" + of, limit.Min);
        json.WriteNumber("max" + of, limit.Max);
    }

    private static void Format(Utf8JsonWriter json, string format)
    {
        json.WriteString("type", "string");
        json.WriteString("format", format);
    }

    private static void Text(Utf8JsonWriter json, string name, int min, int max)
    {
        json.WriteStartObject(name);
        Bounds(json, "string", "Length", new Limit(min, max));
        json.WriteEndObject();
    }

    private static void Responses(Utf8JsonWriter json)
    {
        json.WriteStartObject("responses");
        foreach (var (status, says) in new[] { ("200", "Done, once, however often it is sent with this key."), ("409", "Refused by the rules; nothing changed."), ("422", "A field is not as it should be; nothing changed.") })
        {
            json.WriteStartObject(status);
            json.WriteString("description", says);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
