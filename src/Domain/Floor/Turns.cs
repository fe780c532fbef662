using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Floor;

/// <summary>The companion's two buttons, while hands are raised in the room: "first time" and "again".</summary>
public sealed record TapTurn(int Council, bool First) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.IsAt(Step.Hearing)) return new NotAtThisStep(sitting.Step);
        if (!sitting.Guides(seat)) return new OnlyTheGuide();
        return sitting.Room.Floor.On ? new FloorIsOn() : new TurnTapped(Council, First);
    }
}

public sealed record TurnTapped(int Council, bool First) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Floor = First
            ? r.Floor with { FirstTurns = r.Floor.FirstTurns + 1 }
            : r.Floor with { FurtherTurns = r.Floor.FurtherTurns + 1 },
    });
}

/// <summary>The floor on phones goes on or off.</summary>
public sealed record FloorTurned(int Council, bool On) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Floor = r.Floor.Ended() with { On = On } });
}

/// <summary>Raise a hand: to speak, to answer directly, or for a point of process.</summary>
public sealed record RaiseHand(int Council, Signal Signal) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        var floor = sitting.Room.Floor;
        if (!sitting.IsAt(Step.Hearing)) return new NotAtThisStep(sitting.Step);
        if (!floor.On) return new FloorIsOff();
        if (floor.Speaker == seat.Number) return new YouAreSpeaking();
        if (Signal == Signal.Speak && sitting.Now < floor.OthersFirstUntil && floor.TurnsOf(seat.Number) > 0
            && floor.Turns.Count < sitting.Room.PresentCount) return new OthersAreFirst();
        if (floor.Hands.Any(h => h.Seat == seat.Number && h.Signal == Signal)) return new AlreadySaid();
        var raised = new HandRaised(Council, seat.Number, Signal);
        // With nobody speaking, whoever waits longest in the stack speaks now: perhaps not the last to ask.
        return floor.Speaker is null
            ? EndTurn.Onward(raised.In(sitting.Council, sitting.Now)).Prepend(raised).ToList()
            : raised;
    }
}

public sealed record HandRaised(int Council, int Seat, Signal Signal) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => In(c, stamp.At));

    internal Council In(Council council, Instant at)
    {
        var floor = council.Room!.Floor;
        return council with
        {
            Room = council.Room with { Floor = floor with { Hands = floor.Hands.RemoveAll(h => h.Seat == Seat).Add(new Hand(Seat, Signal, at)) } },
        };
    }
}

public sealed record FloorGiven(int Council, int Seat) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Floor = r.Floor.Given(r.Floor.Hands.Single(h => h.Seat == Seat), stamp.At),
    });
}

/// <summary>Take one's hand down again.</summary>
public sealed record LowerHand(int Council) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat) =>
        sitting.Room.Floor.Hands.Any(h => h.Seat == seat.Number) ? new HandLowered(Council, seat.Number) : new NoHandUp();
}

public sealed record HandLowered(int Council, int Seat) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Floor = r.Floor with { Hands = r.Floor.Hands.RemoveAll(h => h.Seat == Seat) },
    });
}

/// <summary>"I am done", by whoever speaks, or "thank you", by the guide.</summary>
public sealed record EndTurn(int Council) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Room.Floor.Speaker is not { } speaker) return new NobodySpeaks();
        if (speaker != seat.Number && !sitting.Guides(seat)) return new OnlyTheGuide();
        return Pass(sitting.Council);
    }

    /// <summary>The turn ends, and the next on the stack has the floor.</summary>
    internal static List<Event> Pass(Council council)
    {
        return [new TurnEnded(council.Number), .. Onward(council)];
    }

    /// <summary>The next on the stack has the floor, if anybody waits.</summary>
    internal static IEnumerable<Event> Onward(Council council)
    {
        if (council.Room!.Floor.Stack.FirstOrDefault() is { } next) yield return new FloorGiven(council.Number, next.Seat);
    }
}

public sealed record TurnEnded(int Council) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Floor = r.Floor with { Speaker = null, Agreeing = [] } });
}

/// <summary>Silent agreement with what is being said, on or off.</summary>
public sealed record Agree(int Council) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat) =>
        sitting.Room.Floor.Speaker is null ? new NobodySpeaks() : new Agreed(Council, seat.Number);
}

public sealed record Agreed(int Council, int Seat) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Floor = r.Floor with
        {
            Agreeing = r.Floor.Agreeing.Contains(Seat) ? r.Floor.Agreeing.Remove(Seat) : r.Floor.Agreeing.Add(Seat),
        },
    });
}

/// <summary>"Others first": a third of the seats ask who has spoken to wait for who has not.</summary>
public sealed record AskOthersFirst(int Council) : SeatedAct(Council)
{
    private static readonly Duration Lasts = Duration.FromMinutes(10);

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        var floor = sitting.Room.Floor;
        if (!floor.On) return new FloorIsOff();
        if (floor.SaidOthersFirst.Contains(seat.Number)) return new AlreadySaid();
        var said = new OthersFirstSaid(Council, seat.Number);
        return (sitting.HereOf(floor.SaidOthersFirst) + 1) * 3 < sitting.Room.PresentCount
            ? said
            : new Event[] { said, new OthersFirstBegun(Council, sitting.Now + Lasts) };
    }
}

public sealed record OthersFirstSaid(int Council, int Seat) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Floor = r.Floor with { SaidOthersFirst = r.Floor.SaidOthersFirst.Add(Seat) },
    });
}

public sealed record OthersFirstBegun(int Council, Instant Until) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Floor = r.Floor with { OthersFirstUntil = Until, SaidOthersFirst = [] },
    });
}

public sealed record FloorIsOn : Refusal;

public sealed record FloorIsOff : Refusal;

public sealed record YouAreSpeaking : Refusal;

public sealed record OthersAreFirst : Refusal;

public sealed record NoHandUp : Refusal;

public sealed record NobodySpeaks : Refusal;
