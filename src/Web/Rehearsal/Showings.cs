using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Faubourg.Web.Rehearsal;

/// <summary>What this host plays now. The players are ordinary visitors: they come in by the same address as everybody.</summary>
internal sealed class Showings(IServer server, IHostApplicationLifetime life, LiveHub live, ILogger<Showings> log) : IDisposable
{
    /// <summary>A small machine plays no more at once.</summary>
    private const int Most = 2;

    /// <summary>Shown on the page of rehearsals after they are over.</summary>
    private const int Remembered = 4;

    private readonly Lock _turn = new();
    private readonly List<Showing> _all = [];
    private HttpClient? _http;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Showing> All
    {
        get
        {
            lock (_turn) return [.. _all.Where(showing => showing.Slug.Length > 0).Reverse()];
        }
    }

    public Showing? Of(string slug) => All.FirstOrDefault(showing => showing.Slug == slug);

    /// <summary>Begins an evening and returns once its council is convened; null where two are being played already.</summary>
    public async Task<Showing?> Start(string name)
    {
        Showing showing;
        lock (_turn)
        {
            if (_all.Count(other => !other.IsOver) >= Most) return null;
            showing = new Showing(name, _http ??= new HttpClient { BaseAddress = Door() }, slug => live.Changed(TopicOf(slug)));
            _all.Add(showing);
            if (_all.Count > Remembered && _all.FirstOrDefault(other => other.IsOver) is { } oldest) _all.Remove(oldest);
        }

        _ = Task.Run(() => Play(showing));
        return await showing.Convened ? showing : throw new InvalidOperationException("The players did not get as far as a council.");
    }

    /// <summary>What changes when a showing goes on.</summary>
    public static string TopicOf(string slug) => $"showing/{slug}";

    private async Task Play(Showing showing)
    {
        await showing.Play(Trouble, life.ApplicationStopping);
        live.Changed(TopicOf(showing.Slug));
    }

    public void Dispose() => _http?.Dispose();

    /// <summary>The host's own address, from inside.</summary>
    private Uri Door()
    {
        var bound = BindingAddress.Parse(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var host = IPAddress.TryParse(bound.Host.Trim('[', ']'), out var address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any)
            ? bound.Host : IPAddress.Loopback.ToString();
        return new Uri($"http://{host}:{bound.Port}");
    }

    private void Trouble(Exception trouble) => ShowingLog.Stumbled(log, trouble);
}

internal static partial class ShowingLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "A rehearsal stumbled.")]
    public static partial void Stumbled(ILogger logger, Exception trouble);
}
