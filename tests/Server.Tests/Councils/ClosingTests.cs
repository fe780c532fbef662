using Faubourg.Domain.Councils;
using Faubourg.Domain.Gains;

namespace Faubourg.Server.Tests.Councils;

public sealed class ClosingTests
{
    [Fact]
    public async Task A_task_says_taken_and_a_name_only_where_one_was_given()
    {
        await using var table = await Decided();
        await table.Say(3, "tasks", new { what = "Buy two planks", by = "2026-12-01" });
        await table.Say(3, "tasks", new { what = "Sand and paint", helper = true });
        await table.Say(3, "tasks", new { what = "Write a sign" });
        await table.Say(4, "tasks/1/taking");
        await table.Say(5, "tasks/2/taking", new { name = "our postman" });
        await table.Say(4, "tasks/2/taking");
        Assert.Equal("TakenAlready", (await table.Try(1, "tasks/1/taking")).Refusal);
        foreach (var taken in new[] { 1, 2 })
        {
            var taking = await table.Page(1, $"tasks/{taken}/taking");
            Assert.Contains("Somebody has taken this already", taking);
            Assert.DoesNotContain($"tasks/{taken}/taking\" novalidate", taking);
        }


        var page = await table.Page(1);
        Assert.Contains("our postman", page);
        Assert.Contains("with a helper", page);
        Assert.Contains("nobody yet", page);
        await table.Say(4, "tasks/1/return");
        Assert.Equal("NotYourTask", (await table.Try(4, "tasks/1/return")).Refusal);
    }

    [Fact]
    public async Task A_spokesperson_is_drawn_for_one_sentence_that_the_room_approved()
    {
        await using var table = await Decided();
        var (status, page) = await table.Send(3, "questions", ("kind", "spokesperson"), ("words", "We mend the bench ourselves."));
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("We mend the bench ourselves.", page);

        await table.Say(3, "questions", new { kind = "spokesperson", words = "We mend the bench ourselves.", addressee = "the parks office" });
        await table.All("answers", new { reply = "yes" });

        Assert.NotNull(table.Council.Spokesperson);
    }

    [Fact]
    public async Task The_gain_is_worded_by_anybody_and_worded_again_it_replaces_what_stood()
    {
        await using var table = await Decided();
        await table.Say(table.Facilitator, "step", new { from = "tasking" });
        await table.Say(3, "gain", new { what = "A bench", kind = "need-met", domain = "repair" });
        await table.Say(4, "gain", new { what = "We mend our own benches", kind = "dependence-reduced", domain = "repair", amount = 1, unit = "bench" });

        Assert.Contains("We mend our own benches", await table.Page(1));
        Assert.Contains("value=\"dependence-reduced\" checked", await table.Page(1, "gain"));
        await table.Say(table.Facilitator, "step", new { from = "reckoning" });
        Assert.Equal(GainKind.DependenceReduced, table.Council.Gain!.Kind);
    }

    [Fact]
    public async Task One_tap_takes_a_word_out_of_the_minutes()
    {
        await using var table = await Decided("Mend the bench with Maria from number 7");
        await Close(table);
        Assert.Contains("Black out “Maria”", await table.Page(3, "blackouts"));
        var at = table.Council.Decision!.What;
        await table.Send(3, "blackouts", ("entry", $"{at.Seq}"), ("field", at.Name), ("from", "4"));

        Assert.Equal("Mend the bench with █████ from number 7", table.Quarter.Said(at)!.Value);
    }

    [Fact]
    public async Task Faces_are_shown_from_five_answers_on()
    {
        await using var table = await Decided();
        await Close(table);
        for (var seat = 1; seat <= 4; seat++) await table.Send(seat, "check-in", ("face", "4"));
        Assert.DoesNotContain("How we are", await table.Page(1));
        await table.Say(5, "check-in", new { face = 2 });

        Assert.Contains("How we are", await table.Page(1));
        Assert.Equal("AlreadySaid", (await table.Try(5, "check-in", new { face = 5 })).Refusal);
    }

    [Fact]
    public async Task Read_back_closed_with_care_and_dissolved()
    {
        await using var table = await Decided();
        await table.Say(3, "tasks", new { what = "Buy two planks" });
        await Close(table);
        await table.Say(4, "ritual", new { ritual = "song", words = "Le Temps des cerises" });
        var aloud = await table.Page(table.Facilitator);
        Assert.Contains("Let us hear what we decided. Mend the bench", aloud);
        Assert.Contains("Buy two planks (open)", aloud);
        Assert.Contains("Dissolve this council", aloud);
        Assert.Contains("Le Temps des cerises", await table.Page(3));
        await table.Say(table.Facilitator, "step", new { from = "closing" });

        Assert.Equal(Outcome.Decided, table.Council.Outcome);
        Assert.Null(table.Council.Room);
    }

    private static async Task<Table> Decided(string what = "Mend the bench")
    {
        var table = await Table.Deciding(Method.Consent, 5, what);
        await table.Say(table.Facilitator, "ballot-rounds", new { proposal = 1 });
        await table.All("consent", new { });
        await table.Say(table.Facilitator, "step", new { from = "deciding" });
        return table;
    }

    private static async Task Close(Table table)
    {
        await table.Say(table.Facilitator, "step", new { from = "tasking" });
        await table.Say(table.Facilitator, "step", new { from = "reckoning" });
    }
}
