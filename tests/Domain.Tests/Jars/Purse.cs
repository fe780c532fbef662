using System.Collections.Immutable;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Quarters;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Jars;

/// <summary>Councils that decide about money, and what keepers say afterwards.</summary>
internal static class Purse
{
    public static readonly OpenJar Planks = new(Currency.Eur, 30000, Back: true, Text.Of("Atelier Dubreuil"), Text.Of("FR7630006000011234567890189"));

    /// <summary>A jar that is open: 72 hours have gone by since the minutes.</summary>
    public static Scene Opened(OpenJar? jar = null, int places = 2)
    {
        var scene = Decided(Founded(), jar ?? Planks, places);
        scene.Waits(Amendment.Delay);
        return scene;
    }

    /// <summary>Another council of five decides this and dissolves; keepers are drawn where there are places for them.</summary>
    public static Scene Decided(Scene before, Deed? deed, int places = 0, Touches touches = Touches.Jar, int? amendment = null)
    {
        var scene = Deciding(before, deed, places, touches, amendment);
        scene.Puts(1);
        scene.AllConsent();
        scene.WaitsUntil(scene.Council.EndsAt);
        return scene;
    }

    public static Scene Deciding(Scene before, Deed? deed, int places = 0, Touches touches = Touches.Jar, int? amendment = null)
    {
        var number = before.Quarter.Councils.Count + 1;
        var scene = new Scene(before) { Number = number };
        scene.Does(Amina, new Convene(Bench(scene.Now + Duration.FromHours(amendment is null ? 73 : 25))));
        scene.WaitsUntil(scene.Council.StartsAt);
        scene.Opens(5);
        scene.MovesOn();
        scene.Does(Amina, Proposal("We mend it, and buy what that takes.", touches, amendment, number) with { Deed = deed });
        scene.Counts(5);
        if (places > 0) Draws(scene, places);
        scene.MovesOn();
        return scene;
    }

    public static void Draws(Scene scene, int places)
    {
        scene.Does(Chloe, new OpenLot(scene.Number, new Lot(Role.Keeper, places)));
        foreach (var who in All[..5])
            scene.Does(who, new SayWilling(scene.Number, [Role.Keeper], false, ImmutableSortedDictionary<Role, string>.Empty.Add(Role.Keeper, SlipFor(who, scene.Number)), []));
        scene.Does(Amina, new CloseRoll(scene.Number));
        scene.Throws(Dice);
    }

    public static string SlipFor(string who, int council) => SlipOf(who, $"keeper of {council}");

    /// <summary>Whoever has a slip with which this jar is kept now.</summary>
    public static string[] KeepersOf(Scene scene, int jar) => scene.Quarter.Jars[jar].KeepersAt(scene.Quarter, scene.Now) is { } council
        ? [.. All.Where(who => scene.Quarter.Slips.ContainsKey(SlipFor(who, council)))]
        : [];

    public static Telling Told(string id, Move kind, long amount, int? to = null, int? of = null) => new(
        Hash.Of(id)[..32], kind, amount, to, of, false, Text.Of("Atelier Dubreuil"), Text.Of("two planks"), Hash.Of("two planks"));

    public static MoveMoney Says(Scene scene, string who, Telling told, int jar = 1) =>
        new(jar, SlipFor(who, scene.Quarter.Jars[jar].KeepersAt(scene.Quarter, scene.Now) ?? jar), told);

    public static ConfirmMove Confirms(Scene scene, string who, string id, bool same = true, int jar = 1) =>
        new(jar, SlipFor(who, scene.Quarter.Jars[jar].KeepersAt(scene.Quarter, scene.Now) ?? jar), Hash.Of(id)[..32], same);

    /// <summary>One keeper says it, the other confirms it.</summary>
    public static void Moves(Scene scene, string id, Move kind, long amount, int jar = 1, int? to = null, int? of = null)
    {
        var keepers = KeepersOf(scene, jar);
        scene.Does(keepers[0], Says(scene, keepers[0], Told(id, kind, amount, to, of), jar));
        scene.Does(keepers[1], Confirms(scene, keepers[1], id, jar: jar));
    }
}
