using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Tests;

/// <summary>
/// What a storage keeps, as the events ask for it: leaves for ever and as leaves only; room events until their council
/// dissolves, those with a mark until it ends.
/// </summary>
internal sealed class Journal
{
    private readonly List<Row> rows = [];

    private readonly HashSet<Type> kinds = [];

    /// <summary>Every kind of event that ever came, kept or not.</summary>
    public IReadOnlyCollection<Type> Kinds => kinds;

    public IEnumerable<PublicEvent> Leaves => rows.Select(r => r.Happened).OfType<PublicEvent>();

    /// <summary>The leaves with the minutes they carry.</summary>
    public IEnumerable<(PublicEvent Happened, Instant At)> Record =>
        rows.Where(r => r.Happened is PublicEvent).Select(r => ((PublicEvent)r.Happened, Rules.Minute(r.At)));

    public IEnumerable<RoomEvent> RoomRows => rows.Select(r => r.Happened).OfType<RoomEvent>();

    public void Append(IEnumerable<Event> happened, Instant at)
    {
        var all = happened.ToArray();
        foreach (var e in all)
        {
            kinds.Add(e.GetType());
            if (e is RoomEvent room) Delete(room);
            if (e is not RoomEvent { Ends.IsEmpty: false }) rows.Add(new Row(e, at));
        }
        foreach (var over in all.OfType<CouncilDissolved>())
            rows.RemoveAll(r => r.Happened is RoomEvent { Mark: null } e && e.Council == over.Council);
    }

    /// <summary>The state after a crash: every leaf is read from its fields, every text from beside them.</summary>
    /// <param name="texts">The texts in their present standing.</param>
    public Quarter Replay(ImmutableSortedDictionary<TextAt, Text> texts) => Fold(rows, texts);

    /// <summary>The leaves alone.</summary>
    public Quarter ReplayLeaves(ImmutableSortedDictionary<TextAt, Text> texts) => Fold(rows.Where(r => r.Happened is PublicEvent), texts);

    private static Quarter Fold(IEnumerable<Row> rows, ImmutableSortedDictionary<TextAt, Text> texts)
    {
        var quarter = Quarter.Unfounded;
        foreach (var (happened, at) in rows)
            quarter = Rules.Evolve(quarter, happened is PublicEvent leaf ? Reread(leaf, quarter.Size, texts) : happened, at);
        return quarter;
    }

    private static PublicEvent Reread(PublicEvent leaf, long seq, ImmutableSortedDictionary<TextAt, Text> texts) =>
        LeafMap.Read(
            LeafMap.LeafType(leaf),
            LeafMap.Clear(leaf),
            LeafMap.Texts(leaf).ToDictionary(t => t.Name, t => texts[new TextAt(seq, t.Name)]))!;

    private void Delete(RoomEvent room)
    {
        if (!room.Ends.IsEmpty) rows.RemoveAll(r => r.Happened is RoomEvent { Mark: { } mark } && room.Ends.Contains(mark));
        if (room.Forgets is { } kind) rows.RemoveAll(r => r.Happened is RoomEvent e && e.Council == room.Council && e.GetType() == kind);
    }

    private sealed record Row(Event Happened, Instant At);
}
