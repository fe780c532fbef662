using System.Diagnostics.CodeAnalysis;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Councils;

/// <summary>One council at one moment, as an act meets it.</summary>
internal sealed record Sitting(Quarter Quarter, Council Council, Actor Actor, Facts Facts)
{
    public Room Room => Council.Room!;

    public Instant Now => Facts.Now;

    public int Number => Council.Number;

    public Step Step => Council.Step;

    /// <summary>The seat of whoever acts, if they are seated and here.</summary>
    public Seat? Seat()
    {
        if (!Room.Devices.TryGetValue(Actor.Device, out var number)) return null;
        var seat = Actor.Paper is { } paper
            ? Room.Seats.Values.FirstOrDefault(s => s.BesideSeat == number && s.Paper == paper)
            : Room.Seats[number];
        return seat is { Here: true } ? seat : null;
    }

    public bool IsAt(params ReadOnlySpan<Step> steps) => steps.Contains(Step);

    /// <summary>How many of these are here still.</summary>
    public int HereOf(IEnumerable<int> seats) => seats.Count(n => Room.Seats.TryGetValue(n, out var s) && s.Here);

    /// <summary>True of the guide and of companion and facilitator alike: whoever holds the page may be nudged by the other.</summary>
    public bool Guides(Seat seat) => Room.Holds(seat, Draws.Role.Facilitator) || Room.Holds(seat, Draws.Role.Companion);

    /// <summary>The device is a guide's own, or the one they sit beside; any is where nobody guides.</summary>
    public bool IsTheGuides(string device) =>
        Room.Guide is null
        || Room.Devices.TryGetValue(device, out var number)
        && Room.Present.Any(s => Guides(s) && (s.Number == number || s.BesideSeat == number));

    public bool TryProposal(int number, [NotNullWhen(true)] out Decisions.Draft? draft) =>
        Room.Proposals.TryGetValue(number, out draft) && draft.Stands;
}

/// <summary>An act that concerns one living council.</summary>
public abstract record CouncilAct(int Council) : Act
{
    internal sealed override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (!quarter.Councils.TryGetValue(Council, out var council)) return new NoSuchCouncil();
        if (council.IsOver || council.Room is null) return new CouncilOver();
        return Decide(new Sitting(quarter, council, actor, facts));
    }

    private protected abstract Decision Decide(Sitting sitting);
}

/// <summary>An act that only somebody with a seat may do.</summary>
public abstract record SeatedAct(int Council) : CouncilAct(Council)
{
    private protected sealed override Decision Decide(Sitting sitting) =>
        sitting.Seat() is { } seat ? Decide(sitting, seat) : new NotSeated();

    private protected abstract Decision Decide(Sitting sitting, Seat seat);
}

public sealed record NoSuchCouncil : Refusal;

public sealed record CouncilOver : Refusal;

public sealed record NotSeated : Refusal;

/// <summary>Right act, wrong step.</summary>
public sealed record NotAtThisStep(Step Step) : Refusal;

public sealed record TooFewPresent(int Least) : Refusal;

public sealed record OnlyTheGuide : Refusal;

public sealed record AlreadySaid : Refusal;
