using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Faubourg.Web.Councils;

/// <summary>Screens that ask to be paired: six letters stand for each. Kept in memory for as long as one needs to type them.</summary>
public sealed class WallsWaiting(IClock clock)
{
    private const int Most = 1_000;

    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly Duration Wait = Duration.FromMinutes(60);

    private readonly ConcurrentDictionary<(string Topic, string Code), (string Wall, Instant At)> _waiting = new();

    /// <summary>The six letters of a screen; the same for as long as it waits.</summary>
    public static string CodeOf(string wall) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes("wall|" + wall)).Take(6).Select(b => Letters[b % Letters.Length]));

    public string Ask(string topic, string wall)
    {
        var now = clock.GetCurrentInstant();
        foreach (var (old, known) in _waiting)
            if (known.At + Wait < now || _waiting.Count > Most) _waiting.TryRemove(old, out _);
        var code = CodeOf(wall);
        _waiting[(topic, code)] = (wall, now);
        return code;
    }

    /// <summary>The screen that shows these letters; null where none does.</summary>
    public string? Find(string topic, string typed)
    {
        var code = string.Concat(typed.ToUpperInvariant().Where(char.IsLetterOrDigit));
        return _waiting.TryGetValue((topic, code), out var known) ? known.Wall : null;
    }
}
