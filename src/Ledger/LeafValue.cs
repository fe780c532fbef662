namespace Faubourg.Ledger;

/// <summary>A value in a leaf: there are these five, and neither null nor fractions.</summary>
public abstract record LeafValue
{
    private protected LeafValue()
    {
    }

    public static implicit operator LeafValue(long value) => new Number(value);

    public static implicit operator LeafValue(string value) => new Word(value);

    public static implicit operator LeafValue(bool value) => new Flag(value);

    public static LeafValue Of(IEnumerable<LeafValue> items) => new Row([.. items]);

    public static LeafValue Of(IEnumerable<long> items) => new Row([.. items.Select(item => new Number(item))]);

    public static LeafValue Of(IEnumerable<string> items) => new Row([.. items.Select(item => new Word(item))]);

    /// <summary>The value that a plain one stands for: <c>long</c>, <c>bool</c>, <c>string</c>, a list, or a dictionary by field.</summary>
    /// <exception cref="NotSupportedException">Any other kind of value, also inside.</exception>
    public static LeafValue FromPlain(object value) => value switch
    {
        long number => number,
        bool yes => yes,
        string word => word,
        IReadOnlyDictionary<string, object> fields => new Fields(fields.Select(f => KeyValuePair.Create(f.Key, FromPlain(f.Value)))),
        IEnumerable<object> items => Of(items.Select(FromPlain)),
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    /// <summary>
    /// The same without types of ours: <c>long</c>, <c>bool</c>, <c>string</c>, <c>List&lt;object&gt;</c> or
    /// <c>Dictionary&lt;string, object&gt;</c>.
    /// </summary>
    public object ToPlain() => this switch
    {
        Number number => number.Value,
        Flag flag => flag.Value,
        Word word => word.Value,
        Row row => row.Items.Select(item => item.ToPlain()).ToList(),
        Fields fields => fields.Entries.ToDictionary(f => f.Key, f => f.Value.ToPlain(), StringComparer.Ordinal),
        _ => throw new NotSupportedException(GetType().Name),
    };
}

/// <summary>An integer within ±<see cref="Limits.Integer"/>.</summary>
public sealed record Number(long Value) : LeafValue;

/// <summary>A string in Unicode form C.</summary>
public sealed record Word(string Value) : LeafValue;

/// <summary>true or false.</summary>
public sealed record Flag(bool Value) : LeafValue;

/// <summary>An array; equal when its items are, in order.</summary>
public sealed record Row(IReadOnlyList<LeafValue> Items) : LeafValue
{
    public bool Equals(Row? other) => other is not null && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => Items.Aggregate(17, HashCode.Combine);
}

/// <summary>An object; its keys are in ordinal order, whatever order they were given in.</summary>
public sealed record Fields : LeafValue
{
    /// <exception cref="ArgumentException">One key twice.</exception>
    public Fields(IEnumerable<KeyValuePair<string, LeafValue>> entries) => Ordered = new([.. entries]);

    public IReadOnlyDictionary<string, LeafValue> Entries => Ordered;

    internal Ordered Ordered { get; }

    public bool Equals(Fields? other) => other is not null && Ordered.SequenceEqual(other.Ordered);

    public override int GetHashCode() => Ordered.Aggregate(19, HashCode.Combine);
}
