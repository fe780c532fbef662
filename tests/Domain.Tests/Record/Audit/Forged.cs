using System.Collections.Immutable;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record.Audit;
using NodaTime;

namespace Faubourg.Domain.Tests.Record.Audit;

/// <summary>A record that somebody tampered with, after all hashes were made anew.</summary>
internal sealed class Forged(ImmutableArray<(PublicEvent Happened, Instant At)> honest)
{
    private readonly List<(PublicEvent Happened, Instant At)> leaves = [.. honest];

    /// <summary>The first leaf of this kind that fits says something else.</summary>
    public Forged With<T>(Func<T, T> change, Func<T, bool>? which = null) where T : PublicEvent
    {
        var i = Find(which);
        leaves[i] = (change((T)leaves[i].Happened), leaves[i].At);
        return this;
    }

    /// <summary>The first leaf of this kind is gone.</summary>
    public Forged Without<T>(Func<T, bool>? which = null) where T : PublicEvent
    {
        leaves.RemoveAt(Find(which));
        return this;
    }

    /// <summary>The first leaf of this kind carries another time.</summary>
    public Forged Later<T>(Duration by, Func<T, bool>? which = null) where T : PublicEvent
    {
        var i = Find(which);
        leaves[i] = (leaves[i].Happened, leaves[i].At + by);
        return this;
    }

    /// <summary>Another leaf is slipped in before the first of this kind, at its time.</summary>
    public Forged Before<T>(Func<T, PublicEvent> other, Func<T, bool>? which = null) where T : PublicEvent
    {
        var i = Find(which);
        leaves.Insert(i, (other((T)leaves[i].Happened), leaves[i].At));
        return this;
    }

    /// <summary>Another leaf is added at the end, this long after the last.</summary>
    public Forged Then(PublicEvent other, Duration? after = null)
    {
        leaves.Add((other, leaves[^1].At + (after ?? Duration.Zero)));
        return this;
    }

    /// <summary>The record is cut before the first leaf of this kind.</summary>
    public Forged Until<T>(Func<T, bool>? which = null) where T : PublicEvent
    {
        var i = Find(which);
        leaves.RemoveRange(i, leaves.Count - i);
        return this;
    }

    /// <summary>What the first leaf that breaks a rule breaks.</summary>
    public ImmutableArray<Breach> Judged()
    {
        var auditor = new Auditor();
        var quarter = Quarter.Unfounded;
        foreach (var (happened, at) in leaves)
        {
            var breaches = auditor.Check(quarter, happened, new Stamp(at, quarter.Size));
            if (!breaches.IsEmpty) return breaches;
            quarter = Rules.Evolve(quarter, happened, at);
        }
        return [];
    }

    private int Find<T>(Func<T, bool>? which) where T : PublicEvent =>
        leaves.FindIndex(l => l.Happened is T one && which?.Invoke(one) != false) is var i and >= 0 ? i : throw new InvalidOperationException($"no {typeof(T).Name}");
}
