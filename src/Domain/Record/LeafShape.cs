using System.Collections.Immutable;
using System.Reflection;

namespace Faubourg.Domain.Record;

/// <summary>How one kind of public event is laid out in its leaf. All reflection is done once, when the shape is made.</summary>
internal sealed class LeafShape
{
    private readonly ConstructorInvoker make;
    private readonly LeafField[] fields;

    public LeafShape(Type eventType, string leafType)
    {
        EventType = eventType;
        LeafType = leafType;
        var constructor = eventType.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        make = ConstructorInvoker.Create(constructor);
        var nullability = new NullabilityInfoContext();
        fields = [.. constructor.GetParameters().Select(p => LeafField.Of(p, eventType, nullability))];
        HasTexts = fields.Any(f => f.HoldsText);
    }

    public Type EventType { get; }

    public string LeafType { get; }

    public bool HasTexts { get; }

    public ImmutableSortedDictionary<string, object> Clear(PublicEvent happened)
    {
        var clear = ImmutableSortedDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach (var field in fields)
            if (!field.HoldsText && field.Write(happened) is { } value)
                clear.Add(field.Name, value);
        return clear.ToImmutable();
    }

    public IEnumerable<(string Name, Text Text)> Texts(PublicEvent happened)
    {
        foreach (var field in fields)
        {
            if (!field.HoldsText) continue;
            switch (field.Get(happened))
            {
                case Text one:
                    yield return (field.Name, one);
                    break;
                case ImmutableArray<Text> list:
                    for (var i = 0; i < list.Length; i++) yield return (LeafMap.Item(field.Name, i), list[i]);
                    break;
            }
        }
    }

    /// <exception cref="FormatException">A field is missing, or not what its grammar says.</exception>
    public PublicEvent Read(IReadOnlyDictionary<string, object> clear, IReadOnlyDictionary<string, Text> texts)
    {
        var values = new object?[fields.Length];
        for (var i = 0; i < values.Length; i++) values[i] = fields[i].Read(clear, texts);
        return (PublicEvent)make.Invoke(values.AsSpan());
    }
}
