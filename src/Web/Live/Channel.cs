using System.Diagnostics;

namespace Faubourg.Web;

/// <summary>
/// Everybody who watches one face of one council in one language. A change is rendered once and the same bytes go to all;
/// changes that come while that happens are one change.
/// </summary>
internal sealed class Channel(Func<Task<Fragment?>> render, Action<Exception> report)
{
    /// <summary>Least time between two renders; the first change after a silence is shown at once.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(40);

    private readonly Lock _turn = new();
    private readonly List<Watcher> _watchers = [];
    private byte[]? _frame;
    private ReadOnlyMemory<byte> _html;
    private long _revision = -1;
    private bool _dirty;
    private bool _running;

    public void Add(Watcher watcher, long since)
    {
        lock (_turn)
        {
            _watchers.Add(watcher);
            if (_frame is null) Changed();
            else if (_revision > since) watcher.Offer(_frame);
        }
    }

    /// <summary>True when nobody is left.</summary>
    public bool Remove(Watcher watcher)
    {
        lock (_turn)
        {
            _watchers.Remove(watcher);
            return _watchers.Count == 0;
        }
    }

    public Watcher[] Watchers()
    {
        lock (_turn) return [.. _watchers];
    }

    public void Changed()
    {
        lock (_turn)
        {
            _dirty = true;
            if (_running) return;
            _running = true;
        }

        _ = Task.Run(Run);
    }

    private async Task Run()
    {
        while (Begin())
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                if (await render() is { } fragment) Send(fragment);
            }
#pragma warning disable CA1031 // A page that cannot be rendered must not end the stream for everybody.
            catch (Exception unforeseen)
#pragma warning restore CA1031
            {
                report(unforeseen);
            }

            // A council of thousands, changing many times a second, gets at most half of a core for its watchers.
            var spent = Stopwatch.GetElapsedTime(started);
            await Task.Delay(spent > Breath ? spent : Breath);
        }
    }

    private bool Begin()
    {
        lock (_turn)
        {
            _running = _dirty;
            _dirty = false;
            return _running;
        }
    }

    private void Send(Fragment fragment)
    {
        Watcher[] watchers;
        byte[] frame;
        lock (_turn)
        {
            _revision = fragment.Revision;
            if (_frame is not null && _html.Span.SequenceEqual(fragment.Html.Span)) return;
            _html = fragment.Html;
            _frame = frame = fragment.Frame("room");
            watchers = [.. _watchers];
        }

        foreach (var watcher in watchers) watcher.Offer(frame);
    }
}
