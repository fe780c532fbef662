using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Storage.Codec;
using NodaTime;

namespace Faubourg.Server.Tests.Storage;

public sealed class RoomCodecTests
{
    private static readonly JsonSerializerOptions Everything = new() { Converters = { new InstantJson(), new LocalDateJson(), new TypeJson() } };

    public static TheoryData<string> Kinds => new(typeof(RoomEvent).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(RoomEvent)) && !t.IsAbstract)
        .Select(t => t.FullName!));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_room_event_comes_back_as_it_went(string kind)
    {
        var happened = (RoomEvent)Filled(typeof(RoomEvent).Assembly.GetType(kind)!, 1)!;
        var back = RoomCodec.Read(RoomCodec.KindOf(happened.GetType()), RoomCodec.Write(happened));
        Assert.Equal(JsonSerializer.Serialize<object>(happened, Everything), JsonSerializer.Serialize<object>(back, Everything));
    }

    public static TheoryData<string> Deeds => new(typeof(Deed).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Deed)) && !t.IsAbstract).Select(t => t.FullName!));

    [Theory]
    [MemberData(nameof(Deeds))]
    public void Every_deed_of_a_proposal_comes_back_as_it_went(string deed)
    {
        var draft = (Draft)FilledRecord(typeof(Draft)) with { Deed = (Deed)FilledRecord(typeof(Deed).Assembly.GetType(deed)!) };
        var back = (Proposed)RoomCodec.Read("Proposed", RoomCodec.Write(new Proposed(1, draft)));
        Assert.Equal(JsonSerializer.Serialize<object>(draft.Deed, Everything), JsonSerializer.Serialize<object>(back.Draft.Deed!, Everything));
    }

    [Fact]
    public void A_seat_that_was_left_stays_left()
    {
        var seat = new Seat(1, "device", "blue-heron", null, false, false, null) { Here = false };
        var back = (SeatTaken)RoomCodec.Read("SeatTaken", RoomCodec.Write(new SeatTaken(1, seat)));
        Assert.Equal(seat, back.Seat);
    }

    [Fact]
    public void An_unknown_kind_is_refused() =>
        Assert.Throws<JsonException>(() => RoomCodec.Read("Unheard", Encoding.UTF8.GetBytes("{}")));

    /// <summary>A value of the type with everything in it that it can hold, nothing of it what it would be by itself.</summary>
    private static object? Filled(Type type, int number)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(int)) return number + 6;
        if (type == typeof(long)) return number + 600L;
        if (type == typeof(bool)) return number % 2 == 0;
        if (type == typeof(string)) return $"text {number} é 🌳 \"<";
        if (type == typeof(Instant)) return Instant.FromUnixTimeMilliseconds(1_778_000_000_123 + number);
        if (type == typeof(LocalDate)) return new LocalDate(2026, 5, number);
        if (type.IsEnum) return Enum.GetValues(type).GetValue(number % Enum.GetValues(type).Length);
        // One of many kinds: each of them is filled by a test of its own.
        if (type.IsAbstract) type = type.Assembly.GetTypes().First(t => t.IsSubclassOf(type) && !t.IsAbstract);
        return type.IsGenericType ? FilledMany(type) : FilledRecord(type);
    }

    private static object FilledMany(Type type)
    {
        var items = type.GetGenericArguments();
        var of = items.Length == 1 ? items[0] : typeof(KeyValuePair<,>).MakeGenericType(items);
        var values = Array.CreateInstance(of, 2);
        for (var i = 0; i < 2; i++)
            values.SetValue(items.Length == 1 ? Filled(of, i + 1) : Activator.CreateInstance(of, Filled(items[0], i + 1), Filled(items[1], i + 1)), i);
        var name = type.GetGenericTypeDefinition().Name.Split('`')[0];
        var make = typeof(ImmutableArray).Assembly.GetType($"System.Collections.Immutable.{name}")!.GetMethods()
            .First(m => m.Name == "CreateRange" && m.GetGenericArguments().Length == items.Length && m.GetParameters() is [{ ParameterType.Name: "IEnumerable`1" }]);
        return make.MakeGenericMethod(items).Invoke(null, [values])!;
    }

    private static object FilledRecord(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var made = constructor.Invoke([.. constructor.GetParameters().Select((p, i) => Filled(p.ParameterType, i + 1))]);
        var given = constructor.GetParameters().Select(p => p.Name).ToHashSet();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && !given.Contains(p.Name)))
            property.SetValue(made, Filled(property.PropertyType, 1));
        return made;
    }

    private sealed class TypeJson : JsonConverter<Type>
    {
        public override Type Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Type value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
    }
}
