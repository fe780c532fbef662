using NodaTime.Text;

namespace Faubourg.Web.Stories;

/// <summary>Stories, the almanac and the first evening for programs: what their pages show.</summary>
internal static class StoriesJson
{
    public static Task All(Visit visit, IEnumerable<StoryTold> all) => Face.Json(visit.Context, StatusCodes.Status200OK, json =>
    {
        json.WriteStartArray("stories");
        foreach (var told in all)
        {
            json.WriteStartObject();
            json.WriteNumber("council", told.Council);
            json.WriteString("on", InstantPattern.General.Format(told.On));
            json.WriteString("decided", told.Decided);
            json.WriteNumber("tasks", told.Tasks);
            json.WriteNumber("done", told.Done);
            if (told.Gained is { } gained) json.WriteString("gained", gained);
            if (told.Stands is { } stands) json.WriteString("stands", Field.Kebab(stands));
            if (told.Picture is { Entry: var entry }) json.WriteNumber("picture", entry);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static Task Almanac(Visit visit) => Face.Json(visit.Context, StatusCodes.Status200OK, json =>
    {
        var almanac = new Almanac(visit.Quarter, visit.QuarterUrl, visit.Words, visit.When);
        json.WriteStartArray("coming");
        foreach (var day in almanac.Coming)
        {
            json.WriteStartObject();
            json.WriteString("on", LocalDatePattern.Iso.Format(day.On));
            json.WriteString("next", LocalDatePattern.Iso.Format(day.Next(almanac.Today)));
            json.WriteNumber("years", day.Years(almanac.Today));
            json.WriteString("says", day.Says);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("traditions");
        foreach (var (ritual, times, last) in almanac.Traditions)
        {
            json.WriteStartObject();
            json.WriteString("ritual", Field.Kebab(ritual));
            json.WriteNumber("times", times);
            json.WriteString("last", InstantPattern.General.Format(last));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static Task FirstEvening(Visit visit) => Face.Json(visit.Context, StatusCodes.Status200OK, json =>
    {
        json.WriteStartObject("steps");
        foreach (var step in FirstStep.Of(visit.Quarter, new Glance(visit.Quarter, visit.Now)))
            if (step.Done is { } done) json.WriteBoolean(step.Key, done);
            else json.WriteNull(step.Key);
        json.WriteEndObject();
    });
}
