using System.Collections.Concurrent;
using Faubourg.Domain.Quarters;
using Faubourg.Web.Councils;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace Faubourg.Web;

/// <summary>
/// From what was published to what is watched: tells <see cref="LiveHub"/> which councils changed, whispers to the devices that it
/// concerns alone, and comes back when something ends by the clock that no event marks (a minute of quiet, the open door).
/// </summary>
public sealed class LiveRooms : IDisposable
{
    private readonly IQuarters _quarters;
    private readonly LiveHub _hub;
    private readonly ConcurrentDictionary<string, Timer> _turns = new(StringComparer.Ordinal);

    public LiveRooms(IQuarters quarters, LiveHub hub)
    {
        (_quarters, _hub) = (quarters, hub);
        quarters.Published += Tell;
    }

    /// <summary>Keeps the request open as a stream of one face of its council: <typeparamref name="TView"/> takes a <see cref="Scene"/>.</summary>
    public Task Watch<TView>(Visit visit, string face) where TView : IComponent
    {
        // Nothing of the request is kept: all who watch this face see what the first one's scene is made from.
        var (scene, slug, zone) = (Scene.Of(visit), visit.Slug, visit.Zone);
        return _hub.Watch(visit.Context, visit.Topic, face, words => Render<TView>(slug, scene, words, zone), visit.Key);
    }

    public void Dispose()
    {
        _quarters.Published -= Tell;
        foreach (var turn in _turns.Values) turn.Dispose();
    }

    private async Task<Fragment?> Render<TView>(string slug, Scene known, Words words, DateTimeZone zone) where TView : IComponent
    {
        if (await _quarters.Find(slug, CancellationToken.None) is not { } found) return null;
        var council = found.Quarter.Councils[known.Council.Number];
        var scene = known with { Quarter = found.Quarter, Council = council, Now = found.Now, Revision = found.Revision };
        if (scene.Council.IsOver) return new Fragment(Told<TView>(scene), await Over<TView>(For(words, zone, found.Now), slug, scene));
        Await(slug, scene);
        return new Fragment(Told<TView>(scene), await Page.Bytes<TView>(For(words, zone, found.Now), (nameof(RoomView.Scene), scene)));
    }

    /// <summary>
    /// What the stream resumes from. Whoever is outside is told the size of the public record, which they may read anyway: the revision
    /// would say how much is going on in the room. All that they see stands in the record, so nothing of it is missed.
    /// </summary>
    private static long Told<TView>(Scene scene) =>
        typeof(TView) == typeof(OutsideRoom) || typeof(TView) == typeof(Councils.Announce.AnnouncedRoom) || typeof(TView) == typeof(WaitingWall) ? scene.Quarter.Size : scene.Revision;

    /// <summary>The page at this address is another one now; the wall stays, with what was decided.</summary>
    private Task<ReadOnlyMemory<byte>> Over<TView>(Reader reader, string slug, Scene scene)
    {
        if (_turns.TryRemove($"{slug}/{scene.Council.Number}", out var turn)) turn.Dispose();
        return typeof(TView) == typeof(WallView) ? Page.Bytes<OverWall>(reader, (nameof(RoomView.Scene), scene)) : Page.Bytes<OverRoom>(reader);
    }

    private static Reader For(Words words, DateTimeZone zone, Instant now) => new(words, new When(words, zone, now));

    private void Tell(Publication published)
    {
        // Whoever watches, watches a council with a room, or one whose room was closed just now.
        foreach (var number in published.Before.Living.Union(published.After.Living))
        {
            var (before, after) = (published.Before.Councils.GetValueOrDefault(number), published.After.Councils[number]);
            if (ReferenceEquals(before, after)) continue;
            var topic = $"{published.Slug}/{number}";
            _hub.Changed(topic);
            foreach (var device in Whispers.To(before?.Room, after.Room)) _hub.Tell(topic, device, "hand");
        }
    }

    private void Await(string slug, Scene scene)
    {
        var topic = $"{slug}/{scene.Council.Number}";
        if (scene.NextTurn is not { } at) return;
        var wait = (at - scene.Now).ToTimeSpan() + TimeSpan.FromMilliseconds(50);
        var turn = _turns.GetOrAdd(topic, known => new Timer(_ => _hub.Changed(known)));
        turn.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
