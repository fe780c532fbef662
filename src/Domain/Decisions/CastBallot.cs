using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;

namespace Faubourg.Domain.Decisions;

/// <summary>
/// A ballot on a phone: a number for every option, as <see cref="Scale"/> says for the method of the count. Cast again, it replaces
/// the first under the same receipt.
/// </summary>
/// <param name="Asked">What the page asked, as <see cref="OpenCount.Asks"/> has it; null where no page was seen.</param>
public sealed record CastBallot(int Council, ImmutableArray<int> Values, string? Asked = null) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Room.Deliberation.Count is not { Phase: Phase.Open } count || !count.Has(CountBy.Phones)) return new NoCountIsOpen();
        if (!count.Electorate.Contains(seat.Number)) return new SeatedTooLate();
        // A page left open while the count was stopped and opened anew would vote for what stands in the same place now.
        if (Asked is not null && Asked != count.Asks) return new AnotherCountBegan();
        if (!Scale.Allows(count.Method, Values, count.Options.Length)) return Wrong(count);
        var receipt = count.Ballots.TryGetValue(seat.Number, out var cast) ? cast.Receipt : sitting.Facts.Chance.Secret();
        return new BallotCast(Council, seat.Number, new Ballot(receipt, Scale.Plain(count.Method, Values)));
    }

    private static Refusal Wrong(OpenCount count) =>
        count.Method == Method.Majority ? new OneVoteEach() : new EveryOptionNeedsAValue(Scale.Highest(count.Method, count.Options.Length));
}

public sealed record BallotCast(int Council, int Seat, Ballot Ballot) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Deliberation = r.Deliberation with
        {
            Count = r.Deliberation.Count! with { Ballots = r.Deliberation.Count.Ballots.SetItem(Seat, Ballot) },
        },
    });
}

public sealed record NoCountIsOpen : Refusal;

/// <summary>The page showed other options, or another way of counting.</summary>
public sealed record AnotherCountBegan : Refusal;

/// <param name="Highest">The highest value there is; 0 is the lowest.</param>
public sealed record EveryOptionNeedsAValue(int Highest) : Refusal;

/// <summary>One vote for one option, or none.</summary>
public sealed record OneVoteEach : Refusal;
