using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Storage;
using Faubourg.Web.Record;
using NodaTime;

namespace Faubourg.Web.Hosting;

/// <summary>The quarters in the host's folder, as pages see them. Opened before the first request is taken, closed after the last.</summary>
internal sealed class StoredQuarters(HostSettings settings, IClock clock, ILogger<StoredQuarters> log) : IQuarters, IHostedService
{
    private Storage.Quarters? _open;

    public event Action<Publication>? Published;

    /// <summary>Unless a test has put others in their place.</summary>
    public static void Furnish(IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(IQuarters))) return;
        services.AddSingleton<StoredQuarters>();
        services.AddSingleton<IQuarters>(all => all.GetRequiredService<StoredQuarters>());
        services.AddHostedService(all => all.GetRequiredService<StoredQuarters>());
    }

    private Storage.Quarters Open => _open ?? throw new InvalidOperationException("The folder is not open.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Part of every origin founded here, for good: without a name of its own a host is of this machine only.
        var host = settings.PublicUrl is { } known ? new Uri(known).Host : "localhost";
        _open = await Storage.Quarters.Open(new StorageSettings(settings.Data, host, clock) { OnTrouble = Trouble }, cancellationToken);
        _open.Published += Tell;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_open is not null) await _open.DisposeAsync();
        _open = null;
    }

    public async ValueTask<Snapshot?> Find(string slug, CancellationToken stop)
    {
        if (await Open.Find(slug, stop) is not { } quarter) return null;
        var (state, revision) = quarter.Now;
        return new Snapshot(state, revision, quarter.Clock());
    }

    public async ValueTask<IRecord?> Record(string slug, CancellationToken stop) =>
        await Open.Find(slug, stop) is { Record: { Size: > 0 } kept } ? new StoredRecord(kept) : null;

    public string? EvidenceOf(string origin) => Open.EvidenceOf(origin);

    public Task Break(string evidence, CancellationToken stop) => Open.Break(evidence, stop);

    public IReadOnlyList<string> List() => [.. Open.List().Where(listed => !listed.Rehearsal).Select(listed => listed.Slug)];

    public async Task<string> Found(string wanted, Founding founding, CancellationToken stop)
    {
        var wish = new FoundingWish(founding.Name, founding.Place, founding.Horizon, founding.Covenant, founding.Zone, founding.Languages, founding.Rehearsal);
        return (await Open.Found(wanted, wish, stop)).Slug;
    }

    public Task<Answer> Submit(string slug, Act act, Actor actor, string? key, CancellationToken stop) => Ask(slug, act, null, actor, key, stop);

    public Task<Answer> Show(string slug, Act act, byte[] picture, Actor actor, string? key, CancellationToken stop) => Ask(slug, act, picture, actor, key, stop);

    private async Task<Answer> Ask(string slug, Act act, byte[]? picture, Actor actor, string? key, CancellationToken stop)
    {
        var quarter = await Open.Find(slug, stop) ?? throw new InvalidOperationException("Asked for before it was found.");
        return await quarter.Show(act, picture, actor, key, stop) switch
        {
            Accepted done => new Answer.Accepted(done.Revision, done.Events, done.After),
            Refused no => new Answer.Refused(no.Why),
            var other => throw new InvalidOperationException($"An answer of a kind we do not know: {other.GetType().Name}."),
        };
    }

    public async Task<bool> SetClock(string slug, Instant at, CancellationToken stop)
    {
        if (await Open.Find(slug, stop) is not { Rehearsal: true } quarter) return false;
        await Task.Run(() => quarter.SetClock(at), stop);
        return true;
    }

    private void Tell(LiveQuarter quarter, Published before, Published after) =>
        Published?.Invoke(new Publication(quarter.Slug, before.State, after.State, after.Revision));

    private void Trouble(Exception trouble) => Log.StorageTrouble(log, trouble);
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The folder of this host did not do what it was told.")]
    public static partial void StorageTrouble(ILogger logger, Exception trouble);
}
