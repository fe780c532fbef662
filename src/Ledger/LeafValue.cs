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
