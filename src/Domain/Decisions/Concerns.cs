using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Decisions;

/// <summary>
/// Between rounds every objection comes to an end: its giver withdraws it or lets it stand; whoever holds the pen says that the
/// new wording answers it.
/// </summary>
public sealed record EndConcern(int Council, int Concern, End End) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        var d = sitting.Room.Deliberation;
        if (!sitting.IsAt(Step.Deciding) || sitting.Council.Decision is not null) return new NotAtThisStep(sitting.Step);
        if (d.RoundOpen) return new BallotIsOpen();
        if (d.InThisRound.FirstOrDefault(c => c.Number == Concern) is not { } concern) return new NoSuchConcern();
        var own = concern.Seat == seat.Number;
        var pen = sitting.Guides(seat) || sitting.Room.Proposals[concern.Proposal].Author == seat.Number;
        if (End == End.Integrated ? !own && !pen : !own) return new NotYourObjection();
        return new ConcernEnded(Council, Concern, End);
    }
}

public sealed record ConcernEnded(int Council, int Concern, End End) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Deliberation = r.Deliberation with
        {
            Concerns = [.. r.Deliberation.Concerns.Select(c => c.Number == Concern ? c with { End = End } : c)],
        },
    });
}

/// <summary>After two rounds without agreement, half the room chooses: a smaller step, the least resistance, not tonight.</summary>
public sealed record ChooseWay(int Council) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (Deciding.Refuse(sitting, seat, Method.Consent) is { } refusal) return refusal;
        return sitting.Room.Proposals.Keys.Any(p => sitting.Council.RoundsOf(p) >= OpenRound.BeforeTheRoomChooses)
            ? AskRoom.Of(sitting, seat, Ask.NextStep)
            : new NothingStands();
    }
}

/// <summary>What half the room chose when a proposal was stuck.</summary>
internal static class Stuck
{
    /// <param name="council">The council.</param>
    /// <param name="replies">One for each who may answer and is here; null where they said nothing.</param>
    public static IEnumerable<Event> Choose(Council council, Reply?[] replies)
    {
        var chosen = replies.OfType<Reply>()
            .GroupBy(r => r)
            .Where(g => g.Count() * 2 >= replies.Length && replies.Length >= Draws.CloseRoll.Least)
            .Select(g => (Reply?)g.Key)
            .ToArray();
        // Two halves against each other choose nothing.
        var way = chosen.Length == 1 ? chosen[0] : null;
        yield return new RoomSettled(council.Number, way is not null);
        if (way is { } taken) yield return new WayChosen(council.Number, taken);
    }
}

/// <param name="Way">Yes: a smaller step. No: the least resistance. Object: not tonight.</param>
public sealed record WayChosen(int Council, Reply Way) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Deliberation = Way switch
        {
            Reply.Yes => r.Deliberation with { SmallerStep = true },
            Reply.No => r.Deliberation with { Method = Method.Resistance },
            _ => r.Deliberation with { NotTonight = true },
        },
    });
}

public sealed record NoSuchConcern : Refusal;

public sealed record NotYourObjection : Refusal;

public sealed record NothingStands : Refusal;
