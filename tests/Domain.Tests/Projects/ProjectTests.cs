using Faubourg.Domain.Councils;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Slips;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Projects.Garden;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Projects;

public sealed class ProjectTests
{
    [Fact]
    public void It_is_finished_when_every_task_is_done_by_whoever_had_one()
    {
        var scene = Morning();
        scene.Does(David, new FinishTask(Davids));
        scene.Refuses<TasksLeft>(David, new FinishProject(Davids));
        scene.Does(Hugo, Takes(2, Hugo));
        scene.Does(Hugo, new FinishTask(Later(Hugo, 2)));
        scene.Refuses<NoSuchSlip>(Amina, new FinishProject(Minutes(Amina)));
        scene.Does(David, new FinishProject(Davids));
        Assert.Equal(ProjectState.Done, scene.Project().StateAt(scene.Quarter, scene.Now));
        scene.Refuses<NoOpenProject>(David, new FinishProject(Davids));
    }

    [Fact]
    public void Whoever_took_what_waited_neither_finishes_it_nor_claims_for_it_whomever_they_hand_it_to()
    {
        var scene = Morning();
        scene.Does(David, new DropTask(Davids));
        scene.Does(Stranger, Takes(1, Stranger));
        scene.Does(Stranger, Takes(2, Stranger));
        scene.Does(Stranger, new HandOnTask(Later(Stranger, 2), Later(Hugo, 2), null));
        scene.Does(Stranger, new FinishTask(Later(Stranger, 1)));
        scene.Does(Hugo, new FinishTask(Later(Hugo, 2)));
        scene.Refuses<TakenLater>(Stranger, new FinishProject(Later(Stranger, 1)));
        scene.Refuses<TakenLater>(Hugo, new FinishProject(Later(Hugo, 2)));
        scene.Refuses<TakenLater>(Hugo, new Domain.Gains.ClaimLater(Later(Hugo, 2), Gains.Growth.Soup));
        scene.Refuses<TakenLater>(Hugo, new Domain.Gains.ShowGain(Later(Hugo, 2), 1, T("Believe me.")));
    }

    [Fact]
    public void Whoever_took_what_waited_shows_it_but_asks_and_answers_for_nobody_else()
    {
        var scene = Morning();
        var today = scene.Now.InUtc().Date;
        scene.Does(Stranger, Takes(2, Stranger));
        scene.Does(Stranger, new ShowEvidence(Later(Stranger, 2), T("Soup for twelve.")));
        scene.Refuses<TakenLater>(Stranger, new AskInstitution(Later(Stranger, 2), today, T("the mayor"), T("We beg."), "next"));
        scene.Does(David, new AskInstitution(Davids, today, T("the parks office"), T("Two planks."), "next"));
        scene.Refuses<TakenLater>(Stranger, new WriteAnswer(Later(Stranger, 2), 1, today, RequestReply.No, null, null));
        // Whoever holds the slip of the request writes the answer, whoever they are.
        scene.Does(Stranger, new WriteAnswer("next", 1, today, RequestReply.No, null, null));
    }

    [Fact]
    public void Whoever_took_what_waited_stops_no_spending()
    {
        var scene = Jars.Purse.Deciding(Founded(), Jars.Purse.Planks, 2);
        scene.Puts(1);
        scene.AllConsent();
        scene.MovesOn();
        scene.Does(Amina, new AddTask(1, T("planks"), null, false));
        scene.Does(Amina, new AddTask(1, T("soup"), null, false));
        scene.Does(David, new TakeTask(1, 1, null, Davids));
        scene.WaitsUntil(scene.Council.EndsAt);
        scene.Waits(Amendment.Delay);
        scene.Does(Stranger, Takes(2, Stranger));
        Jars.Purse.Moves(scene, "in", Domain.Jars.Move.Given, 100);
        Jars.Purse.Moves(scene, "out", Domain.Jars.Move.Spent, 100);
        scene.Refuses<NoSuchSlip>(Stranger, new Domain.Jars.StopSpending(1, Later(Stranger, 2), 2));
        scene.Does(David, new Domain.Jars.StopSpending(1, Davids, 2));
    }

    [Fact]
    public void Handed_on_since_the_evening_it_speaks_for_the_project()
    {
        var scene = Morning(soup: false);
        scene.Does(David, new HandOnTask(Davids, Later(Hugo, 1), null));
        scene.Does(Hugo, new FinishTask(Later(Hugo, 1)));
        scene.Does(Hugo, new FinishProject(Later(Hugo, 1)));
    }

    [Fact]
    public void Nobody_ends_it_and_it_expires()
    {
        var scene = Morning();
        var project = scene.Project();
        Assert.Equal(ProjectState.Open, project.StateAt(scene.Quarter, project.Until - Duration.FromSeconds(1)));
        Assert.Equal(ProjectState.Expired, project.StateAt(scene.Quarter, project.Until));
    }

    [Fact]
    public void A_council_ends_what_another_opened_72_hours_after_its_minutes()
    {
        var scene = Ending(ProjectEnd.Dropped);
        var project = scene.Quarter.Projects[1];
        var over = scene.Quarter.Amendments[2].HoldsFrom;
        Assert.Equal(scene.Quarter.Councils[2].DissolvedAt!.Value + Duration.FromHours(72), over);
        Assert.Equal(ProjectState.Open, project.StateAt(scene.Quarter, over - Duration.FromSeconds(1)));
        Assert.Equal(ProjectState.Dropped, project.StateAt(scene.Quarter, over));
        Assert.False(scene.Quarter.Projects.ContainsKey(2));
    }

    [Fact]
    public void Refused_in_time_the_project_goes_on()
    {
        var scene = Ending(ProjectEnd.Done);
        var no = new Scene(scene) { Number = 3 };
        no.Decides(3, Touches.Amendment, notice: Duration.FromHours(30), amendment: 2);
        var project = no.Quarter.Projects[1];
        Assert.Equal(project.Until, project.OverAt(no.Quarter));
    }

    [Fact]
    public void What_was_over_by_itself_before_was_not_ended_by_a_council()
    {
        var scene = Ending(ProjectEnd.Done);
        var project = scene.Quarter.Projects[1] with { Until = scene.Quarter.Amendments[2].HoldsFrom - Duration.FromHours(1) };
        Assert.Equal(ProjectState.Expired, project.StateAt(scene.Quarter, scene.Now + Duration.FromDays(30)));
    }

    private static Scene Ending(ProjectEnd end)
    {
        var first = Founded();
        first.Decides(1, Touches.Nothing);
        var second = new Scene(first) { Number = 2 };
        second.Decides(2, Touches.Project, deed: new EndProject(1, end));
        return second;
    }
}
