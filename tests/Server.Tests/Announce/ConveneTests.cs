using System.Net;
using System.Net.Http.Json;
using Faubourg.Server.Tests.Web;
using Faubourg.Web;

namespace Faubourg.Server.Tests.Announce;

public sealed class ConveneTests(House house) : IClassFixture<House>
{
    [Theory]
    [InlineData("quick", "now")]
    [InlineData("starts", "tomorrow 19:00")]
    [InlineData("starts", "demain 19h30")]
    public async Task It_starts_when_people_say(string field, string value)
    {
        var street = await Street.Found(house);
        var (_, council) = await street.Convene(field == "quick" ? [(field, value)] : [("quick", ""), (field, value)]);
        Assert.EndsWith("/councils/1", council, StringComparison.Ordinal);
        Assert.Contains("Who mends the bench?", await street.Page(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_start_the_form_comes_back_with_all_that_was_typed()
    {
        var street = await Street.Found(house);
        using var convener = house.Browser();
        await convener.GetAsync(street.Url + "/councils/new");
        var answer = await convener.PostAsync(street.Url + "/councils", Street.Announcement(("quick", ""), ("question", "Who has the keys?")));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("href=\"#starts\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Who has the keys?\"", page, StringComparison.Ordinal);
        Assert.Empty((await street.Json()).GetProperty("announced").EnumerateArray());
    }

    [Theory]
    [InlineData("starts", "01/01/2020 10:00", HttpStatusCode.Conflict)]
    [InlineData("starts", "someday", HttpStatusCode.UnprocessableEntity)]
    [InlineData("minutes", "14", HttpStatusCode.UnprocessableEntity)]
    [InlineData("minutes", "181", HttpStatusCode.UnprocessableEntity)]
    [InlineData("attendance", "by post", HttpStatusCode.UnprocessableEntity)]
    [InlineData("corner", "7", HttpStatusCode.Conflict)]
    [InlineData("leader", "me", HttpStatusCode.BadRequest)]
    public async Task What_is_wrong_changes_nothing(string field, string value, HttpStatusCode status)
    {
        var street = await Street.Found(house);
        using var convener = house.Browser();
        await convener.GetAsync(street.Url + "/councils/new");
        var answer = await convener.PostAsync(street.Url + "/councils", Street.Announcement(("quick", field == "starts" ? "" : "now"), (field, value)));
        Assert.Equal(status, answer.StatusCode);
        Assert.Empty((await street.Json()).GetProperty("announced").EnumerateArray());
    }

    [Fact]
    public async Task The_same_form_sent_twice_convenes_once()
    {
        var street = await Street.Found(house);
        using var convener = house.Browser();
        await convener.GetAsync(street.Url + "/councils/new");
        var form = Street.Announcement(("key", Entry.FreshKey()));
        var first = await convener.PostAsync(street.Url + "/councils", form);
        var second = await convener.PostAsync(street.Url + "/councils", form);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Single((await street.Json()).GetProperty("announced").EnumerateArray());
    }

    [Fact]
    public async Task Many_who_convene_in_the_same_moment_each_open_their_own()
    {
        var street = await Street.Found(house);
        var all = await Task.WhenAll(Enumerable.Range(1, 12).Select(_ => street.Convene()));
        Assert.Equal(12, all.Select(one => one.Council).Distinct().Count());
        foreach (var (convener, council) in all)
            Assert.Contains("id=\"opener\"", await convener.GetStringAsync(council), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corner_asks_its_question()
    {
        var street = await Street.Found(house);
        using var neighbour = house.Browser();
        await neighbour.GetAsync(street.Url + "/corners/new");
        var pinned = await neighbour.PostAsync(street.Url + "/corners", Street.Form(("line", "The steps have no rail")));
        Assert.Equal(street.Url, pinned.Headers.Location?.ToString());
        Assert.Contains("The steps have no rail", await street.Page(), StringComparison.Ordinal);
        var page = await street.Page("/councils/new?corner=1");
        Assert.Contains("value=\"The steps have no rail\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"corner\" value=\"1\"", page, StringComparison.Ordinal);
        await street.Convene(("corner", "1"));
    }

    [Fact]
    public async Task What_was_left_on_the_wall_is_taken_up_once()
    {
        var street = await Street.Found(house);
        await street.Held("What about the bench?", days: 3);
        Assert.Contains("A longer bench", await street.Page(), StringComparison.Ordinal);
        var page = await street.Page("/councils/new?wall=1&proposal=2");
        Assert.Contains("value=\"A longer bench\"", page, StringComparison.Ordinal);
        await street.Convene(("wall_council", "1"), ("wall_proposal", "2"));
        Assert.Empty((await street.Json()).GetProperty("wall").EnumerateArray());
    }

    [Fact]
    public async Task A_program_convenes_in_json()
    {
        var street = await Street.Found(house);
        using var program = house.Script();
        var answer = await program.PostAsJsonAsync(street.Url + "/councils", new
        {
            question = "Who waters the trees?",
            place = "The square",
            starts = "now",
            minutes = 30,
            attendance = "both",
            method = "resistance",
            food = true,
        });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var council = (await street.Json()).GetProperty("announced")[0];
        Assert.Equal("resistance", council.GetProperty("method").GetString());
        Assert.True(council.GetProperty("food").GetBoolean());
    }
}
