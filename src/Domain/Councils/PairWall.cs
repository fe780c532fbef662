using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>A projector is let in to show, never to act.</summary>
/// <param name="Wall">The key of the device that will show the wall.</param>
public sealed record PairWall(int Council, string Wall) : SeatedAct(Council)
{
    public const int Most = 5;

    private protected override Decision Decide(Sitting sitting, Seat seat) =>
        sitting.Room.Walls.Count >= Most ? new TooManyWalls(Most) : new WallPaired(Council, Wall);
}

public sealed record WallPaired(int Council, string Wall) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Walls = r.Walls.Add(Wall) });
}

public sealed record TooManyWalls(int Most) : Refusal;
