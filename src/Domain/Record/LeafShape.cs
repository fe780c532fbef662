using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Domain.Record;

/// <summary>How one kind of public event is laid out in its leaf.</summary>
internal sealed class LeafShape
{
    private readonly ConstructorInfo make;
    private readonly (string Name, ParameterInfo Parameter, PropertyInfo Property, bool Needed)[] fields;

    public LeafShape(Type eventType, string leafType)
    {
        EventType = eventType;
        LeafType = leafType;
        make = eventType.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var nullability = new NullabilityInfoContext();
        fields =
        [
            .. make.GetParameters().Select(p => (Words(p.Name!, '_'), p, eventType.GetProperty(p.Name!)!,
                nullability.Create(p).WriteState == NullabilityState.NotNull)),
        ];
    }

    public Type EventType { get; }

    public string LeafType { get; }

    public ImmutableSortedDictionary<string, object> Clear(PublicEvent happened) => fields
        .Where(f => !HoldsText(f.Parameter.ParameterType))
        .Select(f => (f.Name, Value: ToClear(f.Property.GetValue(happened))))
        .Where(f => f.Value is not null)
        .ToImmutableSortedDictionary(f => f.Name, f => f.Value!, StringComparer.Ordinal);

    public IEnumerable<(string Name, Text Text)> Texts(PublicEvent happened)
    {
        foreach (var (name, parameter, property, _) in fields.Where(f => HoldsText(f.Parameter.ParameterType)))
        {
            if (property.GetValue(happened) is Text one) yield return (name, one);
            if (parameter.ParameterType != typeof(ImmutableArray<Text>)) continue;
            var index = 0;
            foreach (var text in (ImmutableArray<Text>)property.GetValue(happened)!) yield return (LeafMap.Item(name, index++), text);
        }
    }

    public PublicEvent Read(IReadOnlyDictionary<string, object> clear, IReadOnlyDictionary<string, Text> texts) =>
        (PublicEvent)make.Invoke([.. fields.Select(f =>
            f.Parameter.ParameterType == typeof(Text) ? ReadText(f.Name, f.Needed, texts)
            : f.Parameter.ParameterType == typeof(ImmutableArray<Text>) ? ReadTexts(f.Name, texts)
            : FromClear(clear.GetValueOrDefault(f.Name), f.Parameter.ParameterType))]);

    /// <summary>A text that belongs to its event and has no disclosure was gone before it could be disclosed again.</summary>
    private static Text? ReadText(string name, bool needed, IReadOnlyDictionary<string, Text> texts) =>
        texts.GetValueOrDefault(name) ?? (needed ? Text.Erased : null);

    private static ImmutableArray<Text> ReadTexts(string name, IReadOnlyDictionary<string, Text> texts)
    {
        var found = ImmutableArray.CreateBuilder<Text>();
        while (texts.TryGetValue(LeafMap.Item(name, found.Count), out var text)) found.Add(text);
        return found.DrainToImmutable();
    }

    private static bool HoldsText(Type type) => type == typeof(Text) || type == typeof(ImmutableArray<Text>);

    private static object? ToClear(object? value) => value switch
    {
        null => null,
        int n => (long)n,
        long n => n,
        bool yes => yes,
        string s => s,
        Enum e => Words(e.ToString(), '-'),
        Instant at => InstantPattern.General.Format(at),
        LocalDate date => LocalDatePattern.Iso.Format(date),
        IEnumerable list => ToClearList(list),
        _ => throw new NotSupportedException($"A leaf cannot hold a {value.GetType()}."),
    };

    private static List<object>? ToClearList(IEnumerable list)
    {
        var items = list.Cast<object>().Select(v => ToClear(v)!).ToList();
        return items.Count == 0 ? null : items;
    }

    private static object? FromClear(object? value, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return FromClearList(value as IEnumerable, plain.GetGenericArguments()[0]);
        if (value is null) return type == typeof(bool) ? false : null;
        if (plain == typeof(int)) return checked((int)(long)value);
        if (plain == typeof(Instant)) return InstantPattern.General.Parse((string)value).Value;
        if (plain == typeof(LocalDate)) return LocalDatePattern.Iso.Parse((string)value).Value;
        if (plain.IsEnum) return Enum.GetValues(plain).Cast<Enum>().First(e => Words(e.ToString(), '-') == (string)value);
        return value;
    }

    private static object FromClearList(IEnumerable? list, Type item)
    {
        var items = list is null ? [] : list.Cast<object>().Select(v => FromClear(v, item)).ToArray();
        var array = Array.CreateInstance(item, items.Length);
        items.CopyTo(array, 0);
        return typeof(ImmutableArray).GetMethods()
            .Single(m => m.Name == nameof(ImmutableArray.Create) && m.GetParameters() is [{ ParameterType.IsArray: true } only]
                && only.GetCustomAttribute<ParamArrayAttribute>() is not null)
            .MakeGenericMethod(item).Invoke(null, [array])!;
    }

    /// <summary>Fields are <c>starts_at</c>; values are <c>note-keeper</c>.</summary>
    private static string Words(string name, char between)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0) words.Append(between);
            words.Append(char.ToLowerInvariant(letter));
        }
        return words.ToString();
    }
}
