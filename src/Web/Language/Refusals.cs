using System.Collections.Concurrent;
using System.Reflection;
using NodaTime;

namespace Faubourg.Web;

/// <summary>The sentence of a refusal: <c>refusal.TypeName</c>, with the record's properties as named arguments.</summary>
public static class Refusals
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    public static string Say(Words words, When when, object refusal)
    {
        var properties = Properties.GetOrAdd(refusal.GetType(), type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance));
        var arguments = new (string Name, object? Value)[properties.Length];
        for (var i = 0; i < properties.Length; i++)
            arguments[i] = (Argument(properties[i]), Plain(properties[i].GetValue(refusal), when));
        return words["refusal." + refusal.GetType().Name, arguments];
    }

    public static string Argument(PropertyInfo property) => char.ToLowerInvariant(property.Name[0]) + property.Name[1..];

    private static object? Plain(object? value, When when) => value is Instant at ? when.Moment(at) : value;
}
