using System.Net;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using NodaTime;

namespace Faubourg.Server.Tests.Councils;

/// <summary>Ticks, points, orders and single votes: from the way they are opened to the decision, as people press and read it.</summary>
public sealed class MethodsTests
{
    [Fact]
    public async Task Ticks_are_sent_as_a_browser_without_scripts_sends_them()
    {
        await using var table = await Table.Deciding(Method.Approval, 5, "Mend the bench", "Build a long table");
        Assert.Contains("We tick every choice that we can live with", await table.Page(table.Facilitator));
        await table.Say(table.Facilitator, "counts", new { by = "phones" });
        var page = await table.Page(3, "ballots");
        Assert.Contains("the most ticks win", page);
        Assert.Contains("type=\"checkbox\" id=\"values-2\" name=\"values.2\" value=\"1\"", page);

        // The third box was not ticked: only the 0 behind it is sent.
        await table.Send(3, "ballots", ("values.1", "0"), ("values.2", "1"), ("values.2", "0"), ("values.3", "0"));
        var cast = table.Room.Deliberation.Count!.Ballots[3];
        Assert.Equal([0, 1, 0], cast.Values);
        Assert.Contains(cast.Receipt, await table.Page(3, "ballots"));

        await table.Send(3, "ballots", ("values.1", "0"), ("values.2", "0"), ("values.3", "0"));
        Assert.Equal(cast.Receipt, table.Room.Deliberation.Count!.Ballots[3].Receipt);
        Assert.Contains("Your ballot is blank", await table.Page(3, "ballots"));
    }

    [Fact]
    public async Task Points_need_a_number_for_every_choice_and_none_is_lost_when_one_is_missing()
    {
        await using var table = await Table.Deciding(Method.Score, 5, "Mend the bench", "Build a long table");
        await table.Say(table.Facilitator, "counts", new { by = "phones" });
        var (status, page) = await table.Send(3, "ballots", ("values.1", "2"), ("values.3", "5"));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("name=\"values.3\" value=\"5\" checked", page);
        Assert.DoesNotContain("name=\"values.3\" value=\"6\"", page);
        Assert.Equal(HttpStatusCode.Conflict, (await table.Try(3, "ballots", new { values = new[] { 1, 6, 0 } })).Status);

        foreach (var seat in table.Everybody.ToArray()) await table.Say(seat, "ballots", new { values = new[] { 0, 5, seat % 2 } });
        await Close(table);
        Assert.Equal(1, table.Council.Decision!.Proposal);
        Assert.Contains("25", await table.Page(3, "counts"));
    }

    [Fact]
    public async Task An_order_may_hold_equals_and_gaps_and_comes_back_as_it_was_meant()
    {
        await using var table = await Table.Deciding(Method.Ranked, 5, "Mend the bench", "Build a long table");
        await table.Say(table.Facilitator, "counts", new { by = "phones" });
        Assert.Contains("Two may share a place", await table.Page(3, "ballots"));
        await table.Send(3, "ballots", ("values.1", "0"), ("values.2", "3"), ("values.3", "3"));
        Assert.Equal([0, 1, 1], table.Room.Deliberation.Count!.Ballots[3].Values);
        Assert.Contains("<option value=\"1\" selected>", await table.Page(3, "ballots"));
    }

    [Fact]
    public async Task A_majority_is_asked_of_the_room_only_after_two_rounds_and_names_one_choice()
    {
        await using var table = await Table.Deciding(Method.Consent, 5, "Build a long table", "Mend the bench");
        Assert.DoesNotContain("As a last resort", await table.Page(3, "questions/change-method"));
        Assert.Equal("OnlyAsLastResort", (await table.Try(3, "questions", new { kind = "change-method", method = "majority" })).Refusal);
        for (var round = 1; round <= 2; round++)
        {
            await table.Say(table.Facilitator, "ballot-rounds", round == 1 ? new { proposal = 1 } : new { });
            await table.All("consent", new { }, except: 1);
            await table.Say(1, "consent", new { objection = "It would block the pavement." });
        }

        Assert.Contains("As a last resort", await table.Page(3, "questions/change-method"));
        await table.Say(3, "questions", new { kind = "change-method", method = "majority" });
        Assert.Contains("the most votes, as a last resort", await table.Page(2));
        await table.All("answers", new { reply = "yes" });
        Assert.Contains("As a last resort, each of us names one choice", await table.Page(table.Facilitator));

        await table.Say(table.Facilitator, "counts", new { by = "phones" });
        var (status, page) = await table.Send(3, "ballots");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Blank: none of these", page);
        await table.Send(3, "ballots", ("choice", "3"));
        Assert.Equal([0, 0, 1], table.Room.Deliberation.Count!.Ballots[3].Values);
        await table.All("ballots", new { choice = 0 }, except: 3);
        await Close(table);

        Assert.Equal(2, table.Council.Decision!.Proposal);
        Assert.Contains("not more than half: 1 of 5", await table.Page(3, "counts"));
    }

