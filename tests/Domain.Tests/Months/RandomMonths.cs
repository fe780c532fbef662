using System.Collections.Immutable;
using Faubourg.Domain.Charges;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Tests.Gains;
using Faubourg.Domain.Tests.Histories;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Months;

/// <summary>
/// Random histories of months: whole councils at a time, each by its real acts, and what people do between them. What random taps of
/// one evening seldom come to (the 30th day, the 72 hours, a second council that says no) comes here in each.
/// </summary>
internal sealed class RandomMonths(Fate fate)
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("FAUBOURG_LONG") is not null;

    private static readonly Lazy<ImmutableArray<Scene>> Lived = new(LiveAll);

    /// <summary>Looked at by the laws after each thing that happens.</summary>
    public Growing Growing { get; } = new();

    private Scene scene = Founded();

    public static ImmutableArray<Scene> All => Lived.Value;

    /// <summary>Every kind of event that came in any of them.</summary>
    public static ImmutableHashSet<Type> Reached => [.. All.SelectMany(s => s.Journal.Kinds)];

    private static ImmutableArray<Scene> LiveAll()
    {
        var lived = new Scene[Long ? 300 : 12];
        Parallel.For(0, lived.Length, n => lived[n] = new RandomMonths(new Fate((ulong)(n + 1) << 32)).Live());
        return [.. lived];
    }

    private Scene Live()
    {
        for (var n = 0; n < 14; n++)
        {
            Meets(n + 1);
            for (var more = fate.Below(4); more > 0; more--) Between();
            Waits(Duration.FromHours(fate.Of(1, 30, 80, 300, 700)));
        }
        for (var n = 0; n < 12; n++) Waits(Duration.FromDays(40));
        return scene;
    }

    private void Waits(Duration time)
    {
        // Laws look at states that change by themselves, so time passes in steps.
        for (var n = 0; n < 4; n++)
        {
            scene.Waits(time / 4);
            Growing.Look(scene.Quarter, scene.Now);
        }
    }

    private void Meets(int number)
    {
        scene = new Scene(scene) { Number = number };
        var refused = scene.Quarter.Amendments.Values.LastOrDefault(a => a.IsPendingAt(scene.Now + Duration.FromHours(27)));
        if (refused is not null && fate.OneIn(3))
        {
            scene.Does(Amina, new Convene(Bench(scene.Now + Duration.FromHours(25))));
            scene.GetsTo(Touches.Amendment, amendment: refused.Number);
        }
        else
        {
            scene.Does(Amina, new Convene(Bench(scene.Now + Duration.FromHours(74))));
            scene.WaitsUntil(scene.Council.StartsAt);
            scene.Opens(5);
            scene.Counts(5);
            scene.MovesOn();
            var deed = DeedOf();
            var proposal = Proposal("We do it.", deed?.Touches ?? Touches.Nothing, council: number) with { Deed = deed };
            if (scene.Tries(Amina, proposal).Refusal is not null) scene.Does(Amina, Proposal("We mend it.", council: number));
            scene.Counts(5);
            scene.MovesOn();
        }
        scene.Puts(1);
        scene.AllConsent();
        scene.MovesOn();
        Tasks(number);
        scene.MovesOn();
        Reckons(number);
        scene.WaitsUntil(scene.Council.EndsAt);
        Growing.Look(scene.Quarter, scene.Now);
    }

    private Deed? DeedOf() => fate.Below(6) switch
    {
        0 or 1 => new ConfirmGain(Gain()),
        2 => fate.OneIn(2) ? Growth.Mediation : Growth.Tools,
        3 => new RenewCharge(Charge()),
        4 when fate.OneIn(2) => new EndCharge(Charge()),
        _ => null,
    };

    private void Tasks(int number)
    {
        scene.Does(Chloe, new AddTask(number, T("Bring soup"), null, false));
        scene.Does(David, new TakeTask(number, 1, null, Slip(David, number, "task")));
        if (fate.OneIn(2) && scene.Quarter.Charges.Values.Any(c => c.Kind == ChargeKind.Mediation && c.IsOpenAt(scene.Quarter, scene.Now)))
            Growth.DrawsMediators(scene, Benoit, Chloe);
        foreach (var who in Cast.All[..5])
            foreach (var charge in scene.Quarter.Charges.Keys)
                if (fate.OneIn(2))
                    scene.Tries(who, new Serve(number, charge, Slip(who, number, $"service {charge}")));
        scene.Tries(Amina, new ServeNot(number, Charge()));
    }

    private void Reckons(int number)
    {
        for (var line = fate.Below(3); line > 0; line--) scene.Does(Amina, new ClaimGain(number, Growth.Soup with { Domain = fate.Of(Enum.GetValues<GainDomain>()) }, line));
        scene.Tries(Benoit, new TellGain(number, Gain(), T("look")));
        foreach (var gain in scene.Quarter.Gains.Values.Where(_ => fate.OneIn(2)))
            foreach (var who in Cast.All[..5])
                scene.Tries(who, new CheckGain(number, gain.Number, !fate.OneIn(3)));
    }

    private void Between()
    {
        var council = 1 + fate.Below(scene.Quarter.Councils.Count);
        switch (fate.Below(6))
        {
            case 0: scene.Tries(David, new ClaimLater(Slip(David, council, "task"), Growth.Soup)); break;
            case 1: Any(s => new StepAside(s)); break;
            case 2: Any(s => new HoldMediation(s)); break;
            case 3: scene.Tries(David, new HandOnTask(Slip(David, council, "task"), Slip(Farid, council, "task"), null)); break;
            case 4: Finishes(council); break;
            default: scene.Tries(David, new ShowGain(Slip(David, scene.Quarter.Gains.GetValueOrDefault(Gain())?.Council ?? 1, "task"), Gain(), T("look"))); break;
        }
        Growing.Look(scene.Quarter, scene.Now);
    }

    /// <summary>Whoever has the one task of a council says that it is done, and then that all of it is.</summary>
    private void Finishes(int council)
    {
        foreach (var who in new[] { David, Farid })
        {
            scene.Tries(who, new FinishTask(Slip(who, council, "task")));
            scene.Tries(who, new FinishProject(Slip(who, council, "task")));
        }
    }

    private void Any(Func<string, Act> act)
    {
        if (fate.Any(scene.Quarter.Slips.Values.Where(s => s.Purpose == Domain.Slips.Purpose.Service)) is { } slip) scene.Tries(Benoit, act(slip.Hash));
    }

    private static string Slip(string who, int council, string purpose) => SlipOf(who, $"{purpose} of {council}");

    private int Gain() => scene.Quarter.Gains.IsEmpty ? 1 : fate.Any(scene.Quarter.Gains.Keys);

    private int Charge() => scene.Quarter.Charges.IsEmpty ? 1 : fate.Any(scene.Quarter.Charges.Keys);
}
