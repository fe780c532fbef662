using System.Text.Json;
using Faubourg.Domain.Jars;
using NodaTime.Text;

namespace Faubourg.Web.Jars;

/// <summary>A jar for programs: every figure that its page shows, in the smallest unit.</summary>
internal static class JarJson
{
    public static Task One(Visit visit, Paged page, JarTold told) => Face.Json(visit.Context, StatusCodes.Status200OK, json =>
    {
        Write(json, told);
        page.Write(json, "movements", told.Jar.Movements.Reverse(), line => Write(json, told, line));
    });

    public static Task All(Visit visit, Paged page, IEnumerable<JarTold> all) => Face.Json(visit.Context, StatusCodes.Status200OK, json => page.Write(json, "jars", all, told =>
    {
        json.WriteStartObject();
        Write(json, told);
        json.WriteEndObject();
    }));

    private static void Write(Utf8JsonWriter json, JarTold told)
    {
        json.WriteNumber("jar", told.Number);
        json.WriteString("phase", Field.Kebab(told.Phase));
        json.WriteString("unit", Money.Code(told.Jar.Unit));
        json.WriteNumber("goal", told.Jar.Goal);
        json.WriteNumber("level", told.Level);
        json.WriteNumber("given", told.Jar.Given);
        json.WriteNumber("received", told.Jar.Received);
        json.WriteNumber("spent", told.Jar.Spent);
        json.WriteNumber("given_back", told.Jar.GivenBack);
        json.WriteNumber("passed_on", told.Jar.PassedOn);
        json.WriteNumber("not_final", told.Moves ? told.NotFinal : 0);
        json.WriteNumber("unaccounted", told.Unaccounted);
        json.WriteNumber("count", told.Jar.Movements.Count);
        if (told.EndsAt is { } ends) json.WriteString("ends", InstantPattern.General.Format(ends));
    }

    private static void Write(Utf8JsonWriter json, JarTold told, Movement line)
    {
        json.WriteStartObject();
        json.WriteNumber("movement", line.Number);
        json.WriteString("id", line.Id);
        json.WriteString("kind", Field.Kebab(line.Kind));
        json.WriteNumber("amount", line.Amount);
        json.WriteString("at", InstantPattern.General.Format(line.At));
        json.WriteBoolean("counts", line.Counts);
        json.WriteBoolean("final", told.Now >= line.FinalAt);
        if (told.Quarter.Said(line.Who)?.Value is { } who) json.WriteString("who", who);
        if (told.Quarter.Said(line.What)?.Value is { } what) json.WriteString("what", what);
        json.WriteEndObject();
    }
}
