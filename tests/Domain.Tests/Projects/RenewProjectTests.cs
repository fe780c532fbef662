using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Tests.Jars;
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

    [Fact]
    public void Where_its_jar_keeps_money_it_needs_notice_a_room_and_half_the_heads()
    {
        Growing(1, Attendance.Room, 5).Refuses<NeedsNotice>(Amina, Renewal(1));
        Growing(80, Attendance.Remote, 5).Refuses<NeedsARoom>(Amina, Renewal(1));
        Put(Growing(80, Attendance.Room, 4)).Refuses<NeedsMoreHeads>(Amina, new PutProposal(2, 1));
        Put(Growing(80, Attendance.Room, 5)).Puts(1);
    }

    /// <summary>A council talks while the jar of project 1 takes money.</summary>
    private static Scene Growing(int notice, Attendance attendance, int heads)
    {
        var scene = new Scene(Purse.Opened()) { Number = 2 };
        scene.Does(Amina, new Convene(Bench(scene.Now + Duration.FromHours(notice), attendance)));
        scene.WaitsUntil(scene.Council.StartsAt);
        scene.Opens(heads);
        scene.Counts(heads);
        scene.MovesOn();
        return scene;
    }

    private static Scene Put(Scene scene)
    {
        scene.Does(Amina, Renewal(1));
        scene.Counts(scene.Room.PresentCount);
        scene.MovesOn();
        return scene;
    }

    [Fact]
    public void Where_its_jar_is_refused_it_needs_none()
    {
        var scene = Purse.Decided(Purse.Decided(Founded(), Purse.Planks, 2), null, touches: Touches.Amendment, amendment: 1);
        var third = new Scene(scene) { Number = 3 };
        third.Does(Amina, new Convene(Bench(third.Now + Duration.FromHours(1))));
        third.WaitsUntil(third.Council.StartsAt);
        third.Opens(3);
        third.MovesOn();
        third.Does(Amina, Proposal("We go on.", Touches.Renewal, council: 3) with { Deed = new RenewProject(1) });
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
        scene.Does(Amina, new Convene(Bench(scene.Now + Duration.FromHours(1))));
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
