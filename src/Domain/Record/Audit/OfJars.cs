using Faubourg.Domain.Decisions;
using Faubourg.Domain.Jars;

namespace Faubourg.Domain.Record.Audit;

/// <summary>Money moves within a decision, a goal and a time, once, and the book adds up.</summary>
internal static class OfJars
{
    public static void Check(Case c, PublicEvent happened)
    {
        switch (happened)
        {
            case JarOpened e: Decided(c, e.Council, new OpenJar(e.Unit, e.Goal, e.Back, e.Holder, e.Account)); break;
            case AccountChanged e: Decided(c, e.Council, new ChangeAccount(e.Jar, e.Holder, e.Account)); break;
            case KeepersReplaced e: Decided(c, e.Council, new ReplaceKeepers(e.Jar)); break;
            case LeftoversSent e: Decided(c, e.Council, new SendLeftovers(e.Jar, e.To)); break;
            case JarMoved e: Moved(c, e); break;
            case JarStopped e: Stopped(c, e); break;
        }
    }

    /// <summary>It was put before the room while that jar was there to be changed; the count may have closed a little later.</summary>
    private static void Decided(Case c, int number, Deed deed)
    {
        if (c.Council(number) is not { } council) return;
        var then = c.WhenPut(number);
        c.Require(deed.Refuse(then, council, then.At) is null, Rule.SpeaksOfWhatIs, "There is no such jar, it has ended, or this cannot be done with it.");
    }

    private static void Moved(Case c, JarMoved e)
    {
        if (Jar(c, e.Jar) is not { } jar) return;
        if (e.To is { } to && Jar(c, to) is null) return;
        c.Require(Moving.IsId(e.Id) && c.Memory.Moved.Add((e.Jar, e.Id)), Rule.MovedOnce, "This movement is in the book already, or has no id.");
        c.Require(e.Movement == jar.Movements.Count + 1, Rule.MovedOnce, "The movement is not the next one.");
        var refusal = Book.Refuse(c.Before, jar, e.Kind, e.Amount, e.To, e.Of, c.At);
        var adds = refusal is not (AboveTheGoal or NotInTheJar or WrongAmount or BookIsFull or NoSuchMovement);
        if (!c.Require(adds, Rule.MoneyAddsUp, "The jar would be above its goal or below zero, or nothing of that amount is to be corrected.")) return;
        var line = new Movement(e.Movement, e.Id, e.Kind, e.Amount, c.At, e.Council, e.To, e.Of, e.OnPaper, null, null);
        c.Require(e.Unit == jar.Unit && e.Level == jar.With(line).Level, Rule.MoneyAddsUp, "The level does not follow from what was there.");
        c.Require(refusal is null && e.Council == Book.CouncilOf(c.Before, jar, e.Kind, c.At), Rule.MoneyByDecision, "No decision that holds says so.");
        c.Require(
            jar.KeepersAt(c.Before, c.At) is { } drew && Keepers.WereDrawn(c.Before.Councils[drew]), Rule.MoneyByDecision, "No two keepers were drawn for it.");
    }

    private static void Stopped(Case c, JarStopped e)
    {
        if (Jar(c, e.Jar) is not { } jar) return;
        var spent = jar.Movements.ElementAtOrDefault(e.Movement - 1);
        if (!c.Require(spent is { Kind: Move.Spent, Counts: true }, Rule.SpeaksOfWhatIs, "There is no such spending.")) return;
        c.Require(spent!.ShowsAt(c.At), Rule.MoneyByDecision, "It was final.");
        c.Require(e.Unit == jar.Unit && e.Level == jar.Level + spent.Amount, Rule.MoneyAddsUp, "The level does not follow from what was there.");
    }

    private static Jar? Jar(Case c, int number)
    {
        var jar = c.Before.Jars.GetValueOrDefault(number);
        c.Require(jar is not null, Rule.SpeaksOfWhatIs, "There is no such jar.");
        return jar;
    }
}
