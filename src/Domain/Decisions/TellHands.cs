using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Decisions;

/// <summary>No hand 0, one hand 1, two hands 2: two tellers type the same figures.</summary>
public sealed record TellHands(int Council, HandsTold Told) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Room.Deliberation.Count is not { By: CountBy.Hands, Phase: Phase.Open } count) return new NoCountIsOpen();
        if (seat.Device is not { } device) return new NeedsOwnDevice();
        if (Told.One.Length != count.Options.Length || Told.Two.Length != count.Options.Length) return new EveryOptionNeedsAValue(2);
        var most = sitting.Room.Heads ?? TakeSeat.Most;
        if (Told.One.Zip(Told.Two).Any(n => n.First < 0 || n.Second < 0 || n.First > most || n.Second > most - n.First))
            return new MoreHandsThanHeads(most);
        var told = new HandsWereTold(Council, device, Told);
        return count.Told.Any(t => t.Key != device && t.Value.Same(Told))
            ? Counts.OfHands(sitting.Council, Told).Prepend(told).ToList()
            : told;
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
