using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Domain.Tests.Histories;

/// <summary>A value written out whole, in one order: two that read the same are the same.</summary>
internal static class Canon
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null: text.Append('-'); break;
            case string s: text.Append('"').Append(s).Append('"'); break;
            case Instant at: text.Append(InstantPattern.ExtendedIso.Format(at)); break;
            case LocalDate day: text.Append(LocalDatePattern.Iso.Format(day)); break;
            case Enum or int or long or bool: text.Append(value); break;
            case IEnumerable all: WriteAll(text, all); break;
            default: WriteParts(text, value); break;
        }
    }

    private static void WriteAll(StringBuilder text, IEnumerable all)
    {
        text.Append('[');
        foreach (var one in all)
        {
            Write(text, one);
            text.Append(' ');
        }
        text.Append(']');
    }

    private static void WriteParts(StringBuilder text, object value)
    {
        text.Append(value.GetType().Name).Append('{');
        foreach (var part in Properties.GetOrAdd(value.GetType(), Given))
        {
            text.Append(part.Name).Append('=');
            Write(text, part.GetValue(value));
            text.Append(' ');
        }
        text.Append("}\n");
    }

    /// <summary>What is given, not what is worked out from it.</summary>
    private static PropertyInfo[] Given(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && (p.SetMethod is not null || !type.Namespace!.StartsWith("Faubourg", StringComparison.Ordinal))),
    ];
}
