using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>"Help me": the page with the words passes to the companion, or back.</summary>
public sealed record AskForHelp(int Council) : SeatedAct(Council)
{
    /// <summary>How long the guide's device may be silent when a step is due.</summary>
    public static readonly Duration Silence = Duration.FromSeconds(90);

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.Guides(seat)) return new OnlyTheGuide();
        if (sitting.Room.PresentHolder(Role.Facilitator) is not { } facilitator) return new NoFacilitator();
        if (sitting.Room.PresentHolder(Role.Companion) is not { } companion || companion == facilitator) return new NoCompanion();
        return sitting.Room.Guide == seat.Number
            ? new GuideHandedOver(Council, ToCompanion: !sitting.Room.GuideHandedOver)
            : new NotYourRole();
    }
}

public sealed record GuideHandedOver(int Council, bool ToCompanion) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { GuideHandedOver = ToCompanion, GuideLastSeen = stamp.At });
}

/// <summary>The guide's device shows that somebody is reading: the silence begins anew.</summary>
public sealed record KeepGuiding(int Council) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat) =>
        sitting.Room.Guide == seat.Number ? new GuideSeen(Council) : new OnlyTheGuide();
}

public sealed record GuideSeen(int Council) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { GuideLastSeen = stamp.At });
}

/// <summary>"Thank our facilitator", privately: more than half call the next ticket.</summary>
public sealed record ThankFacilitator(int Council) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        var room = sitting.Room;
        if (!room.Roles.ContainsKey(Role.Facilitator)) return new NoFacilitator();
        if (room.PresentCount < CloseRoll.Least) return new TooFewPresent(CloseRoll.Least);
        if (room.Thanked.Contains(seat.Number)) return new AlreadySaid();
        var thanked = new FacilitatorThanked(Council, seat.Number);
        return (sitting.HereOf(room.Thanked) + 1) * 2 <= room.PresentCount
            ? thanked
            : Calling.Next(sitting.Council, Role.Facilitator, Why.Thanked).Prepend<Event>(thanked).ToList();
    }
}

public sealed record FacilitatorThanked(int Council, int Seat) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Thanked = r.Thanked.Add(Seat) });
}

/// <summary>"One minute of quiet": once for every seat.</summary>
public sealed record CallQuiet(int Council) : SeatedAct(Council)
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Now < sitting.Room.QuietUntil) return new QuietAlready();
        return seat.UsedQuiet ? new QuietUsed() : new QuietCalled(Council, seat.Number, sitting.Now + Minute);
    }
}

public sealed record QuietCalled(int Council, int Seat, Instant Until) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        QuietUntil = Until,
        Seats = r.Seats.SetItem(Seat, r.Seats[Seat] with { UsedQuiet = true }),
    });
}

public sealed record NoCompanion : Refusal;

public sealed record NoFacilitator : Refusal;

public sealed record QuietAlready : Refusal;

public sealed record QuietUsed : Refusal;
