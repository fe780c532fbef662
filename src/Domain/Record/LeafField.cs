using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Domain.Record;

/// <summary>One positional parameter of a public event, as it stands in the leaf.</summary>
internal sealed class LeafField
{
    private readonly MethodInvoker get;
    private readonly bool needed;
    private readonly bool isTexts;
    private readonly Func<object, object?>? read;
    private readonly object? absent;

    private LeafField(string name, MethodInvoker get, Type type, bool needed)
    {
        Name = name;
        this.get = get;
        this.needed = needed;
        isTexts = type == typeof(ImmutableArray<Text>);
        HoldsText = isTexts || type == typeof(Text);
        if (HoldsText) return;
        (read, absent) = Reading(type);
    }

    public string Name { get; }

    public bool HoldsText { get; }

    public static LeafField Of(ParameterInfo parameter, Type eventType, NullabilityInfoContext nullability) => new(
        Words(parameter.Name!, '_'),
        MethodInvoker.Create(eventType.GetProperty(parameter.Name!)!.GetMethod!),
        parameter.ParameterType,
        nullability.Create(parameter).WriteState == NullabilityState.NotNull);

    public object? Get(PublicEvent happened) => get.Invoke(happened);

    /// <summary>The clear value, or null where nothing is written.</summary>
    public object? Write(PublicEvent happened) => ToClear(Get(happened));

    public object? Read(IReadOnlyDictionary<string, object> clear, IReadOnlyDictionary<string, Text> texts)
    {
        // A text that belongs to its event and has no disclosure was gone before it could be disclosed again.
        if (isTexts) return ReadTexts(texts);
        if (HoldsText) return texts.TryGetValue(Name, out var text) ? text : needed ? Text.Erased : null;
        if (!clear.TryGetValue(Name, out var value)) return absent ?? (needed ? throw Wrong() : null);
        return read!(value) ?? throw Wrong();
    }

    private FormatException Wrong() => new($"The field \"{Name}\" is missing, or not what its format says.");

    private ImmutableArray<Text> ReadTexts(IReadOnlyDictionary<string, Text> texts)
    {
        var found = ImmutableArray.CreateBuilder<Text>();
        while (texts.TryGetValue(LeafMap.Item(Name, found.Count), out var text)) found.Add(text);
        return found.DrainToImmutable();
    }

    private static object? ToClear(object? value) => value switch
    {
        null => null,
        int n => (long)n,
        long or bool or string => value,
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

    /// <summary>How a value is read, giving null for what it should not be; and what stands for an absent one, null for nothing.</summary>
    private static (Func<object, object?> Read, object? Absent) Reading(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(ImmutableArray<int>)) return (v => List<int>(v, Int), ImmutableArray<int>.Empty);
        if (plain == typeof(ImmutableArray<long>)) return (v => List<long>(v, n => n as long?), ImmutableArray<long>.Empty);
        if (plain == typeof(ImmutableArray<string>)) return (v => List<string>(v, s => s as string), ImmutableArray<string>.Empty);
        if (plain == typeof(bool)) return (v => v as bool?, type == typeof(bool) ? false : null);
        if (plain == typeof(int)) return (Int, null);
        if (plain == typeof(long)) return (v => v as long?, null);
        if (plain == typeof(string)) return (v => v as string, null);
        if (plain == typeof(Instant)) return (v => v is string s && LeafTime.TryParse(s, out var at) ? at : null, null);
        if (plain == typeof(LocalDate)) return (v => v is string s && LeafTime.TryParseDay(s, out var day) ? day : null, null);
        if (!plain.IsEnum) throw new NotSupportedException($"A leaf cannot hold a {plain}.");
        var byWord = Enum.GetValues(plain).Cast<object>().ToFrozenDictionary(e => Words(e.ToString()!, '-'), StringComparer.Ordinal);
        return (v => v is string s ? byWord.GetValueOrDefault(s) : null, null);
    }

    private static object? Int(object value) => value is long n and >= int.MinValue and <= int.MaxValue ? (int)n : null;

    private static object? List<T>(object value, Func<object, object?> read)
    {
        if (value is not IReadOnlyList<object> items || items.Count == 0) return null;
        var array = new T[items.Count];
        for (var i = 0; i < array.Length; i++)
        {
            if (read(items[i]) is not T item) return null;
            array[i] = item;
        }
        return ImmutableArray.Create(array);
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
