using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Faubourg.Domain.Quarters;

/// <summary>
/// Things by their number, in its order. It never changes: setting one gives another. The one set last is kept apart, because an evening
/// changes the same council a hundred times: setting it again costs the same among a hundred thousand as among two.
/// </summary>
/// <typeparam name="T">Told apart by reference: comparing all that two of them hold would cost more than keeping one.</typeparam>
public sealed class NumberedDictionary<T> : IReadOnlyDictionary<int, T>
    where T : class
{
    public static readonly NumberedDictionary<T> Empty = new(ImmutableSortedDictionary<int, T>.Empty.WithComparers(null, new ByReference()), 0, null, 0);

    /// <summary>Each with its number; the one kept apart stands here as it was when it was last set after another.</summary>
    private readonly ImmutableSortedDictionary<int, T> all;

    private readonly int number;

    /// <summary>That of <see cref="number"/>; null only where there is none at all.</summary>
    private readonly T? latest;

    private NumberedDictionary(ImmutableSortedDictionary<int, T> all, int number, T? latest, int last) =>
        (this.all, this.number, this.latest, Last) = (all, number, latest, last);

    public int Count => all.Count;

    /// <summary>The highest number; 0 while there is none.</summary>
    public int Last { get; }

    public IEnumerable<int> Keys => all.Keys;

    public IEnumerable<T> Values => all.Select(one => Present(one.Key, one.Value));

    /// <exception cref="KeyNotFoundException">There is none of this number.</exception>
    public T this[int key] => latest is not null && key == number ? latest : all[key];

    public bool ContainsKey(int key) => all.ContainsKey(key);

    public bool TryGetValue(int key, [MaybeNullWhen(false)] out T value)
    {
        if (latest is null || key != number) return all.TryGetValue(key, out value);
        value = latest;
        return true;
    }

    /// <summary>The same with this one in place of what had its number, or added.</summary>
    public NumberedDictionary<T> SetItem(int key, T value)
    {
        if (latest is not null && key == number) return new NumberedDictionary<T>(all, key, value, Last);
        var others = latest is null ? all : all.SetItem(number, latest);
        return new NumberedDictionary<T>(others.ContainsKey(key) ? others : others.Add(key, value), key, value, Math.Max(Last, key));
    }

    public IEnumerator<KeyValuePair<int, T>> GetEnumerator() => all.Select(one => KeyValuePair.Create(one.Key, Present(one.Key, one.Value))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private T Present(int key, T stored) => key == number ? latest! : stored;

    private sealed class ByReference : IEqualityComparer<T>
    {
        public bool Equals(T? one, T? other) => ReferenceEquals(one, other);

        public int GetHashCode(T one) => RuntimeHelpers.GetHashCode(one);
    }
}
