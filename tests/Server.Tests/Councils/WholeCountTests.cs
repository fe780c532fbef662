using System.Net;
using System.Text.Json;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Counting;
using Faubourg.Domain.Decisions;
using NodaTime;

namespace Faubourg.Server.Tests.Councils;

/// <summary>The count as anybody may do it again: its page, its table and its JSON say the same, and say no more than they may.</summary>
public sealed class WholeCountTests
{
    [Fact]
    public async Task A_ranked_count_shows_the_pairs_the_paths_and_the_order_and_its_JSON_comes_to_the_same()
    {
        await using var table = await Ranked();
        var page = await table.Page(3, "counts");
        Assert.Contains("Two by two", page);
        Assert.Contains("The strongest paths", page);
        Assert.Contains("A › B", page);
        Assert.Contains("Count it again yourself", page);
        Assert.Contains("fewer than 20", page);
        Assert.Contains("Deux par deux", await table.Page(3, "counts", "fr"));

        var json = await Json(table, "counts.json");
        var choices = json.GetProperty("choices").GetArrayLength();
        var pairs = json.GetProperty("pairs").EnumerateArray().Select(cell => cell.GetInt64()).ToArray();
        var again = Schulze.Of(Pairs.Parse(choices, pairs, 5)!);
        Assert.Equal(again.Order.Select(place => place.ToArray()), json.GetProperty("order").EnumerateArray().Select(place => place.EnumerateArray().Select(n => n.GetInt32()).ToArray()));
        Assert.Equal(0, json.GetProperty("ballots").GetArrayLength());
        Assert.Equal("ranked", json.GetProperty("method").GetString());
    }

    [Fact]
    public async Task A_table_for_spreadsheets_holds_no_formula_that_somebody_proposed()
    {
        await using var table = await Table.Deciding(Method.Approval, 5, "=HYPERLINK(\"http://evil.example\";\"Click\")", "Mend, or \"paint\"");
        await table.Say(table.Facilitator, "counts", new { by = "phones" });
        foreach (var seat in table.Everybody.ToArray()) await table.Say(seat, "ballots", new { values = new[] { 0, 1, seat == 3 ? 1 : 0 } });
        await Close(table);

        using var answer = await table.Get(3, "counts.csv", "*/*", "en");
        Assert.StartsWith("text/csv", answer.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            """"
            option,letter,words,phones,together,place
            0,0,,0,0,3
            1,A,"'=HYPERLINK(""http://evil.example"";""Click"")",5,5,1
            2,B,"Mend, or ""paint""",1,1,2
            ,,,5,5,

            """".ReplaceLineEndings("\r\n"),
            await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task While_the_council_lives_nobody_outside_sees_the_count()
    {
        await using var table = await Ranked();
        using var stranger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = table.Address };
        foreach (var noun in new[] { "counts", "counts.csv", "counts.json", "ballots.csv" })
            Assert.Equal(HttpStatusCode.SeeOther, (await stranger.GetAsync($"{Table.Url}/{noun}")).StatusCode);
    }

    [Fact]
    public async Task From_twenty_ballots_on_they_are_there_by_receipt_and_before_they_are_not()
    {
        await using var table = await Table.Deciding(Method.Score, 20, "Mend the bench");
        await table.Say(table.Facilitator, "counts", new { by = "phones" });
        foreach (var seat in table.Everybody.ToArray()) await table.Say(seat, "ballots", new { values = new[] { seat % 3, 4 } });
        var receipts = table.Room.Deliberation.Count!.Ballots.Values.Select(ballot => ballot.Receipt).Order(StringComparer.Ordinal).ToArray();
        await Close(table);

        using var answer = await table.Get(3, "ballots.csv", "*/*", "en");
        var rows = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("receipt,0,A", rows[0]);
        Assert.Equal(receipts.Select(receipt => receipt[0] is '-' ? "'" + receipt : receipt), rows[1..].Select(row => row.Split(',')[0]));
        Assert.Contains("Each ballot below gives each choice 0 to 5 points", await table.Page(3, "counts"));

        await using var few = await Ranked();
        using var none = await few.Get(3, "ballots.csv", "*/*", "en");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Equals_are_settled_by_tickets_that_anybody_can_type_again()
    {
        await using var table = await Table.Deciding(Method.Approval, 5, "Mend the bench", "Build a table");
        await table.Say(table.Facilitator, "counts", new { by = "phones" });
        await table.All("ballots", new { values = new[] { 0, 1, 1 } });
        await Close(table);

        var page = await table.Page(3, "counts");
        var seed = table.Council.Draws[^1].Seed!;
        foreach (var option in new[] { 1, 2 })
        {
            var ticket = Domain.Draws.Vl1.Ticket(seed, "tie", option);
            Assert.Contains($"printf '%s' '{seed}|tie|{option}|1' | sha256sum", page);
            Assert.Contains(ticket, page);
        }

        Assert.Equal(new[] { 1, 2 }.MinBy(option => Domain.Draws.Vl1.Ticket(seed, "tie", option), StringComparer.Ordinal), table.Council.Decision!.Proposal);
        // A lot drawn afterwards has a seed as well, and parted nobody here.
        var later = table.Council with { Draws = table.Council.Draws.Add(table.Council.Draws[^1] with { Number = 2, Seed = new string('0', 64) }) };
        Assert.Equal(seed, Faubourg.Web.Councils.Counts.CountTeller.Of(later, _ => null)!.Seed);
    }

    [Fact]
    public async Task Ballots_that_are_all_blank_leave_things_as_they_are()
    {
        await using var table = await Table.Deciding(Method.Approval, 5, "Mend the bench");
        await table.Say(table.Facilitator, "counts", new { by = "phones" });
        await table.All("ballots", new { values = new[] { 0, 0 } });
        await Close(table);
        Assert.Null(table.Council.Decision);
        Assert.Contains("Every ballot was blank", await table.Page(3, "counts"));
        Assert.Contains("That is a result", await table.Page(3));
    }

    /// <summary>Five order two proposals: three want A, then B; two want things as they are.</summary>
    private static async Task<Table> Ranked()
    {
        var table = await Table.Deciding(Method.Ranked, 5, "Mend the bench", "Build a long table");
        await table.Say(table.Facilitator, "counts", new { by = "phones" });
        foreach (var seat in table.Everybody.ToArray()) await table.Say(seat, "ballots", new { values = seat <= 3 ? new[] { 0, 1, 2 } : new[] { 1, 2, 3 } });
        await Close(table);
        return table;
    }

    private static async Task<JsonElement> Json(Table table, string noun)
    {
        using var answer = await table.Get(3, noun, "application/json", "en");
        using var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return told.RootElement.Clone();
    }

    private static async Task Close(Table table)
    {
        await table.Say(table.Facilitator, "counts/closing");
        await table.Wait(CloseCounting.Check + Duration.FromSeconds(1));
    }
}
