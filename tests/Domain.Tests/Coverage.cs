using System.Collections.Concurrent;

namespace Faubourg.Domain.Tests;

/// <summary>How often each kind of event and of refusal was reached in this run.</summary>
internal static class Coverage
{
    private static readonly ConcurrentDictionary<Type, int> Counts = new();

    public static void Note(object? reached)
    {
        if (reached is not null) Counts.AddOrUpdate(reached.GetType(), 1, (_, n) => n + 1);
    }

    public static int Of(Type kind) => Counts.GetValueOrDefault(kind);

    public static IEnumerable<Type> Kinds(Type root) =>
        root.Assembly.GetTypes().Where(t => t.IsSubclassOf(root) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal);
}
