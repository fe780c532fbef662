using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Slips;
using NodaTime;

namespace Faubourg.Domain.Jars;

/// <summary>What a keeper says that money did.</summary>
/// <param name="Id">32 hex digits that the device made: however often it is sent, it is one movement.</param>
/// <param name="Amount">In the smallest unit of the currency.</param>
/// <param name="To">The jar that what is left goes on to.</param>
/// <param name="Of">The movement that is corrected.</param>
/// <param name="OnPaper">It stands on a count sheet with two signatures.</param>
/// <param name="Who">Who gave or was paid; null stays nameless.</param>
/// <param name="What">For what.</param>
/// <param name="Words">SHA-256, hex, of both texts: whether two keepers said the same is seen without looking into them.</param>
public sealed record Telling(string Id, Move Kind, long Amount, int? To, int? Of, bool OnPaper, Text? Who, Text? What, string Words)
{
    internal bool SaysTheSame(Telling other) => this with { Who = null, What = null } == other with { Who = null, What = null };
}

/// <summary>Said by one keeper; the other has a week to say the same.</summary>
public sealed record WaitingMove(int Jar, Telling Telling, string Slip, string Device, Instant Until);

/// <summary>
/// One of the two keepers says what money did. Once the other, on another device, says the same, or confirms what waits, it is in the book.
/// </summary>
/// <param name="Slip">Hash of the keeper's slip.</param>
public sealed record MoveMoney(int Jar, string Slip, Telling Telling) : Act
{
    /// <summary>Movements of one jar that may wait at once.</summary>
    public const int Most = 20;

    private static readonly Duration Waits = Duration.FromDays(7);

    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (Moving.Refuse(quarter, Jar, Slip, facts.Now) is { } refusal) return refusal;
        var jar = quarter.Jars[Jar];
        if (!Moving.IsId(Telling.Id)) return new NoSuchMovement();
        if (jar.Movements.Exists(m => m.Id == Telling.Id)) return new MovedAlready();
        if (quarter.Moves.TryGetValue(Telling.Id, out var waiting)) return Second(quarter, actor, waiting, facts.Now);
        if (quarter.Moves.Values.Count(m => m.Jar == Jar) >= Most) return new TooManyWait(Most);
        if (Book.Refuse(quarter, jar, Telling.Kind, Telling.Amount, Telling.To, Telling.Of, facts.Now) is { } not) return not;
        return new MoveTold(new WaitingMove(Jar, Telling, Slip, actor.Device, Rules.Minute(facts.Now) + Waits));
    }

    private Decision Second(Quarter quarter, Actor actor, WaitingMove waiting, Instant now)
    {
        if (waiting.Jar != Jar) return new NoSuchMovement();
        if (!Keepers.Keeps(quarter, quarter.Jars[Jar], waiting.Slip, now)) return new SaidByNoKeeper();
        if (waiting.Slip == Slip || waiting.Device == actor.Device) return new WaitsForTheOther();
        return waiting.Telling.SaysTheSame(Telling) ? Moving.Done(quarter, waiting, now) : new SaysOtherwise();
    }
}

/// <summary>The other keeper answers "is it so?".</summary>
/// <param name="Same">False: it is taken away. Whoever said it may take it away, too.</param>
public sealed record ConfirmMove(int Jar, string Slip, string Id, bool Same) : Act
{
    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (Moving.Refuse(quarter, Jar, Slip, facts.Now) is { } refusal) return refusal;
        if (quarter.Jars[Jar].Movements.Exists(m => m.Id == Id)) return new MovedAlready();
        if (!quarter.Moves.TryGetValue(Id, out var waiting) || waiting.Jar != Jar) return new NoSuchMovement();
        if (!Same) return new MoveEnded(Id);
        if (!Keepers.Keeps(quarter, quarter.Jars[Jar], waiting.Slip, facts.Now)) return new SaidByNoKeeper();
        if (waiting.Slip == Slip || waiting.Device == actor.Device) return new WaitsForTheOther();
        return Moving.Done(quarter, waiting, facts.Now);
    }
}

internal static class Moving
{
    public static Refusal? Refuse(Quarter quarter, int number, string slip, Instant now) =>
        !quarter.Jars.TryGetValue(number, out var jar) ? new NoSuchJar()
        : jar.PhaseAt(quarter, now) is not (JarPhase.Open or JarPhase.Emptying) ? new JarIsNotOpen()
        : !Keepers.Keeps(quarter, jar, slip, now) ? new NoSuchSlip()
        : Keepers.WereDrawn(quarter.Councils[jar.KeepersAt(quarter, now)!.Value]) ? null
        : new NoTwoKeepers();

    public static bool IsId(string id) => id.Length == 32 && id.All(char.IsAsciiHexDigitLower);

    /// <summary>Both said it: asked once more, for the jar may have changed since the first did.</summary>
    public static Decision Done(Quarter quarter, WaitingMove waiting, Instant now)
    {
        var (jar, told) = (quarter.Jars[waiting.Jar], waiting.Telling);
        if (Book.Refuse(quarter, jar, told.Kind, told.Amount, told.To, told.Of, now) is { } refusal) return refusal;
        var moved = new JarMoved(
            jar.Number, jar.Movements.Count + 1, told.Id, told.Kind, told.Amount, Level(jar, told), jar.Unit, Book.CouncilOf(quarter, jar, told.Kind, now),
            told.To, told.Of, told.OnPaper, told.Who, told.What);
        return new Event[] { moved, new MoveEnded(told.Id) };
    }

    private static long Level(Jar jar, Telling told) =>
        jar.With(new Movement(0, told.Id, told.Kind, told.Amount, default, 0, told.To, told.Of, false, null, null)).Level;
}

public sealed record MoveTold(WaitingMove Move) : RoomEvent(0)
{
    public override string? Mark => $"move-{Move.Telling.Id}";

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter with { Moves = quarter.Moves.SetItem(Move.Telling.Id, Move) };
}

public sealed record MoveEnded(string Id) : RoomEvent(0)
{
    public override System.Collections.Immutable.ImmutableArray<string> Ends => [$"move-{Id}"];

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter with { Moves = quarter.Moves.Remove(Id) };
}

/// <summary>It is in the book: nothing was written twice.</summary>
public sealed record MovedAlready : Refusal;

/// <summary>One keeper, or one device, said it twice.</summary>
public sealed record WaitsForTheOther : Refusal;

/// <summary>Whoever said it was replaced since: one of those who keep the jar now says it anew.</summary>
public sealed record SaidByNoKeeper : Refusal;

/// <summary>The other keeper said something else under the same id.</summary>
public sealed record SaysOtherwise : Refusal;

public sealed record TooManyWait(int Most) : Refusal;

/// <summary>The council drew fewer than two: another one can.</summary>
public sealed record NoTwoKeepers : Refusal;
