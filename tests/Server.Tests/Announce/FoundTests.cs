using System.Net;
using Faubourg.Server.Tests.Web;
using Faubourg.Web;

namespace Faubourg.Server.Tests.Announce;

public sealed class FoundTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task Anyone_founds_a_neighbourhood_and_it_stands_on_the_first_page()
    {
        var street = await Street.Found(house, "Montée des Canuts");
        Assert.StartsWith("/quarters/montee-des-canuts", street.Url, StringComparison.Ordinal);
        Assert.Contains("Montée des Canuts", await street.Page(), StringComparison.Ordinal);
        using var passer = house.Browser();
        Assert.Contains(street.Url, await passer.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_founds_once()
    {
        var key = ("key", Entry.FreshKey());
        Assert.Equal((await Street.Found(house, "Rue Haute", key)).Url, (await Street.Found(house, "Rue Haute", key)).Url);
        Assert.NotEqual((await Street.Found(house, "Rue Haute", key)).Url, (await Street.Found(house, "Rue Haute")).Url);
    }

    [Fact]
    public async Task A_rehearsal_is_not_on_the_first_page()
    {
        using var passer = house.Browser();
        Assert.DoesNotContain("repetition", await passer.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await passer.GetAsync("/quarters/repetition")).StatusCode);
        Assert.Contains("class=\"rehearsal\"", await passer.GetStringAsync("/rehearsals/repetition"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_stays_when_something_is_missing()
    {
        using var founder = house.Browser();
        var answer = await founder.PostAsync("/quarters", Street.Form(("name", "Rue des Oiseaux"), ("languages", "fr"), ("languages", "ar"), ("zone", "Mars/Olympus")));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("value=\"Rue des Oiseaux\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"languages-ar\" name=\"languages\" value=\"ar\" checked", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#place\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#zone\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "Europe/Paris")]
    [InlineData("fr-CA,fr;q=0.9", "America/Toronto")]
    [InlineData("en-GB", "Europe/London")]
    [InlineData("de-AT", "Europe/Vienna")]
    [InlineData("", "UTC")]
    public void The_clock_offered_first_follows_the_language(string header, string zone) => Assert.Equal(zone, Faubourg.Web.Parts.Zones.Likely(header));

    [Theory]
    [InlineData("Rue du Chêne", "rue-du-chene")]
    [InlineData("  L’Île — nord!", "l-ile-nord")]
    [InlineData("الحي", "faubourg")]
    [InlineData("New", "faubourg")]
    [InlineData("A neighbourhood whose name is far longer than an address should be", "a-neighbourhood-whose-name-is-far-longer")]
    public void An_address_is_made_of_the_name(string name, string slug) => Assert.Equal(slug, Foundings.Slug(name));
}
