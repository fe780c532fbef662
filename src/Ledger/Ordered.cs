using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Faubourg.Ledger;

/// <summary>The fields of an object in ordinal order. A leaf has a dozen: a sorted row is smaller and quicker than a tree or a table.</summary>
internal sealed class Ordered : IReadOnlyDictionary<string, LeafValue>
{
    private static readonly Comparison<KeyValuePair<string, LeafValue>> ByKey = (one, other) => string.CompareOrdinal(one.Key, other.Key);

    private readonly KeyValuePair<string, LeafValue>[] fields;

    /// <exception cref="ArgumentException">One key twice.</exception>
    public Ordered(KeyValuePair<string, LeafValue>[] fields)
    {
        this.fields = fields;
        for (var i = 1; i < fields.Length; i++)
        {
            if (ByKey(fields[i - 1], fields[i]) < 0) continue;
            Array.Sort(fields, ByKey);
            break;
        }

        for (var i = 1; i < fields.Length; i++)
            if (fields[i - 1].Key == fields[i].Key) throw new ArgumentException($"{fields[i].Key} twice.", nameof(fields));
    }

    public int Count => fields.Length;

    public IEnumerable<string> Keys => fields.Select(each => each.Key);

    public IEnumerable<LeafValue> Values => fields.Select(each => each.Value);

    public ReadOnlySpan<KeyValuePair<string, LeafValue>> Span => fields;

    public LeafValue this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out LeafValue value)
    {
        foreach (var field in fields)
        {
            if (field.Key != key) continue;
            value = field.Value;
            return true;
        }

        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, LeafValue>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, LeafValue>>)fields).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
