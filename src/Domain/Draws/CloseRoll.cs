using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Draws;

/// <summary>
/// The list is closed: from now on nobody is added to the hat and nobody taken out; and it is said how the numbers will be made, so
/// that nobody can choose between two ways after having seen what one of them brings.
/// </summary>
/// <param name="Way">Dice, slips, the paper hat, or the beacon.</param>
public sealed record CloseRoll(int Council, Way Way = Way.Dice) : SeatedAct(Council)
{
    /// <summary>Draws and exceptions need this many present.</summary>
    public const int Least = 3;

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        var room = sitting.Room;
        if (room.Draw is not null) return new RollIsClosed();
        return sitting.Council.Lot is null ? OfTheEvening(sitting) : OfALot(sitting, sitting.Council.Lot);
    }

    private Decision OfTheEvening(Sitting sitting)
    {
        var room = sitting.Room;
        if (!sitting.IsAt(Step.Gathering, Step.Hearing)) return new NotAtThisStep(sitting.Step);
        if (room.Roles.Count > 0) return new RollIsClosed();
        if (Refuse(room) is { } refusal) return refusal;
        if (room.Heads is null) return new CountHeadsFirst();
        var willing = Hats.Willing(room);
        if (willing.IsEmpty) return new NobodyIsWilling();
        var hats = Hats.Fill(room, willing);
        if (Bearers.Hat(sitting.Quarter, room, willing, sitting.Now) is { } bearers) hats = hats.SetItem(Role.KeyBearer, bearers);
        return Close(sitting, willing, hats, s => s.Willing!.Commits);
    }

    private Decision OfALot(Sitting sitting, Lot lot)
    {
        if (!sitting.IsAt(Lots.Steps)) return new NotAtThisStep(sitting.Step);
        // Its seed would part equals of a count whose ballots are seen already.
        if (sitting.Room.Deliberation.Count is not null) return new Decisions.BallotIsOpen();
        if (Refuse(sitting.Room) is { } refusal) return refusal;
        var willing = Lots.Willing(sitting.Room, lot.Role);
        // Fewer than three keys would move nothing.
        if (willing.Length < (lot.Role == Role.KeyBearer ? Recovery.Least : 1)) return new NobodyIsWilling();
        var hat = Lots.Hat(sitting.Council, willing);
        return Close(sitting, willing, ImmutableSortedDictionary<Role, Hat>.Empty.Add(lot.Role, hat), s => s.ForLots[lot.Role].Commits);
    }

    private static Refusal? Refuse(Room room) => room.Asked is not null ? new RoomIsAsked() : room.PresentCount < Least ? new TooFewPresent(Least) : null;

    private Event[] Close(Sitting sitting, ImmutableArray<Seat> willing, ImmutableSortedDictionary<Role, Hat> hats, Func<Seat, bool> commits)
    {
        var room = sitting.Room;
        var draw = sitting.Council.Draws.Length + 1;
        var order = sitting.Facts.Chance.Shuffle(willing);
        var numbers = order.Select((s, i) => (s.Number, i + 1)).ToImmutableSortedDictionary(p => p.Number, p => p.Item2);
        var lines = order.Select((s, i) => $"{i + 1};{s.Mark}").ToImmutableArray();
        ImmutableArray<int> Of(IEnumerable<Seat> seats) => [.. seats.Select(s => numbers[s.Number]).Order()];

        var pages = SheetPage.Parted(sitting.Number, Sheet.Roll, draw, lines);
        return
        [
            new RollKept(sitting.Number, numbers.ToImmutableSortedDictionary(p => p.Value, p => p.Key)),
            .. pages,
            new RollClosed(sitting.Number, draw, Hash.Of(Vl1.Roll(lines)), lines.Length, Way),
            .. hats.Select(hat => new HatFilled(sitting.Number, draw, hat.Key, Of(hat.Value.Seats),
                hat.Key == Role.Facilitator ? Of(Hats.Doubled(hat.Value.Seats)) : [], hat.Value.Excluded, room.Excepted.Contains(hat.Key))),
            .. Phases.Begin(sitting.Number, draw, Way, willing.Any(s => s.Device is not null && commits(s)), sitting.Now),
        ];
    }
}

/// <summary>Which seat each number of the roll stands for: never leaves the room.</summary>
public sealed record RollKept(int Council, ImmutableSortedDictionary<int, int> Seats) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        Room = c.Room! with { Rolls = c.Room.Rolls.SetItem(c.Draws.Length + 1, Seats) },
    });
}

/// <param name="Council">The council.</param>
/// <param name="Draw">From 1 in the council.</param>
/// <param name="Digest">SHA-256, hex, of the roll's lines, each ended by LF; the lines stand in the sheet before.</param>
/// <param name="Lines">How many.</param>
/// <param name="Way">How the numbers will be made; absent in records from before this was fixed here.</param>
[Leaf("roll.closed")]
public sealed record RollClosed(int Council, int Draw, string Digest, int Lines, Way? Way = null) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c => c with
    {
        Draws = c.Draws.Add(new Draw(Draw, c.DrawLines) { Chosen = Way, Lot = c.Lot }),
        DrawLines = [],
        Lot = null,
        Room = c.Room is null ? null : c.Room with { Draw = new OpenDraw(Draw) },
    });
}

public sealed record CountHeadsFirst : Refusal;

public sealed record NobodyIsWilling : Refusal;
