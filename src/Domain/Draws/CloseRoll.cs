using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Draws;

/// <summary>The list is closed: from now on nobody is added to the hat and nobody taken out.</summary>
public sealed record CloseRoll(int Council) : SeatedAct(Council)
{
    /// <summary>Draws and exceptions need this many present.</summary>
    public const int Least = 3;

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        var room = sitting.Room;
        if (!sitting.IsAt(Step.Gathering, Step.Hearing)) return new NotAtThisStep(sitting.Step);
        if (room.Draw is not null || room.Roles.Count > 0) return new RollIsClosed();
        if (room.Asked is not null) return new RoomIsAsked();
        if (room.PresentCount < Least) return new TooFewPresent(Least);
        if (room.Heads is null) return new CountHeadsFirst();
        var willing = Hats.Willing(room);
        if (willing.IsEmpty) return new NobodyIsWilling();
        return Close(sitting, willing);
    }

    private static Event[] Close(Sitting sitting, ImmutableArray<Seat> willing)
    {
        var room = sitting.Room;
        var draw = sitting.Council.Draws.Length + 1;
        var order = sitting.Facts.Chance.Shuffle(willing);
        var numbers = order.Select((s, i) => (s.Number, i + 1)).ToImmutableSortedDictionary(p => p.Number, p => p.Item2);
        var lines = order.Select((s, i) => $"{i + 1};{s.Mark}").ToImmutableArray();
        var hats = Hats.Fill(room, willing);
        ImmutableArray<int> Of(Role role) => [.. hats[role].Select(s => numbers[s.Number]).Order()];
        var left = willing.Count(s => s.Willing!.Held.Any(r => s.Willing.For(r) && !hats[r].Contains(s)));
        var pages = SheetPage.Parted(sitting.Number, Sheet.Roll, draw, lines);
        return
        [
            new RollKept(sitting.Number, numbers.ToImmutableSortedDictionary(p => p.Value, p => p.Key)),
            .. pages,
            new RollClosed(sitting.Number, draw, Hash.Of(Vl1.Roll(lines)), lines.Length,
                Of(Role.Facilitator), Of(Role.Companion), Of(Role.NoteKeeper), Of(Role.Timekeeper), Of(Role.Spokesperson),
                [.. Hats.Doubled(hats[Role.Facilitator]).Select(s => numbers[s.Number]).Order()], left, [.. room.Excepted]),
        ];
    }
}

/// <summary>Which seat each number of the roll stands for: never leaves the room.</summary>
public sealed record RollKept(int Council, ImmutableSortedDictionary<int, int> Seats) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Roll = Seats });
}

/// <param name="Council">The council.</param>
/// <param name="Draw">From 1 in the council.</param>
/// <param name="Digest">Of the roll's lines, each ended by LF; the lines stand in the sheet before.</param>
/// <param name="Lines">How many.</param>
/// <param name="Facilitator">Numbers of the roll in this hat; so for each role.</param>
/// <param name="Doubled">Numbers with two tickets for facilitator.</param>
/// <param name="Excluded">How many were left out of a hat because they held that role last time.</param>
/// <param name="Excepted">Roles for which the room consented not to leave anybody out.</param>
[Leaf("roll.closed")]
public sealed record RollClosed(
    int Council,
    int Draw,
    string Digest,
    int Lines,
    ImmutableArray<int> Facilitator,
    ImmutableArray<int> Companion,
    ImmutableArray<int> NoteKeeper,
    ImmutableArray<int> Timekeeper,
    ImmutableArray<int> Spokesperson,
    ImmutableArray<int> Doubled,
    int Excluded,
    ImmutableArray<Role> Excepted) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp)
    {
        var eligible = new Dictionary<Role, ImmutableArray<int>>
        {
            [Role.Facilitator] = Facilitator,
            [Role.Companion] = Companion,
            [Role.NoteKeeper] = NoteKeeper,
            [Role.Timekeeper] = Timekeeper,
            [Role.Spokesperson] = Spokesperson,
        }.ToImmutableSortedDictionary();
        return quarter.In(Council, c => c with
        {
            Draws = c.Draws.Add(new Draw(Draw, c.RollLines, eligible, Doubled, Excluded, Excepted)),
            RollLines = [],
            Room = c.Room is null ? null : c.Room with { Draw = new OpenDraw(Draw) },
        });
    }
}

public sealed record CountHeadsFirst : Refusal;

public sealed record NobodyIsWilling : Refusal;
