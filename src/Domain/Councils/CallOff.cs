namespace Faubourg.Domain.Councils;

/// <summary>The convener calls it off; from three seated people on it is theirs no more.</summary>
public sealed record CallOff(int Council) : CouncilAct(Council)
{
    public const int SeatsThatKeepIt = 3;

    private protected override Decision Decide(Sitting sitting)
    {
        if (sitting.Actor.Device != sitting.Room.Opener) return new OnlyTheConvener();
        if (sitting.Room.Seats.Count >= SeatsThatKeepIt) return new TheRoomKeepsIt();
        return Dissolution.Of(sitting.Council, Ending.CalledOff, sitting.Now, sitting.Facts.Chance);
    }
}

public sealed record TheRoomKeepsIt : Refusal;
