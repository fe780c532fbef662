using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Faubourg.Domain;
using Faubourg.Domain.Decisions;

namespace Faubourg.Storage.Codec;

/// <summary>
/// Room events to JSON and back. No promise of a format: such a row lives as long as its council, or its slip, and is read by
/// this program only. What a kind is called here must still be understood for that long.
/// </summary>
internal static class RoomCodec
{
    private static readonly FrozenDictionary<string, Type> Kinds = typeof(RoomEvent).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(RoomEvent)) && !t.IsAbstract)
        .ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);

    private static readonly JsonDerivedType[] Deeds =
        [.. typeof(Deed).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Deed)) && !t.IsAbstract).Select(t => new JsonDerivedType(t, t.Name))];

    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new InstantJson(), new LocalDateJson(), new JsonStringEnumConverter() },
        // Not WhenWritingDefault: a yes that stands until said otherwise would come back from its no.
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // These bytes meet no browser; escaped letters would only be longer.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OnlyWhatIsGiven, DeedsByName } },
    };

    public static string KindOf(Type roomEvent) => roomEvent.Name;

    public static byte[] Write(RoomEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, happened.GetType(), Options);

    /// <exception cref="JsonException">Not what <see cref="Write"/> wrote.</exception>
    public static RoomEvent Read(string kind, ReadOnlySpan<byte> body) =>
        Kinds.TryGetValue(kind, out var type)
            ? (RoomEvent)JsonSerializer.Deserialize(body, type, Options)!
            : throw new JsonException($"No room event is called {kind}.");

    /// <summary>What a proposal would do is one of many kinds: its name stands with it.</summary>
    private static void DeedsByName(JsonTypeInfo type)
    {
        if (type.Type != typeof(Deed)) return;
        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "deed" };
        foreach (var deed in Deeds) type.PolymorphismOptions.DerivedTypes.Add(deed);
    }

    /// <summary>What a type works out from its other properties is not stored.</summary>
    private static void OnlyWhatIsGiven(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
            if (type.Properties[i].Set is null)
                type.Properties.RemoveAt(i);
    }
}
