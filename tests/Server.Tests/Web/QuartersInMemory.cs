using Faubourg.Domain;
using Faubourg.Domain.Quarters;
using Faubourg.Web;
using NodaTime;

namespace Faubourg.Server.Tests.Web;

/// <summary>The real rules over a dictionary: what the pages need behind them, without files.</summary>
internal sealed class QuartersInMemory(IClock clock) : IQuarters
{
    private readonly Dictionary<string, (Quarter Quarter, long Revision)> _quarters = [];
    private readonly Dictionary<string, Answer> _known = [];
    private int _drawn;

    public event Action<Publication>? Published;

    public ValueTask<Snapshot?> Find(string slug, CancellationToken stop)
    {
        lock (_quarters)
            return ValueTask.FromResult(_quarters.TryGetValue(slug, out var known) ? new Snapshot(known.Quarter, known.Revision, clock.GetCurrentInstant()) : null);
    }

    public IReadOnlyList<string> List()
    {
        lock (_quarters) return [.. _quarters.Where(known => !known.Value.Quarter.Rehearsal).Select(known => known.Key)];
    }

    public async Task<string> Found(string wanted, Founding founding, CancellationToken stop)
    {
        var slug = wanted;
        for (var n = 2; _quarters.ContainsKey(slug); n++) slug = $"{wanted}-{n}";
        var (name, place, horizon, covenant, zone, languages, rehearsal) = founding;
        await Submit(slug, new Found($"test/q/{slug}", "key", zone, languages, rehearsal, name, place, horizon, covenant), new Actor("founder"), null, stop);
        return slug;
    }

    /// <summary>One that came about elsewhere, from its leaves alone.</summary>
    public void Place(string slug, Quarter quarter)
    {
        lock (_quarters) _quarters[slug] = (quarter, 1);
    }

    public Task<Answer> Submit(string slug, Act act, Actor actor, string? key, CancellationToken stop)
    {
        lock (_quarters) return Task.FromResult(key is null ? Take(slug, act, actor) : Once(key, slug, act, actor));
    }

    private Answer Once(string key, string slug, Act act, Actor actor)
    {
        if (!_known.TryGetValue(key, out var answer)) _known[key] = answer = Take(slug, act, actor);
        return answer;
    }

    private Answer Take(string slug, Act act, Actor actor)
    {
        var now = clock.GetCurrentInstant();
        var (before, revision) = _quarters.GetValueOrDefault(slug, (Quarter.Unfounded, 0));
        var quarter = before;
        var due = Rules.Due(quarter, now, Chance());
        quarter = due.Aggregate(quarter, (state, happened) => Rules.Evolve(state, happened, now));
        var decision = Rules.Decide(quarter, act, actor, new Facts(now, Chance()));
        if (decision.Refusal is { } refusal) return new Answer.Refused(refusal);
        quarter = decision.Events.Aggregate(quarter, (state, happened) => Rules.Evolve(state, happened, now));
        _quarters[slug] = (quarter, revision + 1);
        Published?.Invoke(new Publication(slug, before, quarter, revision + 1));
        return new Answer.Accepted(revision + 1, decision.Events, quarter);
    }

    private Chance Chance() => new([.. BitConverter.GetBytes(++_drawn), .. new byte[28]]);
}
