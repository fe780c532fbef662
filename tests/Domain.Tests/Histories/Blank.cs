using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Faubourg.Domain.Tests.Histories;

/// <summary>The same event, with every text in it erased.</summary>
internal static class Blank
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();

    public static Event Of(Event happened) => (Event)Whole(happened)!;

    private static object? Whole(object? value) => value switch
    {
        null => null,
        Text text => text with { Value = null, Standing = Standing.Erased },
        ImmutableArray<Text> { IsDefault: false } texts => texts.Select(t => (Text)Whole(t)!).ToImmutableArray(),
        _ when IsOurs(value.GetType()) => Copy(value),
        _ => value,
    };

    private static object Copy(object value)
    {
        var fields = Fields.GetOrAdd(value.GetType(), Held);
        if (fields.Length == 0) return value;
        var copy = value.GetType().GetMethod("<Clone>$")!.Invoke(value, [])!;
        foreach (var field in fields) field.SetValue(copy, Whole(field.GetValue(value)));
        return copy;
    }

    private static FieldInfo[] Held(Type type) =>
    [
        .. Bases(type).SelectMany(t => t.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(f => f.FieldType == typeof(Text) || f.FieldType == typeof(ImmutableArray<Text>) || IsOurs(f.FieldType)),
    ];

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var t = type; t is not null && IsOurs(t); t = t.BaseType) yield return t;
    }

    private static bool IsOurs(Type type) =>
        type is { IsClass: true } && type.Namespace?.StartsWith("Faubourg.Domain", StringComparison.Ordinal) == true;
}
