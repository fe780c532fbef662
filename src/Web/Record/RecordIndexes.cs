using System.Collections.Concurrent;

namespace Faubourg.Web.Record;

/// <summary>The index of each record that somebody looked into.</summary>
public sealed class RecordIndexes
{
    private readonly ConcurrentDictionary<string, RecordIndex> _indexes = new(StringComparer.Ordinal);

    public RecordIndex Of(string origin) => _indexes.GetOrAdd(origin, _ => new RecordIndex());
}