    [Fact]
    public async Task Phones_hands_and_paper_are_open_together_and_shown_apart()
    {
        await using var table = await Table.Deciding(Method.Approval, 9, "Mend the bench", "Build a long table");
        Assert.Contains("name=\"by\" value=\"paper\"", await table.Page(table.Facilitator, "counts/parts"));
        await table.Say(table.Facilitator, "counts", new { by = new[] { "phones", "hands", "paper" } });
        Assert.Contains("Each of us votes once", await table.Page(table.Facilitator));
        foreach (var seat in table.Everybody.Take(3).ToArray()) await table.Say(seat, "ballots", new { values = new[] { 0, 1, 1 } });
        Assert.Contains("3 ballots on phones", await table.Page(3));

        foreach (var teller in new[] { table.Facilitator, table.Companion })
        {
            await table.Say(teller, "hand-counts", new { voters = 3, one = new[] { 1, 2, 0 } });
            await table.Say(teller, "paper-counts", new { ballots = 3, sums = new[] { 0, 2, 3 } });
        }

        // Six of the phones stayed dark: nobody knows of them that they voted another way.
        await table.Wait(Duration.FromMinutes(2));
        await Close(table);
        Assert.Equal(1, table.Council.Decision!.Proposal);
        var page = await table.Page(3, "counts");
        Assert.Contains("hands, counted by two", page);
        Assert.Contains("3 ballots on paper, read by two", page);
        Assert.Contains("Add up the columns of each row first", page);
    }

    [Fact]
    public async Task A_line_that_is_no_ballot_is_named_and_all_that_was_typed_stays()
    {
        await using var table = await Table.Deciding(Method.Ranked, 5, "Mend the bench", "Build a long table");
        await table.Say(table.Facilitator, "counts", new { by = "paper" });
        foreach (var (typed, said) in new[]
        {
            ("2: B>A\nX: A>B", "Line 2, “X: A>B”: before the colon"),
            ("2: B>A\n1: C>A", "“C” is none of the choices 0 A B"),
            ("1: A>B>A", "A stands there twice"),
            ("1: A>>B", "a letter is missing"),
        })
        {
            var (status, page) = await table.Send(table.Facilitator, "paper-counts", ("lines", typed));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.Contains(said, page);
            Assert.Contains(">" + typed + "</textarea>", page);
        }

        await table.Send(table.Facilitator, "paper-counts", ("lines", "2: B>A=0\r\n1: a\r\n1:"));
        await table.Send(table.Companion, "paper-counts", ("lines", "b>a=0\n1:B>A=0\n1: A\n"));
        Assert.Contains("counted differently", await table.Page(3));
        Assert.Contains("2: B>0=A", await table.Page(table.Facilitator, "paper-counts"));
        await table.Send(table.Companion, "paper-counts", ("lines", "b>a=0\n1:B>A=0\n1: A\n1:"));
        Assert.Equal(2, table.Council.Decision!.Proposal);
    }

    [Fact]
    public async Task A_count_that_cannot_end_is_stopped_and_counted_anew()
    {
        await using var table = await Table.Deciding(Method.Approval, 5, "Mend the bench");
        await table.Say(table.Facilitator, "counts", new { by = "phones" });
        Assert.Equal("CountGoesOn", (await table.Try(table.Facilitator, "counts/cancellation")).Refusal);
        await table.Wait(Duration.FromMinutes(2));
        await table.Say(table.Facilitator, "counts/cancellation");
        Assert.Null(table.Room.Deliberation.Count);
    }

    private static async Task Close(Table table)
    {
        await table.Say(table.Facilitator, "counts/closing");
        await table.Wait(CloseCounting.Check + Duration.FromSeconds(1));
    }
}
