using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Decisions;

/// <summary>
/// Hands as one teller counted them: two devices type the same figures, one of them the guide's where there is a guide. Of a count
/// without phones the last agreement is the end; until the count ends, two who agree again replace what was told.
/// </summary>
public sealed record TellHands(int Council, HandsTold Told) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Room.Deliberation.Count is not { Phase: Phase.Open } count || !count.Has(CountBy.Hands)) return new NoCountIsOpen();
        if (seat.Device is not { } device) return new NeedsOwnDevice();
        if (Refuse(sitting.Room, count) is { } refusal) return refusal;
        var told = new HandsWereTold(Council, device, Told);
        if (!Tellers.Agree(sitting, device, count.Told, t => t.Same(Told))) return told;
        if (count.Method == Method.Resistance) return Counts.OfHands(sitting.Council, Told).Prepend(told).ToList();
        return Tellers.Conclude(sitting, told, new HandsAgreed(Council, Told), count with { Hands = Told });
    }

    private Refusal? Refuse(Room room, OpenCount count)
    {
        var resistance = count.Method == Method.Resistance;
        var n = count.Options.Length;
        if (Told.One.Length != n || Told.Two.Length != (resistance ? n : 0)) return new EveryOptionNeedsAValue(resistance ? 2 : 1);
        var most = (room.Heads ?? TakeSeat.Most) - (count.Paper?.Ballots ?? 0);
        if (Told.Voters < 0 || Told.Voters > most || Told.One.Any(hands => hands < 0)) return new MoreHandsThanHeads(Math.Max(0, most));
        if (resistance) return Told.One.Zip(Told.Two).Any(n => n.Second < 0 || n.First > most || n.Second > most - n.First) ? new MoreHandsThanHeads(most) : null;
        var hands = count.Method == Method.Majority ? Told.One.Sum(h => (long)h) : Told.One.Max();
        return hands > Told.Voters ? new MoreHandsThanVoters(Told.Voters) : null;
    }
}

/// <summary>When two tellers agree, and when the last of them ends the count.</summary>
internal static class Tellers
{
    /// <summary>Another device typed the same; one of the two is the guide's, or two neighbours could tell what nobody counted.</summary>
    public static bool Agree<T>(Sitting sitting, string device, IReadOnlyDictionary<string, T> typed, Func<T, bool> same) =>
        typed.Any(t => t.Key != device && same(t.Value) && (sitting.IsTheGuides(device) || sitting.IsTheGuides(t.Key)));

    /// <param name="sitting">Before.</param>
    /// <param name="told">What this device typed.</param>
    /// <param name="agreed">On what two agree.</param>
    /// <param name="after">The count with that.</param>
    public static Decision Conclude(Sitting sitting, RoomEvent told, RoomEvent agreed, OpenCount after)
    {
        if (after.Has(CountBy.Phones) || !after.IsTold) return new Event[] { told, agreed };
        if (Closing.Refuse(sitting.Room, after) is { } refusal) return refusal;
        return Counts.OfParts(sitting.Council, after).Prepend(agreed).Prepend(told).ToList();
    }
}

public sealed record HandsWereTold(int Council, string Device, HandsTold Told) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Deliberation = r.Deliberation with
        {
            Count = r.Deliberation.Count! with { Told = r.Deliberation.Count.Told.SetItem(Device, Told) },
        },
    });
}

/// <summary>What was typed before is done with: a slip of the guide's that nobody shared is not agreed to later.</summary>
public sealed record HandsAgreed(int Council, HandsTold Told) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Deliberation = r.Deliberation with
        {
            Count = r.Deliberation.Count! with { Hands = Told, Told = r.Deliberation.Count.Told.Clear() },
        },
    });
}

/// <summary>Nobody raises a hand twice for one option.</summary>
/// <param name="Voters">How many vote by hand, as told.</param>
public sealed record MoreHandsThanVoters(int Voters) : Refusal;
