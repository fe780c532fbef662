using System.Text.Json;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using NodaTime;

namespace Faubourg.Server.Tests.Councils;

public sealed class ResistanceTests
{
    [Fact]
    public async Task On_phones_totals_are_hidden_until_the_close_and_each_finds_their_ballot_by_its_receipt()
    {
        await using var table = await Table.Deciding(Method.Resistance, 5, "Mend the bench", "Build a long table");
        await table.Say(table.Facilitator, "counts", new { by = "phones" });
        Assert.Contains("Leave things as they are", await table.Page(3, "ballots"));

        foreach (var seat in table.Everybody.ToArray()) await table.Say(seat, "ballots", new { values = new[] { 9, seat % 2, 7 } });
        var receipt = table.Room.Deliberation.Count!.Ballots[3].Receipt;
        Assert.Contains(receipt, await table.Page(3, "ballots"));
        Assert.DoesNotContain(receipt, await table.Page(4, "ballots"));
        Assert.DoesNotContain("whole count", await table.Page(3));

        await table.Say(table.Facilitator, "counts/closing");
        Assert.Contains(receipt, await table.Page(4, "counts"));
        Assert.Null(table.Council.Decision);
        await table.Wait(Duration.FromSeconds(61));

        Assert.Equal(1, table.Council.Decision!.Proposal);
        Assert.Equal([45, 3, 35], table.Council.ResistanceCount!.Sums);
        Assert.Contains("whole count", await table.Page(3));
    }

    [Fact]
    public async Task A_ballot_changed_keeps_its_receipt_and_one_that_lacks_a_number_comes_back()
    {
        await using var table = await Table.Deciding(Method.Resistance, 5, "Mend the bench");
        await table.Say(table.Facilitator, "counts", new { by = "phones" });
        await table.Say(3, "ballots", new { values = new[] { 9, 0 } });
        var receipt = table.Room.Deliberation.Count!.Ballots[3].Receipt;

        await table.Send(3, "ballots", ("values.1", "4"), ("values.2", "5"));
        Assert.Equal(receipt, table.Room.Deliberation.Count!.Ballots[3].Receipt);
        Assert.Equal([4, 5], table.Room.Deliberation.Count!.Ballots[3].Values);

        var (status, page) = await table.Send(4, "ballots", ("values.2", "5"));
        Assert.Equal(System.Net.HttpStatusCode.Conflict, status);
        Assert.Contains("name=\"values.2\" value=\"5\" checked", page);
    }

    [Fact]
    public async Task Whoever_misses_their_ballot_has_everybody_cast_again_once()
    {
        await using var table = await Table.Deciding(Method.Resistance, 5, "Mend the bench");
        await table.Say(table.Facilitator, "counts", new { by = "phones" });
        await table.All("ballots", new { values = new[] { 9, 0 } });
        await table.Say(table.Facilitator, "counts/closing");
        await table.Say(3, "counts/doubt");

        Assert.Equal(Phase.Open, table.Room.Deliberation.Count!.Phase);
        Assert.Empty(table.Room.Deliberation.Count.Ballots);
    }

    [Fact]
    public async Task Two_tellers_must_count_the_same_hands()
    {
        await using var table = await Table.Deciding(Method.Resistance, 5, "Mend the bench");
        await table.Say(table.Facilitator, "counts", new { by = "hands" });
        var (guide, other) = (table.Facilitator, table.Companion);
        var (_, page) = await table.Send(guide, "hand-counts", ("one.1", "2"), ("two.1", "1"), ("two.2", "0"));
        Assert.Contains("Type 0 where there is none", page);

        await table.Say(guide, "hand-counts", new { one = new[] { 2, 1 }, two = new[] { 2, 0 } });
        await table.Say(other, "hand-counts", new { one = new[] { 2, 2 }, two = new[] { 2, 0 } });
        Assert.Null(table.Council.Decision);
        Assert.Contains("counted differently", await table.Page(3));
        await table.Say(other, "hand-counts", new { one = new[] { 2, 1 }, two = new[] { 2, 0 } });

        Assert.Equal(1, table.Council.Decision!.Proposal);
        Assert.Equal([6, 1], table.Council.ResistanceCount!.Sums);
    }

    [Fact]
    public async Task Equal_to_the_end_is_settled_by_the_draw_of_the_evening()
    {
        await using var table = await Table.Deciding(Method.Resistance, 5, "Mend the bench", "Build a table");
        await table.Say(table.Facilitator, "counts", new { by = "hands" });
        foreach (var teller in new[] { table.Facilitator, table.Companion }) await table.Say(teller, "hand-counts", new { one = new[] { 0, 1, 1 }, two = new[] { 4, 0, 0 } });

        Assert.Contains(table.Council.Decision!.Proposal, new[] { 1, 2 });
        Assert.Contains("These came out equal", await table.Page(3));
    }

    [Fact]
    public async Task A_stuck_room_may_turn_to_what_bothers_it_least()
    {
        await using var table = await Table.Deciding(Method.Consent, 5, "Build a long table", "Mend the bench");
        for (var round = 1; round <= 2; round++)
        {
            await table.Say(table.Facilitator, "ballot-rounds", round == 1 ? new { proposal = 1 } : new { });
            await table.All("consent", new { }, except: 1);
            await table.Say(1, "consent", new { objection = "It would block the pavement." });
        }

        await table.Say(table.Facilitator, "ways");
        await table.All("answers", new { reply = "least-resistance" });
        Assert.Contains("bothers us least", await table.Page(table.Facilitator));
        await table.Say(table.Facilitator, "counts", new { by = "phones" });
        await table.All("ballots", new { values = new[] { 8, 6, 1 } });
        await table.Say(table.Facilitator, "counts/closing");
        await table.Wait(Duration.FromSeconds(61));

        Assert.Equal(2, table.Council.Decision!.Proposal);
        Assert.Equal(JsonValueKind.String, (await table.State(3)).GetProperty("decision").ValueKind);
    }
}
