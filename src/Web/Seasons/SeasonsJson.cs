using Faubourg.Domain.Seasons;
using NodaTime.Text;

namespace Faubourg.Web.Seasons;

/// <summary>What the page of the seasons shows, for programs.</summary>
internal static class SeasonsJson
{
    public static Task Write(Visit visit) => Face.Json(visit.Context, StatusCodes.Status200OK, json =>
    {
        var (quarter, meter) = (visit.Quarter, RestMeter.At(visit.Quarter, visit.Now));
        json.WriteNumber("revision", quarter.Size);
        json.WriteStartObject("rest");
        json.WriteString("level", Field.Kebab(meter.Level));
        json.WriteNumber("week", meter.Week);
        json.WriteNumber("month", meter.Month);
        json.WriteBoolean("sinking", meter.Sinking);
        json.WriteEndObject();
        json.WriteStartArray("seasons");
        foreach (var season in Season.All(quarter))
        {
            json.WriteStartObject();
            json.WriteNumber("council", season.Burst.Number);
            json.WriteString("from", InstantPattern.General.Format(season.From));
            json.WriteString("quiet_from", InstantPattern.General.Format(season.QuietFrom));
            json.WriteString("until", InstantPattern.General.Format(season.Until));
            json.WriteString("phase", Field.Kebab(season.At(visit.Now)));
            if (Reflection.Of(quarter, season) is { } council) json.WriteNumber("reflection", council.Number);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("rests");
        foreach (var monday in quarter.Rests.Keys)
        {
            json.WriteStartObject();
            json.WriteString("monday", LocalDatePattern.Iso.Format(monday));
            if (Week.Breaks(quarter, monday) is { } broken) json.WriteNumber("broken_by", broken.Number);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("weeks");
        foreach (var week in YearOfWeeks.Of(quarter, visit.Now))
        {
            json.WriteStartObject();
            json.WriteString("monday", LocalDatePattern.Iso.Format(week.Monday));
            json.WriteNumber("councils", week.Councils);
            json.WriteBoolean("busy", week.Busy);
            json.WriteBoolean("quiet", week.Quiet);
            json.WriteBoolean("rest", week.Rest);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
}
