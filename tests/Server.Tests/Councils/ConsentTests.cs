using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;

namespace Faubourg.Server.Tests.Councils;

public sealed class ConsentTests
{
    [Fact]
    public async Task An_objection_is_answered_by_new_words_and_the_second_round_decides()
    {
        await using var table = await Table.Deciding(Method.Consent, 5, "Mend it ourselves");
        await table.Say(table.Facilitator, "ballot-rounds", new { proposal = 1 });
        var objector = table.Everybody.First(seat => seat != 2 && seat != table.Facilitator);
        await table.All("consent", new { }, except: objector);
        var concern = (await table.Say(objector, "consent", new { objection = "My mother needs an armrest." })).Number("concern");

        var aloud = await table.Page(table.Facilitator);
        Assert.Contains("There is one objection", aloud);
        Assert.Contains("My mother needs an armrest.", aloud);
        Assert.DoesNotContain("Close the round", aloud);

        await table.Say(2, "proposals/1/amendment", new { what = "Mend it ourselves, with an armrest" });
        await table.Say(objector, $"concerns/{concern}", new { end = "integrated" });
        await table.Say(table.Facilitator, "ballot-rounds");
        await table.All("consent", new { });

        Assert.Equal("Mend it ourselves, with an armrest", table.Quarter.Said(table.Council.Decision!.What)!.Value);
        Assert.Contains("Mend it ourselves, with an armrest", await table.Page(3));
        Assert.Equal(End.Integrated, table.Council.Objections.Single().End);
    }

    [Fact]
    public async Task The_room_may_take_a_smaller_step_when_it_is_stuck()
    {
        await using var table = await Stuck();
        Assert.Equal("TheRoomChooses", (await table.Try(table.Facilitator, "ballot-rounds")).Refusal);

        await table.Say(table.Facilitator, "ways");
        Assert.Contains("What bothers us least", await table.Page(3));
        await table.All("answers", new { reply = "smaller-step" });
        Assert.Contains("smaller step", await table.Page(table.Facilitator));

        await table.Say(table.Facilitator, "proposals/1/amendment", new { what = "A table for one month" });
        await table.Say(table.Facilitator, "ballot-rounds");
        await table.All("consent", new { });

        Assert.Equal("A table for one month", table.Quarter.Said(table.Council.Decision!.What)!.Value);
    }

    [Fact]
    public async Task The_room_may_leave_it_for_tonight_and_that_is_a_result()
    {
        await using var table = await Stuck();
        await table.Say(table.Facilitator, "ways");
        await table.All("answers", new { reply = "not-tonight" });

        Assert.Contains("That is a result", await table.Page(3));
        Assert.Equal("LeftForTonight", (await table.Try(table.Facilitator, "ballot-rounds", new { proposal = 1 })).Refusal);
        await table.Say(table.Facilitator, "step", new { from = "deciding" });
        await table.Say(table.Facilitator, "step", new { from = "closing" });

        Assert.Equal(Outcome.NoDecision, table.Council.Outcome);
        Assert.Equal(2, table.Council.Objections.Length);
    }

    [Fact]
    public async Task With_more_phones_than_people_hands_are_counted_by_two_of_whom_one_guides()
    {
        await using var table = await Table.Talking();
        await table.Say(2, "proposals", new { what = "Mend it ourselves" });
        await table.CountHeads(4);
        await table.Say(table.Facilitator, "step", new { from = "hearing" });
        await table.Say(table.Facilitator, "ballot-rounds", new { proposal = 1 });
        Assert.Equal("UseHands", (await table.Try(1, "consent")).Refusal);

        await table.Say(table.Facilitator, "tellings", new { hands = 4 });
        Assert.Null(table.Council.Decision);
        await table.Say(1, "tellings", new { hands = 4 });

        Assert.NotNull(table.Council.Decision);
    }

    [Fact]
    public async Task Somebody_without_a_phone_consents_on_their_neighbours()
    {
        await using var table = await Table.Talking();
        await table.Do(3, new SeatBeside(1, null));
        await table.Say(2, "proposals", new { what = "Mend it ourselves" });
        await table.CountHeads(6);
        await table.Say(table.Facilitator, "step", new { from = "hearing" });
        await table.Say(table.Facilitator, "ballot-rounds", new { proposal = 1 });
        for (var seat = 1; seat <= 5; seat++) await table.Say(seat, "consent");
        Assert.Null(table.Council.Decision);
        Assert.Contains("name=\"paper\" value=\"1\"", await table.Page(3, "consent?paper=1"));
        await table.Say(3, "consent", new { paper = 1 });

        Assert.NotNull(table.Council.Decision);
    }

    [Fact]
    public async Task An_objection_without_a_reason_is_consent_and_one_too_long_comes_back_as_typed()
    {
        await using var table = await Table.Deciding(Method.Consent, 5, "Mend it ourselves");
        await table.Say(table.Facilitator, "ballot-rounds", new { proposal = 1 });
        var long301 = new string('a', 301);

        var (status, page) = await table.Send(3, "consent", ("objection", long301));

        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(long301, page);
        Assert.Empty(table.Room.Deliberation.Concerns);
    }

    /// <summary>Two rounds, and the same neighbour objects in both.</summary>
    private static async Task<Table> Stuck()
    {
        var table = await Table.Deciding(Method.Consent, 5, "Build a long table", "Mend the bench");
        for (var round = 1; round <= 2; round++)
        {
            await table.Say(table.Facilitator, "ballot-rounds", round == 1 ? new { proposal = 1 } : new { });
            await table.All("consent", new { }, except: 1);
            await table.Say(1, "consent", new { objection = "It would block the pavement." });
            await table.Say(1, $"concerns/{round}", new { end = "stands" });
        }

        return table;
    }
}
