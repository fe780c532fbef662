using System.Text.Json;
using Faubourg.Domain.Decisions;

namespace Faubourg.Web.Councils;

/// <summary>How deciding stands, for programs. Nobody's ballot is told from another's before the close.</summary>
internal static class DecidingJson
{
    public static void Write(Utf8JsonWriter json, Seated me)
    {
        json.WriteStartObject("deliberation");
        Consent(json, me);
        if (me.Room.Deliberation.Count is { } count) Count(json, me, count);
        json.WriteEndObject();
    }

    private static void Consent(Utf8JsonWriter json, Seated me)
    {
        var deliberation = me.Room.Deliberation;
        json.WriteString("method", Field.Kebab(Choices.Method(me.Scene)));
        CouncilJson.Number(json, "subject", deliberation.Subject);
        json.WriteNumber("round", deliberation.Round);
        json.WriteBoolean("round_open", deliberation.RoundOpen);
        json.WriteBoolean("not_tonight", deliberation.NotTonight);
        json.WriteBoolean("by_hands", me.Room.MoreSeatsThanHeads);
        json.WriteStartArray("concerns");
        foreach (var concern in deliberation.Concerns)
        {
            json.WriteStartObject();
            json.WriteNumber("number", concern.Number);
            json.WriteNumber("proposal", concern.Proposal);
            json.WriteNumber("round", concern.Round);
            json.WriteString("reason", concern.Reason.Value);
            json.WriteBoolean("mine", concern.Seat == me.Seat.Number);
            if (concern.End is { } end) json.WriteString("end", Field.Kebab(end));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Count(Utf8JsonWriter json, Seated me, OpenCount count)
    {
        json.WriteString("count", Field.Kebab(count.Phase));
        json.WriteStartArray("by");
        foreach (var part in count.Parts) json.WriteStringValue(Field.Kebab(part));
        json.WriteEndArray();
        json.WriteBoolean("told", count.IsTold);
        Numbers(json, "options", count.Options);
        Numbers(json, "tied", count.TiedOptions);
        json.WriteNumber("cast", count.Ballots.Count);
        if (count.Ballots.TryGetValue(me.Seat.Number, out var mine)) json.WriteString("receipt", mine.Receipt);
        json.WriteStartArray("rows");
        foreach (var row in count.Rows)
        {
            json.WriteStartObject();
            json.WriteString("receipt", row.Receipt);
            Numbers(json, "values", row.Values);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void Numbers(Utf8JsonWriter json, string name, IEnumerable<int> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteNumberValue(value);
        json.WriteEndArray();
    }
}
