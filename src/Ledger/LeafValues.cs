namespace Faubourg.Ledger;

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
