using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Decisions;

/// <summary>
/// The guide closes a count with phones in it: whose ballot is whose is forgotten, and for a minute everybody may look for their
/// receipt. Hands and paper must be told before. As soon as everybody has cast one; before that, not until there was time to read
/// every option and to think of an answer.
/// </summary>
public sealed record CloseCounting(int Council) : SeatedAct(Council)
{
    public static readonly Duration Check = Duration.FromSeconds(60);

    private const int SecondsToBegin = 30, SecondsAnOption = 10;

    /// <summary>How long a count of so many options stands at least, in seconds, "leave things as they are" among them.</summary>
    public static int Least(int options) => SecondsToBegin + SecondsAnOption * options;

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Room.Deliberation.Count is not { Phase: Phase.Open } count || !count.Has(CountBy.Phones)) return new NoCountIsOpen();
        if (!sitting.Guides(seat) && sitting.Room.Guide is not null) return new OnlyTheGuide();
        if (Closing.Refuse(sitting.Room, count) is { } refusal) return refusal;
        var least = Least(count.Options.Length);
        if (!sitting.Room.Voters.All(s => !s.Here || count.Ballots.ContainsKey(s.Number)) && sitting.Now < count.Since + Duration.FromSeconds(least))
            return new GiveThemTime(least);
        var rows = count.Ballots.Values.OrderBy(b => b.Receipt, StringComparer.Ordinal);
        return new BallotsClosed(Council, [.. rows], sitting.Now + Check);
    }
}

/// <summary>What stands in the way of the end of a count.</summary>
internal static class Closing
{
    /// <summary>Secret ballots of fewer, shown apart from the others, would show how somebody voted.</summary>
    private const int LeastApart = 3;

    public static Refusal? Refuse(Room room, OpenCount count)
    {
        if (!count.IsTold) return new TellersFirst();
        if (count.Cast > Most(room)) return new MoreBallotsThanHeads(count.Cast, Most(room));
        if (count.Cast < CloseRoll.Least) return new TooFewPresent(CloseRoll.Least);
        return count.Parts.Length > 1 && (count.Ballots.Count is > 0 and < LeastApart || count.Paper?.Ballots is > 0 and < LeastApart)
            ? new TooFewApart(LeastApart)
            : null;
    }

    /// <summary>How many may vote: the heads in the room, and who takes part from elsewhere.</summary>
    public static int Most(Room room) => (room.Heads ?? TakeSeat.Most) + room.Voters.Count(s => s.Remote);
}

/// <summary>Rows in the order of their receipts. The rows of the journal that knew the seats are deleted with this one's commit.</summary>
public sealed record BallotsClosed(int Council, ImmutableArray<Ballot> Rows, Instant CheckUntil) : RoomEvent(Council)
{
    public override Type? Forgets => typeof(BallotCast);

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Deliberation = r.Deliberation with
        {
            Count = r.Deliberation.Count! with
            {
                Phase = Phase.Checking,
                Ballots = r.Deliberation.Count.Ballots.Clear(),
                Rows = Rows,
                CheckUntil = CheckUntil,
            },
        },
    });
}

/// <summary>"Mine is not there": everybody casts again, once.</summary>
public sealed record DoubtCount(int Council) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Room.Deliberation.Count is not { Phase: Phase.Checking } count) return new NoCountIsOpen();
        if (!count.Electorate.Contains(seat.Number)) return new SeatedTooLate();
        return count.Doubted ? new DoubtedOnce() : new CountReopened(Council);
    }
}

/// <summary>Everything is voted and told anew, by the same electorate.</summary>
public sealed record CountReopened(int Council) : RoomEvent(Council)
{
    public override Type? Forgets => typeof(BallotsClosed);

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Deliberation = r.Deliberation with
        {
            Count = new OpenCount(r.Deliberation.Count!.Method, r.Deliberation.Count.Parts, r.Deliberation.Count.Options)
            {
                Electorate = r.Deliberation.Count.Electorate,
                Doubted = true,
                Since = stamp.At,
            },
        },
    });
}

public sealed record DoubtedOnce : Refusal;

/// <summary>Hands, or paper, of this count are not told yet by two tellers who agree.</summary>
public sealed record TellersFirst : Refusal;

/// <summary>Somebody voted twice, or somebody miscounted.</summary>
/// <param name="Ballots">In all parts together.</param>
/// <param name="Heads">How many may vote.</param>
public sealed record MoreBallotsThanHeads(int Ballots, int Heads) : Refusal;

/// <summary>So few on phones, or on paper, beside the others would show how they voted.</summary>
public sealed record TooFewApart(int Least) : Refusal;
