using System.Collections.Concurrent;
using Faubourg.Domain;
using NodaTime;

namespace Faubourg.Web.Councils;

/// <summary>
/// Six letters could be guessed by a patient machine: after thirty wrong ones within a minute a council takes none, right or wrong,
/// until the minute is over. Kept in memory; a restart forgives.
/// </summary>
public sealed class CodeTries(IClock clock)
{
    public const int Most = 30;

    private readonly ConcurrentDictionary<string, (long Minute, int Wrong)> _tries = new(StringComparer.Ordinal);

    public bool MayTry(string topic) => !_tries.TryGetValue(topic, out var known) || known.Minute != Minute || known.Wrong < Most;

    public void Wrong(string topic)
    {
        // A council is gone after hours; so that a host running for years does not collect them, all minutes but this one go.
        foreach (var (old, known) in _tries)
            if (known.Minute != Minute) _tries.TryRemove(KeyValuePair.Create(old, known));
        _tries.AddOrUpdate(topic, (Minute, 1), (_, known) => known.Minute == Minute ? (Minute, known.Wrong + 1) : (Minute, 1));
    }

    private long Minute => clock.GetCurrentInstant().ToUnixTimeSeconds() / 60;
}

public sealed record TooManyTries : Refusal;
