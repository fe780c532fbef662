using Faubourg.Domain.Care;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Slips;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Councils;

public sealed class EndTests
{
    [Fact]
    public void A_council_that_is_over_answers_nothing()
    {
        var scene = Over();
        scene.Refuses<CouncilOver>(Amina, new OpenDoor(1));
        scene.Refuses<NoSuchCouncil>(Amina, new OpenDoor(2));
        scene.Refuses<NoSuchCouncil>(Amina, new CorrectMinutes(2, "", T("")));
        Assert.Empty(scene.Quarter.Living);
    }

    [Fact]
    public void Slips_are_left_for_the_minutes_for_a_task_and_for_a_role_each_with_its_end()
    {
        var scene = Tasking();
        scene.Does(Amina, new AddTask(1, T("planks"), new LocalDate(2026, 11, 28), false));
        scene.Does(Chloe, new TakeTask(1, 1, null, SlipOf(Chloe, "task")));
        scene.MovesOn();
        scene.MovesOn();
        scene.MovesOn();
        var slips = scene.Quarter.Slips.Values.ToLookup(s => s.Purpose);
        Assert.Equal(5, slips[Purpose.Minutes].Count());
        Assert.All(slips[Purpose.Minutes], s => Assert.Equal(scene.Now + Duration.FromHours(72), s.Until));
        Assert.Equal(Instant.FromUtc(2026, 12, 28, 0, 0), Assert.Single(slips[Purpose.Task]).Until);
        Assert.Equal([Role.Facilitator, Role.NoteKeeper], slips[Purpose.HeldRole].Select(s => s.Role!.Value).Order());
        scene.Waits(Duration.FromHours(72));
        Assert.DoesNotContain(scene.Quarter.Slips.Values, s => s.Purpose == Purpose.Minutes);
        scene.Waits(Duration.FromDays(366));
        Assert.Empty(scene.Quarter.Slips);
        Assert.Empty(scene.Journal.RoomRows);
    }

    [Fact]
    public void A_task_far_ahead_leaves_a_slip_for_a_year_at_most()
    {
        var scene = Tasking();
        scene.Does(Amina, new AddTask(1, T("a tree"), LocalDate.MaxIsoValue, false));
        scene.Does(Chloe, new TakeTask(1, 1, null, SlipOf(Chloe, "task")));
        scene.WaitsUntil(scene.Council.EndsAt);
        Assert.Equal(scene.Now + Duration.FromDays(365), scene.Quarter.Slips[SlipOf(Chloe, "task")].Until);
    }

    [Fact]
    public void In_a_council_of_fewer_than_five_heads_no_role_counts_for_the_next_hat()
    {
        var scene = Over(seats: 4);
        Assert.Empty(scene.Quarter.LastHeld);
        Assert.DoesNotContain(scene.Quarter.Slips.Values, s => s.Purpose == Purpose.HeldRole);
    }

    [Fact]
    public void After_a_crash_it_is_dissolved_as_of_when_it_was_due()
    {
        var scene = Tasking();
        scene.Waits(Duration.FromDays(1));
        Assert.Equal(Evening + Duration.FromHours(1), scene.Council.DissolvedAt);
        Assert.Equal(Outcome.Decided, scene.Council.Outcome);
    }

    [Fact]
    public void Any_seat_blacks_out_words_in_the_closing_and_the_original_is_gone()
    {
        var scene = Closing();
        var what = scene.Council.Proposals[2].What;
        scene.Refuses<NotSeated>(Stranger, new BlackOut(1, what, 0, 1, null));
        scene.Refuses<NoSuchText>(Amina, new BlackOut(1, new TextAt(0, "name"), 0, 1, null));
        Assert.Equal(200, scene.Refuses<TooManyWords>(Amina, new BlackOut(1, what, 0, 201, null)).Most);
        scene.Refuses<TooManyWords>(Amina, new BlackOut(1, what, -1, 1, null));
        scene.Does(Amina, new BlackOut(1, what, 2, 1, null));
        Assert.Equal("We ask ███ city.", scene.Quarter.Said(what)!.Value);
        Assert.Equal(Standing.Erased, scene.Quarter.Texts[what].Standing);
        scene.Does(Amina, new BlackOut(1, what, 0, 1, null));
        Assert.Equal("██ ask ███ city.", scene.Quarter.Said(what)!.Value);
        Tasking().Refuses<NotAtThisStep>(Amina, new BlackOut(1, new TextAt(0, "name"), 0, 1, null));
    }

