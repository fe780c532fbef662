using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using Faubourg.Domain.Slips;

namespace Faubourg.Domain.Jars;

/// <summary>"Not that one": within a day, by one keeper alone, or by whoever has a task of the project since its evening.</summary>
/// <param name="Slip">Hash of the keeper's or the task's slip.</param>
public sealed record StopSpending(int Jar, string Slip, int Movement) : Act
{
    internal override Decision Decide(Quarter quarter, Actor actor, Facts facts)
    {
        if (!quarter.Jars.TryGetValue(Jar, out var jar)) return new NoSuchJar();
        if (!Keepers.Keeps(quarter, jar, Slip, facts.Now) && !DoesATask(quarter, facts.Now)) return new NoSuchSlip();
        if (jar.Movements.ElementAtOrDefault(Movement - 1) is not { Kind: Move.Spent, Counts: true } spent) return new NoSuchMovement();
        return spent.ShowsAt(facts.Now) ? new JarStopped(Jar, Movement, jar.Level + spent.Amount, jar.Unit) : new ItIsFinal();
    }

    private bool DoesATask(Quarter quarter, NodaTime.Instant now) =>
        quarter.TaskOf(Slip, now) is { OfTheEvening: true } && quarter.Slips[Slip].Council == Jar;
}

/// <param name="Jar">Which jar: the council that opened it.</param>
/// <param name="Movement">The spending that counts for nothing from now on.</param>
/// <param name="Level">What is in the jar after it.</param>
/// <param name="Unit">The jar's currency.</param>
[Leaf("jar.stopped")]
public sealed record JarStopped(int Jar, int Movement, long Level, Currency Unit) : PublicEvent
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) => quarter.InJar(Jar, jar => jar.Without(Movement, stamp.At));
}

/// <summary>A day went by since it was written.</summary>
public sealed record ItIsFinal : Refusal;
