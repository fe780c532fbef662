using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Decisions;

/// <summary>
/// The guide opens the count, by the method in force (<see cref="Council.MethodNow"/>), in one part or in several at once: hands,
/// phones, paper. Everybody votes in one of them.
/// </summary>
public sealed record OpenCounting(int Council, params ImmutableArray<CountBy> Parts) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        var method = sitting.Council.MethodNow;
        if (method == Method.Consent) return new OtherMethod();
        if (Deciding.Refuse(sitting, seat, method) is { } refusal) return refusal;
        if (sitting.Room.Deliberation.Count is { Phase: Phase.Tied }) return new TieFirst();
        // Its numbers might be typed once the ballots are seen, and part equals as somebody wants.
        if (sitting.Room.Draw is not null) return new DrawIsOpen();
        ImmutableArray<CountBy> parts = [.. Parts.Distinct().Order()];
        if (RefuseParts(sitting, method, parts) is { } not) return not;
        int[] options = [.. sitting.Room.Proposals.Values.Where(p => MayCount(sitting, p)).Select(p => p.Number)];
        return options.Length == 0 ? new NothingToCount() : new CountOpened(Council, method, parts, [0, .. options]);
    }

    private static Refusal? RefuseParts(Sitting sitting, Method method, ImmutableArray<CountBy> parts)
    {
        if (parts.IsEmpty || !parts.All(p => Scale.Takes(method, p, parts.Length))) return new NotCountedSo();
        if (parts.Contains(CountBy.Phones) && sitting.Room.MoreSeatsThanHeads) return new UseHands();
        if (parts is not [CountBy.Phones] && sitting.Council.Attendance == Attendance.Remote) return new NeedsARoom();
        // Nobody could tell whether somebody voted in two of them.
        return parts.Length > 1 && sitting.Room.Heads is null ? new CountHeadsFirst() : null;
    }

    /// <summary>The covenant is amended by consent alone.</summary>
    private static bool MayCount(Sitting sitting, Draft draft) =>
        draft.Stands && draft.Touches != Touches.Covenant && Deciding.LacksWeight(sitting, draft) is null;
}

public sealed record CountOpened(int Council, Method Method, ImmutableArray<CountBy> Parts, ImmutableArray<int> Options) : RoomEvent(Council)
{
    /// <summary>In journals of the first version, which knew counts of resistance alone: their only part.</summary>
    public CountBy? By { get; init; }

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        Deliberation = r.Deliberation with
        {
            Count = (By is { } part ? new OpenCount(Method.Resistance, [part], Options) : new OpenCount(Method, Parts, Options)) with
            {
                Since = stamp.At,
                Electorate = [.. r.Electorate.Select(s => s.Number)],
            },
        },
    });
}

/// <summary>
/// The guide stops a count that cannot come to an end: more voted than we are, or nearly nobody did. Nothing was totalled, and
/// every ballot is forgotten.
/// </summary>
public sealed record StopCounting(int Council) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (sitting.Room.Deliberation.Count is not { Phase: Phase.Open } count) return new NoCountIsOpen();
        if (!sitting.Guides(seat) && sitting.Room.Guide is not null) return new OnlyTheGuide();
        var over = sitting.Now >= count.Since + Duration.FromSeconds(CloseCounting.Least(count.Options.Length));
        return Closing.Refuse(sitting.Room, count) is { } stuck && (over || stuck is MoreBallotsThanHeads)
            ? new CountStopped(Council)
            : new CountGoesOn();
    }
}

/// <summary>The rows of the journal that knew whose ballot is whose are deleted with this one's commit.</summary>
public sealed record CountStopped(int Council) : RoomEvent(Council)
{
    public override Type? Forgets => typeof(BallotCast);

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InRoom(Council, r => r with { Deliberation = r.Deliberation with { Count = null } });
}

public sealed record NothingToCount : Refusal;

/// <summary>This way of deciding is not counted by hands, or not so together with others.</summary>
public sealed record NotCountedSo : Refusal;

/// <summary>A count is stopped only when it cannot come to an end.</summary>
public sealed record CountGoesOn : Refusal;
