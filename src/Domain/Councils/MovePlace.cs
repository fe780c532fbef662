using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>The room, or whoever comes first to a locked door, says where it went.</summary>
public sealed record MovePlace(int Council, Text Place) : CouncilAct(Council)
{
    private protected override Decision Decide(Sitting sitting)
    {
        var opener = sitting.IsAt(Step.Announced) && sitting.Actor.Device == sitting.Room.Opener;
        if (!opener && sitting.Seat() is null) return new NotSeated();
        return sitting.Council.Changes >= Change.Most ? new ChangedTooOften(Change.Most) : new PlaceMoved(Council, Place);
    }
}

[Leaf("place.moved")]
public sealed record PlaceMoved(int Council, Text Place) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.In(Council, c => c with
        {
            Place = new TextAt(stamp.Seq, "place"),
            Changes = c.Changes + 1,
            Before = c.BeforeAt(stamp.At),
            // Announced elsewhere, the notice begins anew; a room that finds its door locked keeps its weight.
            NoticeFrom = c.Step == Step.Announced ? stamp.At : c.NoticeFrom,
        });
}
