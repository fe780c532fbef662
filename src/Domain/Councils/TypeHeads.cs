using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Councils;

/// <summary>The room counts itself aloud, and two devices type the number.</summary>
/// <param name="Heads">1 to 1,000: everybody in the room, phones or not.</param>
public sealed record TypeHeads(int Council, int Heads) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.IsAt(Step.Gathering, Step.Hearing)) return new NotAtThisStep(sitting.Step);
        if (seat.Device is not { } device) return new NeedsOwnDevice();
        var typed = new HeadsTyped(Council, device, Heads);
        var agreed = sitting.Room.HeadsTyped.Any(t => t.Key != device && t.Value == Heads);
        return agreed
            ? new Event[] { typed, new HeadsAgreed(Council, Heads), new HeadsCounted(Council, sitting.Step, Bands.Of(Heads)) }
            : typed;
    }
}

public sealed record HeadsTyped(int Council, string Device, int Heads) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { HeadsTyped = r.HeadsTyped.SetItem(Device, Heads) });
}

/// <summary>The exact number stays in the room.</summary>
public sealed record HeadsAgreed(int Council, int Heads) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Heads = Heads, HeadsTyped = r.HeadsTyped.Clear() });
}

/// <param name="Step">Gathering: before the draw. Hearing: before deciding.</param>
/// <param name="AtLeast">Lower bound of the band.</param>
[Leaf("heads.counted")]
public sealed record HeadsCounted(int Council, Step Step, int AtLeast) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => Step == Step.Gathering
        ? c with { HeadsAtDraw = AtLeast }
        : c with { HeadsAtDeciding = AtLeast });
}
