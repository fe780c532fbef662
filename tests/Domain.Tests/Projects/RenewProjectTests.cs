using Faubourg.Domain.Decisions;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Projects;

public sealed class RenewProjectTests
{
    [Fact]
    public void A_decision_opens_a_project_for_42_days_and_another_council_goes_on_with_it()
    {
        var scene = Opened();
        var first = scene.Quarter.Projects[1];
        Assert.Equal(first.OpenedAt + Duration.FromDays(42), first.Until);
        scene.WaitsUntil(first.Until - Duration.FromHours(2));
        Renews(scene);
        Assert.Equal(scene.Council.Decision!.At + Project.Term, scene.Quarter.Projects[1].Until);
        Assert.Empty(scene.Quarter.Amendments);
        Assert.False(scene.Quarter.Projects.ContainsKey(2));
    }

    [Fact]
    public void What_has_lapsed_does_not_come_back()
    {
        var scene = Opened();
        scene.WaitsUntil(scene.Quarter.Projects[1].Until);
        Meets(scene);
        scene.Refuses<NoOpenProject>(Amina, Renewal(1));
    }

    [Fact]
    public void A_proposal_does_what_it_touches_and_nothing_else()
    {
        var scene = Opened();
        Meets(scene);
        scene.Refuses<NoSuchDeed>(Amina, Renewal(1) with { Touches = Touches.Nothing });
        scene.Refuses<NoSuchDeed>(Amina, Renewal(1) with { Touches = Touches.Jar });
        scene.Refuses<NoSuchDeed>(Amina, Renewal(1) with { Deed = null });
        scene.Refuses<NoOpenProject>(Amina, Renewal(2));
    }

    private static Propose Renewal(int project) => Proposal("We go on.", Touches.Renewal, council: 2) with { Deed = new RenewProject(project) };

    private static Scene Opened()
    {
        var scene = Founded();
        scene.Decides(1, Touches.Nothing);
        return new Scene(scene) { Number = 2 };
    }

    private static void Meets(Scene scene)
    {
        scene.Does(Amina, new Domain.Councils.Convene(Bench(scene.Now + Duration.FromHours(1))));
        scene.WaitsUntil(scene.Quarter.Councils[2].StartsAt);
        scene.Opens(3);
        scene.MovesOn();
    }

    private static void Renews(Scene scene)
    {
        Meets(scene);
        scene.Does(Amina, Renewal(1));
        scene.Counts(3);
        scene.MovesOn();
        scene.Puts(1);
        scene.AllConsent();
    }
}
