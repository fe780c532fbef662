using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;

namespace Faubourg.Domain.Tests.Seasons;

/// <summary>A council of weight decides a deed.</summary>
internal static class Carried
{
    public static readonly Duration Day = Duration.FromDays(1);

    /// <summary>The next council, announced 80 hours ahead as urgent, decides it and is over.</summary>
    public static Scene Carries(this Scene before, Deed deed)
    {
        var scene = before.Next();
        scene.Does(Amina, Of(scene, deed));
        scene.Counts(5);
        scene.MovesOn();
        scene.Puts(1);
        scene.AllConsent();
        scene.WaitsUntil(scene.Council.EndsAt);
        return scene;
    }

    /// <summary>The next council meets and talks.</summary>
    public static Scene Next(this Scene before)
    {
        var scene = new Scene(before) { Number = before.Quarter.Councils.Count + 1 };
        scene.Does(Amina, new Convene(Scene.Bench(scene.Now + Duration.FromHours(80)) with { Kind = CouncilKind.Urgent }));
        scene.WaitsUntil(scene.Council.StartsAt);
        scene.Opens(5);
        scene.MovesOn();
        return scene;
    }

    public static Propose Of(Scene scene, Deed deed) => Scene.Proposal("So we do.", deed.Touches, council: scene.Number) with { Deed = deed };
}
