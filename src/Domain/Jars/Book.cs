using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Jars;

/// <summary>What may be written into a jar's book now: within its decision, its goal and its time.</summary>
internal static class Book
{
    /// <summary>Why this cannot be written; null when it can.</summary>
    /// <param name="other">The jar that what is left goes on to.</param>
    /// <param name="of">The movement that is corrected.</param>
    public static Refusal? Refuse(Quarter quarter, Jar jar, Move kind, long amount, int? other, int? of, Instant now)
    {
        var phase = jar.PhaseAt(quarter, now);
        if (phase is not (JarPhase.Open or JarPhase.Emptying)) return new JarIsNotOpen();
        if (amount is < 1 or > Jar.MostGoal || kind == Move.Received || kind == Move.PassedOn != other is not null || kind == Move.Corrected != of is not null)
            return new WrongAmount();
        // The last line stays free for a correction; the other jar of what is passed on counts its own.
        if (jar.Movements.Count >= Jar.MostMovements - (kind == Move.Corrected ? 0 : 1)) return new BookIsFull();
        return kind switch
        {
            Move.Given when phase != JarPhase.Open => new TakesNothingMore(),
            Move.Given => amount > jar.Goal - jar.TakenIn ? new AboveTheGoal() : null,
            Move.Spent => RefuseSpending(quarter, jar, amount, now),
            Move.Corrected => RefuseCorrection(jar, jar.Movements.ElementAtOrDefault(of!.Value - 1), amount),
            _ => phase == JarPhase.Emptying ? RefuseLeftovers(quarter, jar, amount, other, now) : new NobodyDecidedThis(),
        };
    }

    /// <summary>Under whose decision a movement is: the jar's own, or that of the council that said where the rest goes.</summary>
    public static int CouncilOf(Quarter quarter, Jar jar, Move kind, Instant now) =>
        kind is Move.GivenBack or Move.PassedOn && jar.LeftoversAt(quarter, now) is { } decided ? decided.Council : jar.Number;

    /// <summary>It must be final before the jar ends, and nobody spends what a council sent elsewhere.</summary>
    private static Refusal? RefuseSpending(Quarter quarter, Jar jar, long amount, Instant now)
    {
        if (jar.LeftoversAt(quarter, now) is not null) return new NobodyDecidedThis();
        if (now + Movement.Shows > jar.EndsAt(quarter)) return new TooLateToSpend();
        return amount > jar.Level ? new NotInTheJar() : null;
    }

    private static Refusal? RefuseLeftovers(Quarter quarter, Jar jar, long amount, int? other, Instant now)
    {
        if (amount > jar.Level) return new NotInTheJar();
        var decided = jar.LeftoversAt(quarter, now);
        if (other is { } to) return decided?.To == to && amount <= RoomIn(quarter, jar, to, now) ? null : new NobodyDecidedThis();
        // Only what the other jar has no room for goes back, or it would lie here for ever.
        var back = decided is null ? jar.Back : decided.To is not { } onward || amount <= jar.Level - RoomIn(quarter, jar, onward, now);
        return back ? null : new NobodyDecidedThis();
    }

    /// <summary>How much the other jar can still take of this one; 0 when it is not open or its book is full.</summary>
    private static long RoomIn(Quarter quarter, Jar jar, int to, Instant now) =>
        quarter.Jars.TryGetValue(to, out var other) && other.Unit == jar.Unit && other.PhaseAt(quarter, now) == JarPhase.Open
        && other.Movements.Count < Jar.MostMovements - 1 ? other.Goal - other.TakenIn : 0;

    /// <summary>Once, whole, and never so that the jar would fall below zero. What went to another jar is not called back.</summary>
    private static Refusal? RefuseCorrection(Jar jar, Movement? wrong, long amount)
    {
        if (wrong is not { Counts: true, Kind: Move.Given or Move.Spent or Move.GivenBack } || wrong.Amount != amount) return new NoSuchMovement();
        return wrong.Kind == Move.Given && amount > jar.Level ? new NotInTheJar() : null;
    }
}

public sealed record NoSuchJar : Refusal;

/// <summary>Its decision does not hold yet, was refused, or the jar has ended.</summary>
public sealed record JarIsNotOpen : Refusal;

public sealed record WrongAmount : Refusal;

/// <summary>Its project is over, or a council sent the rest elsewhere.</summary>
public sealed record TakesNothingMore : Refusal;

public sealed record AboveTheGoal : Refusal;

/// <summary>Less is in the jar than that.</summary>
public sealed record NotInTheJar : Refusal;

/// <summary>No decision that holds says that money may go there.</summary>
public sealed record NobodyDecidedThis : Refusal;

/// <summary>It would be final only after the jar has ended.</summary>
public sealed record TooLateToSpend : Refusal;

public sealed record NoSuchMovement : Refusal;

public sealed record BookIsFull : Refusal;
