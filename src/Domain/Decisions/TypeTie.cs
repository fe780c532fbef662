using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Decisions;

/// <summary>Equal to the end: a paper hat decides between the equals, and two devices type what came out.</summary>
public sealed record TypeTie(int Council, int Option) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Room.Deliberation.Count is not { Phase: Phase.Tied } count) return new NoCountIsOpen();
        if (seat.Device is not { } device) return new NeedsOwnDevice();
        if (!count.TiedOptions.Contains(Option)) return new NoSuchProposal();
        var typed = new TieTyped(Council, device, Option);
        return Tellers.Agree(sitting, device, count.TieTyped, t => t == Option)
            ? Counts.Take(sitting.Council, Option).Prepend(typed).ToList()
            : typed;
    }
}

public sealed record TieTyped(int Council, string Device, int Option) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Deliberation = r.Deliberation with
        {
            Count = r.Deliberation.Count! with { TieTyped = r.Deliberation.Count.TieTyped.SetItem(Device, Option) },
        },
    });
}

public sealed record TieFirst : Refusal;
