using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Gains;

/// <summary>"Does it still work?" Any later council of five heads in a room is asked when a gain has come to 30, 90 or 365 days.</summary>
public sealed record CheckGain(int Council, int Gain, bool Works) : SeatedAct(Council)
{
    private protected override Decision Decide(Sitting sitting, Seat seat)
    {
        if (!sitting.IsAt(Step.Reckoning)) return new NotAtThisStep(sitting.Step);
        if (Checks.MayNot(sitting.Council) is { } refusal) return refusal;
        if (!sitting.Quarter.Gains.TryGetValue(Gain, out var gain)) return new NoSuchGain();
        return gain.DueCheck(sitting.Quarter, sitting.Now) is { } age ? new GainLookedAt(Council, Gain, age, seat.Number, Works) : new NoCheckIsDue();
    }
}

/// <summary>What one seat says; said again, it replaces what they said.</summary>
public sealed record GainLookedAt(int Council, int Gain, int Age, int Seat, bool Works) : RoomEvent(Council)
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InRoom(Council, r => r with
    {
        GainsLookedAt = r.GainsLookedAt.SetItem(Gain, (r.GainsLookedAt.GetValueOrDefault(Gain) ?? new Look(Age)).With(Seat, Works)),
    });
}

/// <summary>What the room says of one gain, until the step is over.</summary>
public sealed record Look(int Age)
{
    /// <summary>By seat.</summary>
    public ImmutableSortedDictionary<int, bool> Said { get; init; } = ImmutableSortedDictionary<int, bool>.Empty;

    /// <summary>The answer of at least three who agree, with fewer saying the opposite; null where there is none.</summary>
    public bool? Answer
    {
        get
        {
            var (yes, no) = (Said.Values.Count(works => works), Said.Values.Count(works => !works));
            return yes >= Draws.CloseRoll.Least && yes > no ? true : no >= Draws.CloseRoll.Least && no > yes ? false : null;
        }
    }

    internal Look With(int seat, bool works) => this with { Said = Said.SetItem(seat, works) };
}

internal static class Checks
{
    /// <summary>What works is seen by those who are there.</summary>
    public static Refusal? MayNot(Council council) => council.Attendance == Attendance.Remote ? new NeedsARoom()
        : council.OnPaper || Math.Max(council.HeadsAtDraw, council.HeadsAtDeciding) < Weight.LeastHeads ? new NeedsMoreHeads(Weight.LeastHeads)
        : null;

    /// <summary>The leaves at the end of the step, in the order of gains.</summary>
    public static IEnumerable<Event> Written(Council council)
    {
        var room = council.Room!;
        foreach (var gain in room.Gains.Values) yield return gain.Written(council.Number);
        foreach (var (gain, how) in room.GainsTold) yield return new GainShown(gain, council.Number, null, how);
        foreach (var (gain, look) in room.GainsLookedAt)
            if (look.Answer is { } works)
                yield return new GainChecked(council.Number, gain, look.Age, works);
    }
}

/// <param name="Gain">Which, in the order of claims.</param>
/// <param name="Age">30, 90 or 365 days.</param>
/// <param name="Works">False: it works no more, and never again; whoever gains it anew claims it anew.</param>
[Leaf("gain.checked")]
public sealed record GainChecked(int Council, int Gain, int Age, bool Works) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.Gains.TryGetValue(Gain, out var gain) && gain.IsAliveAt(quarter, stamp.At) && !gain.Shown.IsEmpty && gain.Checks.All(c => c.Age < Age)
            ? quarter with { Gains = quarter.Gains.SetItem(Gain, gain with { Checks = gain.Checks.Add(new GainCheck(Age, Works, Council, stamp.At)) }) }
            : quarter;
}

public sealed record NoCheckIsDue : Refusal;
