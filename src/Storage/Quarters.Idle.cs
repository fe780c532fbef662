using System.Collections.Concurrent;
using NodaTime;

namespace Faubourg.Storage;

/// <summary>A quarter that nobody asks for leaves memory, and is read again when somebody does.</summary>
public sealed partial class Quarters
{
    private static readonly Duration IdleAfter = Duration.FromMinutes(10);

    private static readonly TimeSpan EveryMinute = TimeSpan.FromMinutes(1);

    /// <summary>Quarters that are not in memory, and when something comes in them by itself. After a start all such are opened.</summary>
    private readonly ConcurrentDictionary<string, Instant> asleep = new(StringComparer.Ordinal);

    /// <summary>Lets go whom nobody needs, and wakes those in which something is due.</summary>
    internal async Task LetIdleGo()
    {
        try
        {
            await founding.WaitAsync().ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            // The host is closed, and everybody gone.
            return;
        }
        try
        {
            foreach (var (slug, there) in live.Where(l => l.Value is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
                await LetGo(slug, there).ConfigureAwait(false);
            foreach (var (slug, _) in asleep.Where(a => a.Value <= settings.Clock.GetCurrentInstant()).ToArray())
                if (founded.FirstOrDefault(r => r.Listed.Slug == slug) is { } row)
                    await Load(row).ConfigureAwait(false);
        }
        catch (Exception trouble)
        {
            settings.OnTrouble(trouble);
        }
        finally
        {
            founding.Release();
        }
    }

    private async Task LetGo(string slug, Lazy<Task<LiveQuarter>> there)
    {
        var quarter = await there.Value.ConfigureAwait(false);
        if (!quarter.TryLeave(IdleAfter, out var wakes)) return;
        // From here on nobody finds it who does not wait for the end of this; its files are open once only.
        try
        {
            await quarter.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            if (wakes is { } at) asleep[slug] = at;
            live.TryRemove(KeyValuePair.Create(slug, there));
            quarter.Gone.SetResult();
        }
    }
}