    [Fact]
    public void Afterwards_a_slip_of_the_minutes_does_a_few_words_at_a_time()
    {
        var scene = Over();
        var what = scene.Council.Proposals[2].What;
        scene.Refuses<NoSuchSlip>(Amina, new BlackOut(1, what, 0, 1, null));
        scene.Refuses<NoSuchSlip>(Stranger, new BlackOut(1, what, 0, 1, SlipOf(Stranger)));
        Assert.Equal(12, scene.Refuses<TooManyWords>(Amina, new BlackOut(1, what, 0, 13, SlipOf(Amina))).Most);
        for (var i = 0; i < BlackOut.MostTimes; i++) scene.Does(Amina, new BlackOut(1, what, 0, 1, SlipOf(Amina)));
        scene.Refuses<BlackedOutOften>(Amina, new BlackOut(1, what, 0, 1, SlipOf(Amina)));
    }

    [Fact]
    public void Corrections_stand_beside_the_minutes_for_seventy_two_hours_twenty_at_most()
    {
        var scene = Over();
        scene.Refuses<NoSuchSlip>(Stranger, new CorrectMinutes(1, SlipOf(Stranger), T("no")));
        for (var i = 0; i < CorrectMinutes.Most; i++) scene.Does(Stranger, new CorrectMinutes(1, SlipOf(Amina), T("It was the left bench.")));
        scene.Refuses<TooManyCorrections>(Amina, new CorrectMinutes(1, SlipOf(Amina), T("more")));
        scene.Waits(Duration.FromHours(72));
        scene.Refuses<NoSuchSlip>(Amina, new CorrectMinutes(1, SlipOf(Amina), T("late")));
    }

    [Fact]
    public void A_name_is_taken_back_by_its_slip_alone_and_the_adopted_words_stay_the_councils()
    {
        var scene = Hearing();
        scene.Does(Amina, new Propose(1, Text.Of("We mend it.", SlipOf(Amina, "text")), null, null, false));
        scene.Counts(5);
        scene.MovesOn();
        scene.Puts(1);
        scene.AllConsent();
        scene.MovesOn();
        scene.Does(Chloe, new AddTask(1, T("planks"), null, true));
        scene.Does(David, new TakeTask(1, 1, Text.Of("David", SlipOf(David, "name")), SlipOf(David, "task")));
        scene.WaitsUntil(scene.Council.EndsAt);
        scene.Refuses<NoSuchSlip>(Stranger, new TakeNameBack(SlipOf(Stranger, "name")));
        scene.Does(Stranger, new TakeNameBack(SlipOf(David, "name")));
        Assert.Equal(Standing.Erased, scene.Quarter.Said(scene.Council.Tasks[1].Taker)!.Standing);
        scene.Refuses<NoSuchSlip>(David, new TakeNameBack(SlipOf(David, "name")));
        scene.Does(Amina, new TakeNameBack(SlipOf(Amina, "text")));
        Assert.Equal("We mend it.", scene.Quarter.Said(scene.Council.Decision!.What)!.Value);
    }

    [Fact]
    public void How_are_you_is_answered_once_and_told_as_a_mean_of_ten_or_more()
    {
        var scene = Closing(seats: 8);
        scene.Refuses<NoSuchFace>(Amina, new CheckIn(1, 6));
        foreach (var who in All) scene.Does(who, new CheckIn(1, 4));
        scene.Refuses<AlreadySaid>(Amina, new CheckIn(1, 4));
        scene.MovesOn();
        Assert.Null(scene.Council.Care);

        var more = Closing(seats: 8);
        foreach (var who in All) more.Does(who, new CheckIn(1, 4));
        more.Does(Amina, new OpenDoor(1));
        more.Does(Amina, new SeatBeside(1, null));
        more.Does(Amina, new SeatBeside(1, null));
        more.Does(Amina, new CheckIn(1, 1), paper: 1);
        more.Does(Amina, new CheckIn(1, 1), paper: 2);
        more.Does(Amina, new ChooseRitual(1, Ritual.Song, null));
        more.MovesOn();
        Assert.Equal((Ritual.Song, 3), (more.Council.Care!.Ritual, more.Council.Care.Mood));
    }

    [Fact]
    public void A_ritual_is_chosen_in_the_closing() =>
        Reckoning().Refuses<NotAtThisStep>(Amina, new ChooseRitual(1, Ritual.Song, null));
}
