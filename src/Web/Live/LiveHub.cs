using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using NodaTime;

namespace Faubourg.Web;

/// <summary>
/// Streams of server-sent events. Two kinds of news: <c>room</c>, the same bytes for all who watch one face in one language;
/// <c>you</c>, a word to one seat, whose page then asks for its own part again.
/// A topic is whatever changes as one, usually "slug/council".
/// </summary>
public sealed class LiveHub : IDisposable
{
    /// <summary>Seconds between heartbeats, so that proxies keep the line and dead lines are noticed.</summary>
    private const int Heartbeat = 20;

    /// <summary>Heartbeats a stuck line is given.</summary>
    private const int Patience = 3;

    /// <summary>Minutes a stream lives, and up to so many more, so that a whole room does not come back at once.</summary>
    private const int Lifetime = 30, Spread = 10;

    /// <summary>Watchers of one topic; more are asked to come back later and still have the page itself.</summary>
    private const int Most = 5_000;

    private static readonly byte[] Beat = ":\n\n"u8.ToArray();

    private readonly ConcurrentDictionary<string, Topic> _topics = new(StringComparer.Ordinal);
    private readonly IClock _clock;
    private readonly ILogger<LiveHub> _log;
    private readonly Timer _beats;

    public LiveHub(IClock clock, IHostApplicationLifetime host, ILogger<LiveHub> log)
    {
        (_clock, _log) = (clock, log);
        _beats = new Timer(_ => Pulse(), null, TimeSpan.FromSeconds(Heartbeat), TimeSpan.FromSeconds(Heartbeat));
        host.ApplicationStopping.Register(EndAll);
    }

    /// <summary>Something in this topic changed: every face that is watched is rendered anew. Returns at once.</summary>
    public void Changed(string topic)
    {
        if (!_topics.TryGetValue(topic, out var known)) return;
        foreach (var channel in known.Channels.Values) channel.Changed();
    }

    /// <summary>A word to one seat: "turn", "role", "hint". Its page asks again for what is its own.</summary>
    public void Tell(string topic, string seat, string word)
    {
        if (!_topics.TryGetValue(topic, out var known)) return;
        var bytes = Encoding.UTF8.GetBytes($"event: you\ndata: {word}\n\n");
        foreach (var channel in known.Channels.Values)
            foreach (var watcher in channel.Watchers())
                if (watcher.Seat == seat) watcher.Whisper(bytes);
    }

    /// <summary>
    /// Keeps this request open as a stream. <paramref name="render"/> makes the fragment of <paramref name="face"/> in the reader's language;
    /// it is kept for all watchers of that face, so it must hold nothing of this request.
    /// </summary>
    public async Task Watch(HttpContext context, string topic, string face, Func<Words, Task<Fragment?>> render, string? seat = null)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            Headed(context.Response);
            return;
        }

        if (Enter(topic) is not { } room)
        {
            await Trouble.Show(context, StatusCodes.Status503ServiceUnavailable);
            return;
        }

        try
        {
            await Open(context);
            await Stay(context, room, face, render, seat);
        }
        finally
        {
            Leave(topic, room);
        }
    }

    public void Dispose() => _beats.Dispose();

    private Topic? Enter(string topic)
    {
        lock (_topics)
        {
            var room = _topics.GetOrAdd(topic, _ => new Topic());
            if (room.Watching >= Most) return null;
            room.Watching++;
            return room;
        }
    }

    private void Leave(string topic, Topic room)
    {
        lock (_topics)
            if (--room.Watching == 0) _topics.TryRemove(topic, out _);
    }

    private async Task Stay(HttpContext context, Topic room, string face, Func<Words, Task<Fragment?>> render, string? seat)
    {
        var words = Visit.Of(context).Words;
        var until = _clock.GetCurrentInstant().ToUnixTimeSeconds() + (Lifetime * 60) + Random.Shared.Next(Spread * 60);
        var watcher = new Watcher(context, seat, until);
        using var left = context.RequestAborted.UnsafeRegister(static state => ((Watcher)state!).End(), watcher);
        var key = (face, words.Language);
        Channel channel;
        lock (room)
        {
            channel = room.Channels.GetOrAdd(key, _ => new Channel(() => render(words), Report));
            channel.Add(watcher, Since(context));
        }

        await watcher.Over;
        lock (room)
        {
            // A channel without watchers is not told of changes, so it must not be found again.
            if (channel.Remove(watcher)) room.Channels.TryRemove(key, out _);
        }
    }

    private async Task Open(HttpContext context)
    {
        // A quiet room sends next to nothing: no least rate for this answer.
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate) rate.MinDataRate = null;
        var response = context.Response;
        Headed(response);
        var hello = string.Create(CultureInfo.InvariantCulture, $"retry: 1500\nevent: now\ndata: {Visit.Of(context).Now.ToUnixTimeMilliseconds()}\n\n");
        await response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes(hello), context.RequestAborted);
    }

    private static void Headed(HttpResponse response)
    {
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
    }

    /// <summary>What the browser has already: the event it saw last, or the revision its page was made from.</summary>
    private static long Since(HttpContext context)
    {
        var last = context.Request.Headers["Last-Event-ID"].ToString();
        return long.TryParse(last.Length > 0 ? last : context.Request.Query["since"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var since) ? since : -1;
    }

    private void Pulse()
    {
        var now = _clock.GetCurrentInstant().ToUnixTimeSeconds();
        foreach (var watcher in Everybody()) watcher.Beat(Beat, now, Patience);
    }

    private void EndAll()
    {
        foreach (var watcher in Everybody()) watcher.End();
    }

    private IEnumerable<Watcher> Everybody() => _topics.Values.SelectMany(topic => topic.Channels.Values).SelectMany(channel => channel.Watchers());

    private void Report(Exception unforeseen) => _log.LogError("A live fragment was not rendered: {Type}\n{Trace}", unforeseen.GetType().FullName, unforeseen.StackTrace);

    private sealed class Topic
    {
        public ConcurrentDictionary<(string Face, string Language), Channel> Channels { get; } = new();
        public int Watching { get; set; }
    }
}
