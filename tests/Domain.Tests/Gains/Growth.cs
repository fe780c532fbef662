using System.Collections.Immutable;
using Faubourg.Domain.Charges;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Gains;

/// <summary>What grows from councils, in scenes: each is reached by walking the real rules.</summary>
internal static class Growth
{
    public static readonly GainDraft Soup = new(GainKind.NeedMet, GainDomain.Food, 30, T("meals"), T("We cook for each other."));

    public static readonly OpenCharge Mediation = new(ChargeKind.Mediation, 2, 90, T("Quarrels before they grow."), T("Knock at the kiosk."));

    public static readonly OpenCharge Tools = new(ChargeKind.ToolLibrary, 2, 30, T("Tools for all."), T("The blue cupboard."));

    /// <summary>Council 1 is over: David has its one task, and it claims so many gains.</summary>
    public static Scene Claimed(int gains = 1, int seats = 5)
    {
        var scene = Tasking(seats);
        scene.Does(Chloe, new AddTask(1, T("Bring soup"), null, false));
        scene.Does(David, new TakeTask(1, 1, null, SlipOf(David, "task")));
        scene.MovesOn();
        for (var line = 1; line <= gains; line++) scene.Does(Amina, new ClaimGain(1, Soup, line));
        scene.WaitsUntil(scene.Council.EndsAt);
        return scene;
    }

    /// <summary>David shows the first gain.</summary>
    public static Scene Shown(int seats = 5)
    {
        var scene = Claimed(1, seats);
        scene.Does(David, new ShowGain(SlipOf(David, "task"), 1, T("Come at noon.")));
        return scene;
    }

    /// <summary>The next council of weight decides this deed; it is at who does what.</summary>
    public static Scene Next(Scene before, Touches touches, Deed deed)
    {
        var scene = Puts(before, touches, deed);
        scene.AllConsent();
        scene.MovesOn();
        return scene;
    }

    /// <summary>It is before the room.</summary>
    public static Scene Puts(Scene before, Touches touches, Deed deed)
    {
        var scene = Hears(before);
        scene.Does(Amina, Proposes(scene, touches, deed));
        scene.Counts(5);
        scene.MovesOn();
        scene.Puts(1);
        return scene;
    }

    /// <summary>The next council of weight talks.</summary>
    public static Scene Hears(Scene before, Attendance attendance = Attendance.Room, int heads = 5)
    {
        var scene = new Scene(before) { Number = before.Quarter.Councils.Count + 1 };
        scene.Does(Amina, new Convene(Bench(scene.Now + Duration.FromHours(80), attendance)));
        scene.WaitsUntil(scene.Council.StartsAt);
        scene.Opens(Math.Min(heads, 5));
        scene.Counts(heads);
        scene.MovesOn();
        return scene;
    }

    public static Propose Proposes(Scene scene, Touches touches, Deed deed) => Proposal("We say yes.", touches, council: scene.Number) with { Deed = deed };

    /// <summary>The next council without a deed, at what was gained.</summary>
    public static Scene Reckons(Scene before, Attendance attendance = Attendance.Room, int heads = 5)
    {
        var scene = Hears(before, attendance, heads);
        scene.Does(Amina, Proposal("We go on.", council: scene.Number));
        scene.Counts(heads);
        scene.MovesOn();
        scene.Puts(1);
        scene.AllConsent();
        scene.MovesOn();
        scene.MovesOn();
        return scene;
    }

    /// <summary>Another council says no to what one decided, within its 72 hours.</summary>
    public static Scene SaysNo(Scene before, int council)
    {
        var scene = new Scene(before) { Number = before.Quarter.Councils.Count + 1 };
        scene.Does(Amina, new Convene(Bench(scene.Now + Duration.FromHours(25))));
        scene.GetsTo(Touches.Amendment, amendment: council);
        scene.Puts(1);
        scene.AllConsent();
        scene.WaitsUntil(scene.Council.EndsAt);
        return scene;
    }

    public static void DrawsMediators(Scene scene, params string[] willing)
    {
        scene.Does(Amina, new OpenLot(scene.Number, new Lot(Role.Mediator, 2)));
        foreach (var who in willing)
            scene.Does(who, new SayWilling(scene.Number, [Role.Mediator], false, ImmutableSortedDictionary<Role, string>.Empty.Add(Role.Mediator, SlipOf(who, $"mediator {scene.Number}")), []));
        scene.Does(Amina, new CloseRoll(scene.Number));
        scene.Throws(Dice);
    }
}
