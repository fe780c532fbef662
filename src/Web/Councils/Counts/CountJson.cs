using System.Text.Json;
using Faubourg.Domain.Counting;
using Faubourg.Web.Councils.Minutes;

namespace Faubourg.Web.Councils.Counts;

/// <summary>A count for programs: docs/formats/counts.md says what each field is.</summary>
internal static class CountJson
{
    public static void Write(Utf8JsonWriter json, MinutesView view, CountTold count, string address)
    {
        json.WriteNumber("format", 1);
        json.WriteString("address", address);
        json.WriteString("origin", view.Origin);
        json.WriteBoolean("rehearsal", view.Rehearsal);
        json.WriteNumber("council", view.Number);
        Count(json, count);
    }

    /// <summary>Choices are called by their place in <c>choices</c>, from 0.</summary>
    internal static void Count(Utf8JsonWriter json, CountTold count)
    {
        json.WriteString("method", Field.Kebab(count.Method));
        json.WriteStartArray("choices");
        foreach (var choice in count.Choices) Choice(json, choice);
        json.WriteEndArray();
        json.WriteStartArray("parts");
        foreach (var part in count.Parts)
        {
            json.WriteStartObject();
            json.WriteString("counted_by", Field.Kebab(part.By));
            json.WriteNumber("ballots", part.Ballots);
            Numbers(json, count.IsRanked ? "pairs" : "sums", part.Figures);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (count.Abstaining is { } abstaining) json.WriteNumber("abstaining", abstaining);
        if (!count.IsRanked) Numbers(json, "sums", count.Sums);
        if (count.Pairs is { } pairs) Ranked(json, pairs);
        json.WriteStartArray("order");
        foreach (var together in count.Order)
        {
            json.WriteStartArray();
            foreach (var n in together) json.WriteNumberValue(n);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        if (count.Chosen is { } chosen) json.WriteNumber("chosen", chosen);
        if (!count.Tied.IsEmpty && count.Seed is { } seed) json.WriteString("seed", seed);
        json.WriteStartArray("ballots");
        foreach (var line in count.BallotLines) json.WriteStringValue(line);
        json.WriteEndArray();
    }

    private static void Choice(Utf8JsonWriter json, ChoiceTold choice)
    {
        json.WriteStartObject();
        json.WriteNumber("option", choice.Option);
        json.WriteString("letter", choice.Letter);
        MinutesJson.Text(json, "what", choice.What);
        if (choice.Highest is { } highest) json.WriteNumber("highest", highest);
        if (choice.AtHighest is { } times) json.WriteNumber("at_highest", times);
        json.WriteEndObject();
    }

    private static void Ranked(Utf8JsonWriter json, Pairs pairs)
    {
        Numbers(json, "pairs", pairs.Rows);
        var paths = StrongestPaths.Of(pairs);
        json.WriteStartArray("paths");
        for (var from = 0; from < pairs.Candidates; from++)
            for (var to = 0; to < pairs.Candidates; to++)
            {
                if (paths.Route(from, to) is not { IsEmpty: false } route) continue;
                json.WriteStartObject();
                Numbers(json, "route", route.Select(n => (long)n));
                json.WriteNumber("winning", paths[from, to].Winning);
                json.WriteNumber("losing", paths[from, to].Losing);
                json.WriteEndObject();
            }

        json.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IEnumerable<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
