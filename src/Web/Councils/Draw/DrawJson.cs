using System.Text.Json;
using Faubourg.Domain.Draws;

namespace Faubourg.Web.Councils;

/// <summary>Draws for programs: everything one needs to do them again.</summary>
internal static class DrawJson
{
    /// <summary>The draw whose list is closed and whose numbers are awaited, if there is one.</summary>
    public static void Open(Utf8JsonWriter json, Scene scene)
    {
        if (scene.Room.Draw is not { } open) return;
        json.WriteStartObject("draw");
        json.WriteNumber("number", open.Number);
        if (open.Typed is { } typed)
        {
            json.WriteString("way", Field.Kebab(typed.Way));
            json.WriteString("numbers", typed.Numbers);
        }

        Roll(json, scene.Council.Draws[open.Number - 1]);
        json.WriteEndObject();
    }

    public static void Roll(Utf8JsonWriter json, Draw draw)
    {
        json.WriteStartArray("roll");
        foreach (var line in draw.Roll) json.WriteStringValue(line);
        json.WriteEndArray();
        json.WriteStartObject("eligible");
        foreach (var (role, numbers) in draw.Eligible)
        {
            json.WriteStartArray(Field.Kebab(role));
            foreach (var number in numbers) json.WriteNumberValue(number);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
