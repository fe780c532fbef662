using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Faubourg.Server.Tests.Web;

namespace Faubourg.Server.Tests.Announce;

public sealed partial class AnnouncementTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task Everybody_reads_the_question_the_place_and_how_to_come()
    {
        var street = await Street.Found(house);
        var (_, council) = await street.Convene(("place", "Green door, ring twice"), ("access", "Somebody signs"), ("step_free", "true"));
        var page = await street.Page("/councils/1", "fr");
        Assert.Contains("Green door, ring twice", page, StringComparison.Ordinal);
        Assert.Contains("Somebody signs", page, StringComparison.Ordinal);
        Assert.Contains("sans marche", page, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"qr\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"opener\"", page, StringComparison.Ordinal);
        Assert.EndsWith(council, (await Follow($"/q/{street.Url.Split('/')[^1]}/1")).Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_seen_with_what_it_said_before()
    {
        var street = await Street.Found(house);
        var (convener, council) = await street.Convene(("place", "The school"));
        await convener.PostAsync(council + "/place", Street.Form(("place", "The laundry room")));
        await convener.PostAsync(council + "/announcement", Changed);
        var page = await street.Page("/councils/1");
        Assert.Contains("<del>The school</del>", Tight(page), StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page, "<del>"));
        Assert.Equal("The laundry room", (await street.Json("/councils/1")).GetProperty("place").GetString());
    }

    [Theory]
    [InlineData("/place", "place=elsewhere", "NotSeated")]
    [InlineData("/cancellation", "", "OnlyTheConvener")]
    public async Task Nobody_else_moves_it_or_calls_it_off(string noun, string body, string refusal)
    {
        var street = await Street.Found(house);
        await street.Convene();
        using var program = house.Script();
        var answer = await program.PostAsync(street.Url + "/councils/1" + noun, new StringContent(body, null, "application/x-www-form-urlencoded"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(refusal, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("announced", (await street.Json("/councils/1")).GetProperty("step").GetString());
    }

    [Fact]
    public async Task It_is_in_the_calendar_when_two_others_find_it_worth_holding()
    {
        var street = await Street.Found(house);
        var (convener, council) = await street.Convene();
        Assert.Equal(HttpStatusCode.Conflict, (await convener.PostAsync(council + "/worth", null)).StatusCode);
        await street.Worth(council);
        Assert.DoesNotContain("BEGIN:VEVENT", await street.Page("/calendar.ics"), StringComparison.Ordinal);
        Assert.DoesNotContain("<entry", await street.Page("/feed.atom"), StringComparison.Ordinal);
        await street.Worth(council);
        var calendar = await street.Page("/calendar.ics");
        Assert.Contains("SUMMARY:Who mends the bench?", calendar, StringComparison.Ordinal);
        Assert.Contains("STATUS:CONFIRMED", calendar, StringComparison.Ordinal);
        Assert.Contains("/1/announced</id>", await street.Page("/feed.atom"), StringComparison.Ordinal);
        await convener.PostAsync(council + "/cancellation", null);
        Assert.Contains("STATUS:CANCELLED", await street.Page("/calendar.ics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_many_found_it_worth_holding_is_never_said()
    {
        var street = await Street.Found(house);
        var (_, council) = await street.Convene();
        var before = await street.Page("/councils/1");
        await street.Worth(council);
        Assert.Equal(Timeless(before), Timeless(await street.Page("/councils/1")));
    }

    [Fact]
    public async Task A_phone_that_said_so_twice_said_it_once()
    {
        var street = await Street.Found(house);
        var (_, council) = await street.Convene();
        using var neighbour = house.Browser();
        Assert.Equal(HttpStatusCode.SeeOther, (await neighbour.PostAsync(council + "/worth", null)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await neighbour.PostAsync(council + "/worth", null)).StatusCode);
        Assert.False((await street.Json("/councils/1")).GetProperty("worth_holding").GetBoolean());
        Assert.Contains("role=\"status\"", await neighbour.GetStringAsync(council), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_neighbour_typed_cannot_end_the_block_of_data()
    {
        var street = await Street.Found(house);
        await street.Convene(("question", "</script><b>bench</b>?"));
        using var passer = house.Browser();
        var data = DataBlock().Match(await passer.GetStringAsync(street.Url + "/councils/1")).Groups[1].Value;
        Assert.Equal("</script><b>bench</b>?", JsonDocument.Parse(data).RootElement.GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_sheet_and_the_calendar_file_carry_the_short_link_and_the_hour()
    {
        var street = await Street.Found(house);
        await street.Convene(("place", "Courtyard; number 12, left"));
        Assert.Contains($"/q/{street.Url.Split('/')[^1]}/1", await street.Page("/councils/1/sheet"), StringComparison.Ordinal);
        var file = await street.Page("/councils/1/council.ics");
        Assert.Contains("LOCATION:Courtyard\\; number 12\\, left", file, StringComparison.Ordinal);
        Assert.Matches(@"DTSTART;TZID=Europe/Paris:\d{8}T\d{6}\r", file);
    }

    [Fact]
    public async Task A_page_that_is_open_hears_of_a_change()
    {
        var street = await Street.Found(house);
        var (convener, council) = await street.Convene();
        using var passer = house.Browser();
        using var stream = new StreamReader(await passer.GetStreamAsync(council + "/announcement/live"));
        Assert.Contains("Announced 0", await Turn(stream), StringComparison.Ordinal);
        await convener.PostAsync(council + "/place", Street.Form(("place", "The laundry room")));
        Assert.Contains("Announced 1", await Turn(stream), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_the_convener_lead_everybody_else_to_the_council()
    {
        var street = await Street.Found(house);
        var (convener, council) = await street.Convene();
        Assert.Equal(HttpStatusCode.OK, (await convener.GetAsync(council + "/cancellation")).StatusCode);
        Assert.Equal(council, (await Follow(council + "/cancellation")).Headers.Location?.ToString());
        Assert.Equal(council, (await Follow(council + "/announcement")).Headers.Location?.ToString());
    }

    private static FormUrlEncodedContent Changed => Street.Form(
        ("question", "Who mends the bench?"), ("place", "The laundry room"), ("starts", "tomorrow 20:00"), ("minutes", "60"), ("attendance", "room"), ("method", "consent"));

    private async Task<HttpResponseMessage> Follow(string path)
    {
        using var passer = house.Browser();
        return await passer.GetAsync(path);
    }

    private static async Task<string> Turn(StreamReader stream)
    {
        while (await stream.ReadLineAsync() is { } line)
            if (line.Contains("data-turn", StringComparison.Ordinal)) return line;
        return "";
    }

    private static string Tight(string page) => Regex.Replace(page, @">\s+|\s+<", match => match.Value.Trim());

    /// <summary>Without what changes from minute to minute.</summary>
    private static string Timeless(string page) => Regex.Replace(page, @"data-now=""\d+""|<span data-near>[^<]*</span>", "");

    [GeneratedRegex("<script type=\"application/ld\\+json\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex DataBlock();
}
