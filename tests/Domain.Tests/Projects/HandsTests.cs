using Faubourg.Domain.Councils;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Slips;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Projects.Garden;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Projects;

public sealed class HandsTests
{
    [Fact]
    public void Anybody_takes_what_waits_and_says_done_with_a_slip_of_their_own()
    {
        var scene = Morning();
        scene.Does(Stranger, Takes(2, Stranger, "Zoé"));
        scene.Refuses<TakenAlready>(Hugo, Takes(2, Hugo));
        Assert.Equal("Zoé", scene.Quarter.Said(scene.Task(2).Taker)!.Value);
        scene.Does(Stranger, new FinishTask(Later(Stranger, 2)));
        Assert.NotNull(scene.Task(2).DoneAt);
        scene.Refuses<DoneAlready>(Hugo, Takes(2, Hugo));
    }

    [Fact]
    public void A_helper_is_taken_on_where_one_is_wanted_and_holds_no_slip()
    {
        var scene = Morning();
        var slips = scene.Quarter.Slips.Count;
        scene.Does(Stranger, Takes(1, Stranger, "Zoé"));
        Assert.True(scene.Task(1).Helped);
        Assert.Equal("David", scene.Quarter.Said(scene.Task(1).Taker)!.Value);
        Assert.Equal(slips, scene.Quarter.Slips.Count);
        scene.Refuses<TakenAlready>(Hugo, Takes(1, Hugo));
    }

    [Fact]
    public void Handed_on_the_old_words_end_and_the_new_ones_hold()
    {
        var scene = Morning();
        scene.Does(David, new HandOnTask(Davids, Later(Hugo, 1), null));
        scene.Refuses<NoSuchSlip>(David, new FinishTask(Davids));
        Assert.Null(scene.Task(1).Taker);
        Assert.Equal("David", scene.Quarter.Said(Assert.Single(scene.Task(1).Before))!.Value);
        scene.Does(Hugo, new FinishTask(Later(Hugo, 1)));
        // Who had it before can still take their name back.
        scene.Does(David, new TakeNameBack(SlipOf(David, "name")));
    }

    [Fact]
    public void Dropped_it_waits_for_another_hand()
    {
        var scene = Morning();
        scene.Does(David, new DropTask(Davids));
        scene.Refuses<NoSuchSlip>(David, new DropTask(Davids));
        Assert.True(scene.Task(1).WaitsAt(scene.Council, scene.Now));
        scene.Does(Stranger, Takes(1, Stranger));
        scene.Refuses<NoSuchSlip>(David, new FinishTask(Davids));
    }

    [Fact]
    public void A_week_after_its_day_a_task_is_anybodys_and_the_old_slip_ends()
    {
        var scene = Morning();
        var again = Sunday.AtMidnight().InUtc().ToInstant() + Duration.FromDays(8);
        scene.WaitsUntil(again - Duration.FromSeconds(1));
        scene.Does(Stranger, Takes(1, Hugo));
        Assert.True(scene.Task(1).Helped);
        scene.WaitsUntil(again);
        scene.Does(Stranger, Takes(1, Stranger));
        scene.Waits(Duration.Zero);
        scene.Refuses<NoSuchSlip>(David, new FinishTask(Davids));
        Assert.DoesNotContain(Davids, scene.Quarter.Slips.Keys);
    }

    [Fact]
    public void Without_a_day_it_is_anybodys_three_weeks_after_it_was_taken()
    {
        var scene = Morning();
        scene.Does(Stranger, Takes(2, Stranger));
        scene.Waits(Duration.FromDays(21) - Duration.FromMinutes(1));
        scene.Refuses<TakenAlready>(Hugo, Takes(2, Hugo));
        scene.Waits(Duration.FromMinutes(1));
        scene.Does(Hugo, Takes(2, Hugo));
    }

    [Fact]
    public void Nothing_is_taken_or_handed_on_in_a_project_that_is_over()
    {
        var scene = Morning();
        scene.WaitsUntil(scene.Project().Until);
        scene.Refuses<NoOpenProject>(Stranger, Takes(2, Stranger));
        Morning().Refuses<NoSuchTask>(Stranger, Takes(9, Stranger));
    }

    [Fact]
    public void A_task_changes_hands_so_often_and_no_oftener()
    {
        var scene = Morning();
        for (var i = 0; i < TakeWaitingTask.Most; i++) scene.Does(David, new HandOnTask(i == 0 ? Davids : $"{i}", $"{i + 1}", null));
        scene.Refuses<TooManyTurns>(David, new HandOnTask($"{TakeWaitingTask.Most}", "x", null));
        scene.Does(David, new DropTask($"{TakeWaitingTask.Most}"));
        scene.Refuses<TooManyTurns>(Hugo, Takes(1, Hugo));
    }

    [Fact]
    public void What_its_slip_was_for_is_the_task_and_a_slip_left_before_this_holds()
    {
        var scene = Morning();
        var slip = scene.Quarter.Slips[Davids];
        Assert.Equal((Purpose.Task, 1, null), (slip.Purpose, slip.Task, slip.Turns));
        scene.Does(David, new FinishTask(Davids));
    }
}
