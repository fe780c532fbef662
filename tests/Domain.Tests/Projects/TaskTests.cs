using Faubourg.Domain.Councils;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Slips;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Projects;

public sealed class TaskTests
{
    private static TakeTask Take(string who, int task = 1) => new(1, task, null, SlipOf(who, "task"));

    [Fact]
    public void Tasks_are_named_and_taken_in_their_step_fifty_at_most()
    {
        Decided().Refuses<NotAtThisStep>(Amina, new AddTask(1, T("planks"), null, false));
        var scene = Tasking();
        for (var i = 0; i < AddTask.Most; i++) scene.Does(Amina, new AddTask(1, T("planks"), null, false));
        scene.Refuses<TooManyTasks>(Amina, new AddTask(1, T("one more"), null, false));
        scene.Refuses<NoSuchTask>(Amina, Take(Amina, 51));
    }

    [Fact]
    public void One_takes_it_one_helps_where_help_is_wanted_and_both_may_give_it_back()
    {
        var scene = Tasking();
        scene.Does(Amina, new AddTask(1, T("planks"), null, true));
        scene.Does(Amina, new AddTask(1, T("paint"), null, false));
        scene.Does(Benoit, Take(Benoit));
        scene.Refuses<TakenAlready>(Benoit, Take(Benoit));
        scene.Does(Chloe, Take(Chloe));
        scene.Refuses<TakenAlready>(David, Take(David));
        scene.Does(Benoit, Take(Benoit, 2));
        scene.Refuses<TakenAlready>(David, Take(David, 2));
        scene.Refuses<NotYourTask>(David, new GiveBackTask(1, 1));
        scene.Refuses<NoSuchTask>(David, new GiveBackTask(1, 3));
        scene.Does(Chloe, new GiveBackTask(1, 1));
        scene.Does(Benoit, new GiveBackTask(1, 1));
        scene.MovesOn();
        Assert.False(scene.Council.Tasks[1].Taken);
        Assert.True(scene.Council.Tasks[2].Taken);
        scene.Refuses<NotAtThisStep>(Benoit, new GiveBackTask(1, 2));
        scene.Refuses<NotAtThisStep>(Benoit, Take(Benoit));
    }

    [Fact]
    public void Whoever_holds_its_slip_says_done_once()
    {
        var scene = Tasking();
        scene.Does(Amina, new AddTask(1, T("planks"), null, false));
        scene.Does(Benoit, Take(Benoit));
        scene.Waits(Duration.FromHours(2));
        scene.Refuses<NoSuchSlip>(Stranger, new FinishTask(SlipOf(Benoit)));
        scene.Does(Stranger, new FinishTask(SlipOf(Benoit, "task")));
        Assert.NotNull(scene.Council.Tasks[1].DoneAt);
        scene.Refuses<DoneAlready>(Benoit, new FinishTask(SlipOf(Benoit, "task")));
    }

    [Fact]
    public void A_council_claims_one_gain_and_the_last_wording_counts()
    {
        Tasking().Refuses<NotAtThisStep>(Amina, new ClaimGain(1, new GainDraft(GainKind.NeedMet, GainDomain.Food, null, null, T("soup"))));
        var scene = Reckoning();
        scene.Does(Amina, new ClaimGain(1, new GainDraft(GainKind.NeedMet, GainDomain.Food, null, null, T("soup"))));
        scene.Does(Benoit, new ClaimGain(1, new GainDraft(GainKind.HeldInCommon, GainDomain.Space, 1, T("bench"), T("a bench"))));
        scene.MovesOn();
        Assert.Equal(GainKind.HeldInCommon, scene.Council.Gain!.Kind);
        Assert.Single(scene.Journal.Leaves.OfType<GainClaimed>());
    }
}
