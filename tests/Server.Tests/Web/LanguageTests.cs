using System.Net;
using Faubourg.Web;
using NodaTime;

namespace Faubourg.Server.Tests.Web;

public sealed class LanguageTests(House house) : IClassFixture<House>
{
    [Theory]
    [InlineData("fr-CH, en;q=0.8", "fr")]
    [InlineData("de, fr;q=0.3, en;q=0.2", "fr")]
    [InlineData("de", "en")]
    [InlineData("en;q=0.1, fr;q=0.9", "fr")]
    [InlineData(";;;,q=x", "en")]
    [InlineData("", "en")]
    public void The_browser_says_what_it_wishes(string header, string language) => Assert.Equal(language, Languages.Wished(header));

    [Fact]
    public async Task The_switch_comes_back_to_the_same_page_and_stays()
    {
        using var browser = house.Browser();
        Assert.Contains("lang=\"en\"", await browser.GetStringAsync("/how"), StringComparison.Ordinal);
        var answer = await browser.PostAsync("/language", new FormUrlEncodedContent([new("language", "fr"), new("back", "/how")]));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/how", answer.Headers.Location!.ToString());
        Assert.Contains("Comment ", await browser.GetStringAsync("/how"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("https://elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("")]
    public async Task The_switch_leads_nowhere_else(string back)
    {
        using var browser = house.Browser();
        var answer = await browser.PostAsync("/language", new FormUrlEncodedContent([new("language", "fr"), new("back", back)]));
        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public void A_moment_is_said_in_the_neighbourhoods_zone_and_the_readers_language()
    {
        var now = Instant.FromUtc(2026, 11, 22, 18, 26);
        var paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
        var start = Instant.FromUtc(2026, 11, 22, 19, 0);
        Assert.Equal("Sunday 22 November, 20:00 · in 34 minutes", new When(Words.In("en"), paris, now).Full(start));
        Assert.Equal("dimanche 22 novembre, 20 h 00 · dans 34 minutes", new When(Words.In("fr"), paris, now).Full(start));
        Assert.Equal("samedi 1er mai 2027", new When(Words.In("fr"), paris, now).Day(new LocalDate(2027, 5, 1)));
        Assert.Equal("2 hours ago", new When(Words.In("en"), paris, now).Near(now - Duration.FromMinutes(125)));
    }

    [Fact]
    public void A_value_is_never_read_as_a_placeholder() =>
        Assert.Equal("“{min}” needs at least 3 characters; you wrote 2.", Words.In("en")["form.short", ("label", "{min}"), ("min", 3), ("count", 2)]);

    [Fact]
    public void Nought_is_one_in_French_and_several_in_English()
    {
        Assert.Equal("in 0 minutes", Words.In("en").Count("common.in.minutes", 0));
        Assert.Equal("dans 0 minute", Words.In("fr").Count("common.in.minutes", 0));
    }
}
