using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Decisions;

/// <summary>What bothers us least: the guide opens the count, by hands or on phones.</summary>
public sealed record OpenCounting(int Council, CountBy By) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (Deciding.Refuse(sitting, seat, Method.Resistance) is { } refusal) return refusal;
        if (sitting.Room.Deliberation.Count is { Phase: Phase.Tied }) return new TieFirst();
        if (By == CountBy.Phones && sitting.Room.MoreSeatsThanHeads) return new UseHands();
        if (By == CountBy.Hands && sitting.Council.Attendance == Attendance.Remote) return new NeedsARoom();
        int[] options = [.. sitting.Room.Proposals.Values.Where(p => MayCount(sitting, p)).Select(p => p.Number)];
        return options.Length == 0 ? new NothingToCount() : new CountOpened(Council, By, [0, .. options]);
    }

    /// <summary>The covenant is amended by consent alone.</summary>
    private static bool MayCount(Sitting sitting, Draft draft) =>
        draft.Stands && draft.Touches != Touches.Covenant && Deciding.LacksWeight(sitting, draft) is null;
}

public sealed record CountOpened(int Council, CountBy By, ImmutableArray<int> Options) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Deliberation = r.Deliberation with { Count = new OpenCount(By, Options) { Since = stamp.At } },
    });
}

/// <summary>A ballot on a phone: 0 (no resistance) to 10 (unacceptable) for every option. Cast again, it replaces the first under the same receipt.</summary>
public sealed record CastBallot(int Council, ImmutableArray<int> Values) : SeatedAct(Council)
{
    public const int Highest = 10;

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Room.Deliberation.Count is not { By: CountBy.Phones, Phase: Phase.Open } count) return new NoCountIsOpen();
        if (!seat.MayBallot) return new SeatedTooLate();
        if (Values.Length != count.Options.Length || Values.Any(v => v is < 0 or > Highest)) return new EveryOptionNeedsAValue(Highest);
        var receipt = count.Ballots.TryGetValue(seat.Number, out var cast) ? cast.Receipt : sitting.Facts.Chance.Secret();
        return new BallotCast(Council, seat.Number, new Ballot(receipt, Values));
    }
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

/// <summary>
/// The guide closes the count: whose ballot is whose is forgotten, and for a minute everybody may look for their receipt. As soon as
/// everybody has cast one; before that, not until there was time to read every option and to think of a number for it.
/// </summary>
public sealed record CloseCounting(int Council) : SeatedAct(Council)
{
    public static readonly Duration Check = Duration.FromSeconds(60);

    private const int SecondsToBegin = 30, SecondsAnOption = 10;

    /// <summary>How long a count of so many options stands at least, in seconds, "leave things as they are" among them.</summary>
    public static int Least(int options) => SecondsToBegin + SecondsAnOption * options;

    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Room.Deliberation.Count is not { By: CountBy.Phones, Phase: Phase.Open } count) return new NoCountIsOpen();
        if (!sitting.Guides(seat) && sitting.Room.Guide is not null) return new OnlyTheGuide();
        if (count.Ballots.Count < Draws.CloseRoll.Least) return new TooFewPresent(Draws.CloseRoll.Least);
        var least = Least(count.Options.Length);
        if (!sitting.Room.Electorate.All(s => count.Ballots.ContainsKey(s.Number)) && sitting.Now < count.Since + Duration.FromSeconds(least))
            return new GiveThemTime(least);
        var rows = count.Ballots.Values.OrderBy(b => b.Receipt, StringComparer.Ordinal);
        return new BallotsClosed(Council, [.. rows], sitting.Now + Check);
    }
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
        return count.Doubted ? new DoubtedOnce() : new CountReopened(Council);
    }
}

public sealed record CountReopened(int Council) : RoomEvent(Council)
{
    public override Type? Forgets => typeof(BallotsClosed);

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Deliberation = r.Deliberation with
        {
            Count = new OpenCount(CountBy.Phones, r.Deliberation.Count!.Options) { Doubted = true, Since = stamp.At },
        },
    });
}

public sealed record NoCountIsOpen : Refusal;

public sealed record EveryOptionNeedsAValue(int Highest) : Refusal;

public sealed record DoubtedOnce : Refusal;

public sealed record NothingToCount : Refusal;
