using System.Net;
using Faubourg.Server.Tests.Web;

namespace Faubourg.Server.Tests.Announce;

public sealed class QuarterPageTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task A_new_neighbourhood_is_walked_through_its_first_evening()
    {
        var street = await Street.Found(house);
        Assert.Contains("id=\"evening\"", await street.Page(), StringComparison.Ordinal);
        await street.Held("Who mends the bench?", days: 1);
        Assert.DoesNotContain("id=\"evening\"", await street.Page(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("word=Chene", 1)]
    [InlineData("word=planks", 3)]
    [InlineData("word=nothing+like+it", 0)]
    [InlineData("word=&from=&to=", 3)]
    [InlineData("from=tomorrow", 0)]
    [InlineData("to=today", 3)]
    [InlineData("from=someday&page=-1", 3)]
    [InlineData("word=%EF%BF%BE", 0)]
    [InlineData("word=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa%F0%9F%8C%B3", 0)]
    public async Task Past_councils_are_found_by_word_and_day(string query, int found)
    {
        var street = await Street.Found(house);
        await street.Held("The bench under the Chêne", days: 9);
        await street.Held("Keys to the cellar", days: 5, decided: 0);
        await street.Held("Rain and children", days: 2);
        var page = await street.Page("/councils?" + query);
        Assert.Contains($"{found} council", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_decided_last_and_minutes_are_on_the_page_and_in_the_feed()
    {
        var street = await Street.Found(house);
        await street.Held("Who mends the bench?", days: 4);
        await street.Held("Who has the keys?", days: 2, decided: 0);
        var page = await street.Page();
        Assert.Contains("We do it on Saturday.", page, StringComparison.Ordinal);
        Assert.Contains(street.Url + "/councils/2", page, StringComparison.Ordinal);
        Assert.Contains("We do it on Saturday.", await street.Page("/feed.atom"), StringComparison.Ordinal);
        Assert.Equal(2, (await street.Json()).GetProperty("held").GetInt32());
    }

    [Fact]
    public async Task While_a_council_lives_outsiders_are_told_its_question_its_step_and_its_end()
    {
        var street = await Street.Found(house);
        var (convener, council) = await street.Convene(("place", "A secret garden"));
        await convener.GetAsync(council);
        await convener.PostAsync(council + "/seats", null);
        var sitting = (await street.Json()).GetProperty("sitting")[0];
        Assert.Equal(["council", "step", "question", "ends"], sitting.EnumerateObject().Select(property => property.Name));
        Assert.DoesNotContain("A secret garden", await street.Page(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/quarters/nowhere")]
    [InlineData("/q/nowhere/1")]
    [InlineData("/quarters/lilas/councils/99")]
    [InlineData("/quarters/lilas/councils/zero/sheet")]
    public async Task What_is_not_there_is_said_to_be_not_there(string path)
    {
        using var passer = house.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await passer.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_page_for_all_is_the_same_bytes_and_sets_no_cookie()
    {
        using var passer = house.Browser();
        var page = await passer.GetAsync("/quarters/lilas");
        Assert.False(page.Headers.Contains("Set-Cookie"));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/quarters/lilas");
        again.Headers.TryAddWithoutValidation("If-None-Match", page.Headers.ETag!.ToString());
        Assert.Contains((await passer.SendAsync(again)).StatusCode, new[] { HttpStatusCode.NotModified, HttpStatusCode.OK });
    }
}
