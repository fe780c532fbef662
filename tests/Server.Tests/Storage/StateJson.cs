using System.Text.Json;
using System.Text.Json.Serialization;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Storage.Codec;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Server.Tests.Storage;

/// <summary>A state as text, so that two can be compared to the last field.</summary>
internal static class StateJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Converters = { new InstantJson(), new DayJson(), new JsonStringEnumConverter(), new TextAtJson() },
    };

    public static string Of(Quarter quarter) => JsonSerializer.Serialize(quarter, Options);

    /// <summary>Without what only rooms know.</summary>
    public static string PublicOf(Quarter quarter) => Of(quarter with
    {
        At = default,
        Living = [],
        Slips = quarter.Slips.Clear(),
        Sheets = quarter.Sheets.Clear(),
        Councils = quarter.Councils.Values.Aggregate(NumberedDictionary<Council>.Empty, (all, c) => all.SetItem(c.Number, c with { Room = null })),
    });

    private sealed class DayJson : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));

        public override void WriteAsPropertyName(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WritePropertyName(LocalDatePattern.Iso.Format(value));
    }

    private sealed class TextAtJson : JsonConverter<TextAt>
    {
        public override TextAt Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, TextAt value, JsonSerializerOptions options) =>
            writer.WriteStringValue($"{value.Seq}/{value.Name}");

        public override void WriteAsPropertyName(Utf8JsonWriter writer, TextAt value, JsonSerializerOptions options) =>
            writer.WritePropertyName($"{value.Seq}/{value.Name}");
    }
}
