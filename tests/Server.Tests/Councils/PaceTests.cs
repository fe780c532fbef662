using Faubourg.Domain.Councils;
using NodaTime;

namespace Faubourg.Server.Tests.Councils;

public sealed class PaceTests
{
    [Fact]
    public async Task Whoever_was_drawn_has_the_words_and_nobody_else()
    {
        await using var table = await Table.Gathered();

        var drawn = await table.Page(table.Facilitator);
        Assert.Contains("Read this aloud", drawn);
        Assert.Contains("I was drawn by lot", drawn);
        foreach (var seat in table.Everybody.Where(seat => seat != table.Facilitator))
            Assert.DoesNotContain("Read this aloud", await table.Page(seat));
        Assert.Contains("À lire à voix haute", await table.Page(table.Facilitator, language: "fr"));
    }

    [Fact]
    public async Task Half_the_room_rewords_its_question()
    {
        await using var table = await Table.Gathered();
        await table.Say(table.Facilitator, "questions", new { kind = "our-question", words = "Who mends the bench, and by when?" });
        Assert.Contains("Who mends the bench, and by when?", await table.Page(3));
        await table.All("answers", new { reply = "yes" });

        Assert.Equal("Who mends the bench, and by when?", table.Quarter.Said(table.Council.Question)!.Value);
        var aloud = await table.Page(table.Facilitator);
        Assert.Contains("The room said yes", aloud);
        Assert.Contains("Go on to talking", aloud);
    }

    [Fact]
    public async Task A_question_that_needs_more_says_beside_the_field_what_is_missing()
    {
        await using var table = await Table.Gathered();

        var (status, page) = await table.Send(3, "questions", ("kind", "more-time"));

        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("minutes-problem", page);
        Assert.Null(table.Room.Asked);
    }

    [Fact]
    public async Task Help_hands_the_words_to_the_companion_and_so_does_silence()
    {
        await using var table = await Table.Talking();
        await table.Say(table.Facilitator, "help");
        Assert.Contains("Read this aloud", await table.Page(table.Companion));
        Assert.DoesNotContain("Read this aloud", await table.Page(table.Facilitator));
        await table.Say(table.Companion, "help");
        Assert.Contains("Read this aloud", await table.Page(table.Facilitator));

        await table.Wait(Steps.PlannedEnd(table.Council) - table.Clock.GetCurrentInstant());
        await table.Say(table.Facilitator, "guiding");
        await table.Wait(Duration.FromSeconds(80));
        Assert.Contains("Read this aloud", await table.Page(table.Facilitator));
        await table.Wait(Duration.FromSeconds(20));
        Assert.Contains("Read this aloud", await table.Page(table.Companion));
    }

    [Fact]
    public async Task A_third_of_the_room_holds_the_step()
    {
        await using var table = await Table.Gathered();
        await table.Say(3, "holds");
        await table.Say(4, "holds");

        Assert.Equal("HeldForAMoment", (await table.Try(table.Facilitator, "step", new { from = "gathering" })).Refusal);
        Assert.Contains("two more minutes", await table.Page(table.Facilitator));
    }

    [Fact]
    public async Task Three_seats_go_on_together()
    {
        await using var table = await Table.Gathered();
        var others = table.Everybody.Where(seat => seat != table.Facilitator && seat != table.Companion).Take(3).ToArray();
        Assert.Equal(3, others.Length);
        foreach (var seat in others) await table.Say(seat, "step", new { from = "gathering" });

        Assert.Equal(Step.Hearing, table.Council.Step);
    }

    [Fact]
    public async Task The_companion_counts_turns_and_the_guide_sees_how_many_have_not_spoken()
    {
        await using var table = await Table.Talking();
        Assert.Equal("OnlyTheGuide", (await table.Try(1, "turns", new { turn = "first" })).Refusal);
        await table.Say(table.Companion, "turns", new { turn = "first" });
        await table.Say(table.Companion, "turns", new { turn = "again" });

        Assert.Contains("4 people have not spoken yet", await table.Page(table.Facilitator));
    }

    [Fact]
    public async Task From_afar_phones_raise_hands_and_turns_pass_on()
    {
        await using var table = await Table.Talking(attendance: Attendance.Remote);
        await table.Say(3, "hands", new { signal = "speak" });
        await table.Say(4, "hands", new { signal = "speak" });
        Assert.Contains("You have the floor", await table.Page(3));
        await table.Say(5, "agreement");
        Assert.Contains("One person agrees silently", await table.Page(5));
        await table.Say(3, "floor");

        Assert.Equal(4, table.Room.Floor.Speaker);
        await table.Say(5, "hands", new { signal = "answer" });
        await table.Say(5, "hands", new { signal = "down" });
        Assert.Empty(table.Room.Floor.Hands);
    }

    [Fact]
    public async Task A_room_that_must_leave_decides_what_it_has_and_goes()
    {
        await using var table = await Table.Talking();
        await table.Say(2, "proposals", new { what = "Meet at the canal" });
        await table.Say(table.Facilitator, "leaving");

        Assert.Equal(Step.Deciding, table.Council.Step);
        Assert.Contains("We must leave", await table.Page(table.Facilitator));
        await table.Say(table.Facilitator, "ballot-rounds", new { proposal = 1 });
        await table.All("consent", new { });
        await table.Say(table.Facilitator, "step", new { from = "deciding" });
        await table.Say(table.Facilitator, "step", new { from = "tasking" });

        Assert.Equal(Step.Closing, table.Council.Step);
    }

    [Fact]
    public async Task One_minute_of_quiet_is_for_everybody_once_a_seat()
    {
        await using var table = await Table.Talking();
        await table.Say(3, "quiet");
        Assert.Contains("Breathe", await table.Page(4));
        Assert.Equal("QuietAlready", (await table.Try(4, "quiet")).Refusal);
        await table.Wait(Duration.FromSeconds(61));

        Assert.Equal("QuietUsed", (await table.Try(3, "quiet")).Refusal);
    }
}
