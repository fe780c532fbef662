using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Draws;

/// <summary>
/// "Let us give this draw up": no dice at hand, no signal for the beacon. Never one person alone; and once anybody can know who
/// would be drawn, more than half of those here. It stays in the record with what was known, and numbers go on.
/// </summary>
public sealed record AbandonDraw(int Council) : SeatedAct(Council)
{
    public const int Together = 3;

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Room.Draw is not { } open) return new NoRollIsClosed();
        if (open.SaidAbandon.Contains(seat.Number)) return new AlreadySaid();
        var said = new AbandonSaid(Council, seat.Number);
        if (sitting.HereOf(open.SaidAbandon) + 1 < Needed(sitting.Council, sitting.Now)) return said;
        return new Event[] { said, Of(sitting.Council, sitting.Now) };
    }

    /// <summary>How many have to say so.</summary>
    public static int Needed(Council council, Instant now)
    {
        var present = council.Room!.PresentCount;
        var some = Math.Min(Together, present);
        return At(council, now) == DrawPhase.Known ? Math.Max(some, present / 2 + 1) : some;
    }

    /// <summary>Of a draw that is open: what was known when it ended.</summary>
    internal static DrawAbandoned Of(Council council, Instant now)
    {
        var open = council.Room!.Draw!;
        return new DrawAbandoned(council.Number, open.Number, At(council, now), open.LastNumbers, open.Doubts);
    }

    private static DrawPhase At(Council council, Instant now)
    {
        var open = council.Room!.Draw!;
        var roundIsOut = council.Draws[open.Number - 1].Round is { } round && now >= Beacon.TimeOf(round);
        return open.Typed is not null || open.Doubts > 0 || roundIsOut ? DrawPhase.Known : open.Phase;
    }
}

public sealed record AbandonSaid(int Council, int Seat) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Draw = r.Draw! with { SaidAbandon = r.Draw.SaidAbandon.Add(Seat) } });
}

/// <summary>A draw without a result: the roll may be closed anew, under the next number.</summary>
/// <param name="Draw">Which.</param>
/// <param name="Phase">How far it had come. <c>known</c>: numbers had been typed, or the beacon's round was out.</param>
/// <param name="Numbers">What had been typed last, so that anybody can see who was not drawn; absent for a hat, and where nothing was.</param>
/// <param name="Doubts">How often what was typed had been doubted, or typed otherwise.</param>
[Leaf("draw.abandoned")]
public sealed record DrawAbandoned(int Council, int Draw, DrawPhase Phase, string? Numbers, int Doubts) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.In(Council, c =>
    {
        var draw = c.Draws[Draw - 1];
        return c with
        {
            Draws = c.Draws.SetItem(Draw - 1, draw with { Abandoned = Phase, Numbers = Numbers, Doubts = Doubts }),
            Lot = c.Lot ?? draw.Lot,
            Room = c.Room is null ? null : c.Room with { Draw = null },
        };
    });
}
