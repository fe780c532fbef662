using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record.Audit;
using Faubourg.Domain.Tests.Jars;
using NodaTime;

namespace Faubourg.Domain.Tests.Record.Audit;

/// <summary>Books in which money was made, lost, taken twice, or moved though nobody had decided it.</summary>
internal static class JarForgeries
{
    public static readonly ImmutableSortedDictionary<string, (Rule Rule, Func<Forged> Forged)> All = new Dictionary<string, (Rule, Func<Forged>)>
    {
        ["a jar above its goal"] = (Rule.MoneyAddsUp, () => Book().With<JarMoved>(e => e with { Amount = 40000, Level = 40000 })),
        ["more is spent than is there"] = (Rule.MoneyAddsUp, () => Book().With<JarMoved>(e => e with { Amount = 6000, Level = -1000 }, e => e.Kind == Move.Spent)),
        ["a cent disappears"] = (Rule.MoneyAddsUp, () => Book().With<JarMoved>(e => e with { Level = e.Level - 1 })),
        ["francs come out of euros"] = (Rule.MoneyAddsUp, () => Book().With<JarMoved>(e => e with { Unit = Currency.Chf })),
        ["nothing moves"] = (Rule.MoneyAddsUp, () => Book().With<JarMoved>(e => e with { Amount = 0, Level = 0 })),
        ["a stop gives back more"] = (Rule.MoneyAddsUp, () => Book().With<JarStopped>(e => e with { Level = e.Level + 1 })),
        ["corrected and never there"] = (Rule.MoneyAddsUp, () => Book().Then(new JarMoved(1, 4, Id("d"), Move.Corrected, 10, 4000, Currency.Eur, 1, null, 1, false, null, null))),
        ["the same movement twice"] = (Rule.MovedOnce, () => Book().With<JarMoved>(e => e with { Id = Id("a") }, e => e.Kind == Move.Spent)),
        ["a movement is left out"] = (Rule.MovedOnce, () => Book().With<JarMoved>(e => e with { Movement = 2 })),
        ["a movement without an id"] = (Rule.MovedOnce, () => Book().With<JarMoved>(e => e with { Id = "none" })),
        ["before the 72 hours are over, money comes in"] = (Rule.MoneyByDecision, () => new Forged([.. Purse.Decided(Scene.Founded(), Purse.Planks, 2).Journal.Record])
            .Then(new JarMoved(1, 1, Id("a"), Move.Given, 500, 500, Currency.Eur, 1, null, null, false, null, null))),
        ["given back while it is open"] = (Rule.MoneyByDecision, () => Book().With<JarMoved>(e => e with { Kind = Move.GivenBack }, e => e.Kind == Move.Spent)),
        ["spent a year later"] = (Rule.MoneyByDecision, () => Book().Then(new JarMoved(1, 4, Id("d"), Move.Spent, 10, 3990, Currency.Eur, 1, null, null, false, null, null), Duration.FromDays(300))),
        ["under another council's decision"] = (Rule.MoneyByDecision, () => Book().With<JarMoved>(e => e with { Council = 2 })),
        ["by one keeper"] = (Rule.MoneyByDecision, () => new Forged([.. Purse.Opened(places: 1).Journal.Record])
            .Then(new JarMoved(1, 1, Id("a"), Move.Given, 500, 500, Currency.Eur, 1, null, null, false, null, null), Amendment.Delay)),
        ["stopped when it was final"] = (Rule.MoneyByDecision, () => Book().Until<JarStopped>().Then(new JarStopped(1, 2, 5000, Currency.Eur), Duration.FromDays(2))),
        ["money in a jar that is not there"] = (Rule.SpeaksOfWhatIs, () => Book().With<JarMoved>(e => e with { Jar = 9 })),
        ["what came in is stopped"] = (Rule.SpeaksOfWhatIs, () => Book().With<JarStopped>(e => e with { Movement = 1 })),
        ["a jar without bounds"] = (Rule.SpeaksOfWhatIs, () => Book().With<JarOpened>(e => e with { Goal = Jar.MostGoal + 1 })),
        ["keepers for a jar that is not there"] = (Rule.SpeaksOfWhatIs, () => new Forged([.. Purse.Decided(Purse.Opened(), new ReplaceKeepers(1), 2).Journal.Record]).With<KeepersReplaced>(e => e with { Jar = 7 })),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static string Id(string of) => Hash.Of(of)[..32];

    /// <summary>50.00 given, 10.00 spent and stopped, 10.00 spent.</summary>
    private static Forged Book()
    {
        var scene = Purse.Opened();
        Purse.Moves(scene, "a", Move.Given, 5000);
        Purse.Moves(scene, "b", Move.Spent, 1000);
        var keeper = Purse.KeepersOf(scene, 1)[0];
        scene.Does(keeper, new StopSpending(1, Purse.SlipFor(keeper, 1), 2));
        Purse.Moves(scene, "c", Move.Spent, 1000);
        return new Forged([.. scene.Journal.Record]);
    }
}
